// Extended attributes, which the module map of Swift's Glibc leaves out.
#include <sys/xattr.h>
