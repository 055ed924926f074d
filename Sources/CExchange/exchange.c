// renameat2 is an extension that glibc shows to those who ask for it, which Swift's own C library module does not.
#define _GNU_SOURCE
#include "exchange.h"

#include <fcntl.h>
#include <stdio.h>

int exchange_paths(const char *left, const char *right) {
#ifdef __APPLE__
    return renamex_np(left, right, RENAME_SWAP);
#else
    return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE);
#endif
}
