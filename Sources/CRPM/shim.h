// What the worker uses of librpm: macros, expressions, configuration, messages, source packages.
#include <rpm/header.h>
#include <rpm/rpmarchive.h>
#include <rpm/rpmcrypto.h>
#include <rpm/rpmfi.h>
#include <rpm/rpmfiles.h>
#include <rpm/rpmfileutil.h>
#include <rpm/rpmio.h>
#include <rpm/rpmkeyring.h>
#include <rpm/rpmlib.h>
#include <rpm/rpmlog.h>
#include <rpm/rpmmacro.h>
#include <rpm/rpmts.h>

// Swift cannot call C functions with variable arguments; rpmGetPath expands and cleans a path.
static inline char *rpmscope_get_path(const char *path) { return rpmGetPath(path, NULL); }

// Swift's Glibc module has no memfd_create: a file in memory, closed on exec (MFD_CLOEXEC), or -1.
#include <sys/syscall.h>
#include <unistd.h>
static inline int rpmscope_memory_file(void) { return (int)syscall(SYS_memfd_create, "macros", 1U); }

// librpm writes its table of macros to a stream only; this one lies in memory. The caller frees the text; NULL without memory.
#include <stdio.h>
static inline char *rpmscope_macro_table(void)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    if (stream == NULL)
        return NULL;
    rpmDumpMacroTable(NULL, stream);
    fclose(stream);
    return text;
}
