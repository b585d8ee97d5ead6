// What the worker uses of librpm: macros, expressions, configuration, messages, source packages, the parser of specs.
#include <rpm/header.h>
#include <rpm/rpmarchive.h>
#include <rpm/rpmbuild.h>
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

// rpmMacroFlags is an enumeration up to rpm 4.19 and an integer since 4.20, which Swift reads as different types.
static inline int rpmscope_push_macro(const char *name, const char *body, int level, int is_literal)
{
    return rpmPushMacroFlags(NULL, name, NULL, body, level, is_literal ? RPMMACRO_LITERAL : RPMMACRO_DEFAULT);
}

// The SHA-256 of the compressed payload and its algorithm, which packages of format 6 leave out: RPMTAG_PAYLOADDIGEST and
// RPMTAG_PAYLOADDIGESTALGO up to rpm 4.20, RPMTAG_PAYLOADSHA256 and RPMTAG_PAYLOADSHA256ALGO since 6.0. The numbers are part of
// the file format and do not change.
enum { RPMSCOPE_TAG_PAYLOAD_DIGEST = 5092, RPMSCOPE_TAG_PAYLOAD_DIGEST_ALGORITHM = 5093 };

// Swift cannot read the mask that leaves signatures unchecked: a combination of enumerators, to which rpm 6.0 added one.
static inline unsigned int rpmscope_no_signatures(void) { return RPMVSF_MASK_NOSIGNATURES; }

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
