#ifndef MARQUEE_FILE_STAMP_H
#define MARQUEE_FILE_STAMP_H

#include <stdbool.h>
#include <stdint.h>

/// What the system says of a file without reading it: the fields of `struct stat` that are called the same everywhere
/// and those that are not.
struct file_stamp {
    uint64_t inode;
    int64_t size;
    /// In nanoseconds since 1970.
    int64_t modified;
    bool is_folder;
    bool is_regular;
};

/// Of the file at a path; of a symbolic link itself.
///
/// @return false if there is none.
bool file_stamp_at(const char *path, struct file_stamp *stamp);

/// Of an open file.
bool file_stamp_of(int descriptor, struct file_stamp *stamp);

#endif
