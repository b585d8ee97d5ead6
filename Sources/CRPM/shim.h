// What the worker uses of librpm: macros, expressions, configuration, messages.
#include <rpm/rpmfileutil.h>
#include <rpm/rpmlib.h>
#include <rpm/rpmlog.h>
#include <rpm/rpmmacro.h>

// Swift cannot call C functions with variable arguments; rpmGetPath expands and cleans a path.
static inline char *rpmscope_get_path(const char *path) { return rpmGetPath(path, NULL); }

// Swift's Glibc module has no memfd_create: a file in memory, closed on exec (MFD_CLOEXEC), or -1.
#include <sys/syscall.h>
#include <unistd.h>
static inline int rpmscope_memory_file(void) { return (int)syscall(SYS_memfd_create, "macros", 1U); }
