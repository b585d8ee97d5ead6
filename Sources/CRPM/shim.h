// What the worker uses of librpm: macros, expressions, configuration, messages.
#include <rpm/rpmfileutil.h>
#include <rpm/rpmlib.h>
#include <rpm/rpmlog.h>
#include <rpm/rpmmacro.h>

// Swift cannot call C functions with variable arguments; rpmGetPath expands and cleans a path.
static inline char *rpmscope_get_path(const char *path) { return rpmGetPath(path, NULL); }
