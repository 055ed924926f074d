#ifndef EXCHANGE_H
#define EXCHANGE_H

/// Makes two paths change places in one step, so that neither is ever missing.
/// Returns 0, or -1 with errno set: ENOSYS or EINVAL where the system or the file system cannot.
int exchange_paths(const char *left, const char *right);

#endif
