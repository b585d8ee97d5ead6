#pragma once

// The list of system calls that are left to a process that reads a spec.

#include <stdbool.h>

bool system_calls_can_be_filtered(void);

/// Makes the filter that the next function loads; worth doing before a fork. 0 or -1.
int prepare_system_call_filter(void);

/// Allows this process reading, memory, time and ending, and nothing else; other calls fail with EPERM. 0 or -1.
int filter_system_calls(void);
