#pragma once

// Landlock(7), by system calls: glibc has no wrappers, and kernel headers are often older than the kernel.

/// The kernel's ABI version; 0 where there is none.
int landlock_abi(void);

/// Forbids this process every access to files but reading below the given paths, and as of ABI 4 TCP.
int landlock_enter(int abi, const char *const *readable, const char *source_directory);
