#include "file_stamp.h"

#include <sys/stat.h>

static bool set(struct file_stamp *stamp, int result, const struct stat *status) {
    if (result != 0) return false;
#ifdef __APPLE__
    struct timespec modified = status->st_mtimespec;
#else
    struct timespec modified = status->st_mtim;
#endif
    stamp->inode = status->st_ino;
    stamp->size = status->st_size;
    stamp->modified = (int64_t)modified.tv_sec * 1000000000 + modified.tv_nsec;
    stamp->is_folder = S_ISDIR(status->st_mode);
    stamp->is_regular = S_ISREG(status->st_mode);
    return true;
}

bool file_stamp_at(const char *path, struct file_stamp *stamp) {
    struct stat status;
    return set(stamp, lstat(path, &status), &status);
}

bool file_stamp_of(int descriptor, struct file_stamp *stamp) {
    struct stat status;
    return set(stamp, fstat(descriptor, &status), &status);
}
