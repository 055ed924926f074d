#include "power_cut.h"

#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// What a write has covered, newest first: a power cut brings it back.
struct undo {
    struct undo *older;
    sqlite3_int64 offset;
    sqlite3_int64 size_before;
    int length;
    unsigned char bytes[];
};

/// A file that is watched, whichever connections have it open.
struct watched {
    struct watched *next;
    struct undo *newest;
    char path[];
};

struct file {
    sqlite3_file base;
    struct watched *watched;
    sqlite3_file *real;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct watched *all;
static char folder[1024];
static char lying_folder[1024];
static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;

static sqlite3_file *real(sqlite3_file *file) { return ((struct file *)file)->real; }

static void forget(struct watched *watched) {
    while (watched->newest) {
        struct undo *undo = watched->newest;
        watched->newest = undo->older;
        free(undo);
    }
}

static struct watched *find(const char *path, int create) {
    struct watched *watched = all;
    while (watched && strcmp(watched->path, path) != 0) watched = watched->next;
    if (!watched && create && (watched = calloc(1, sizeof *watched + strlen(path) + 1))) {
        strcpy(watched->path, path);
        watched->next = all;
        all = watched;
    }
    return watched;
}

/// Keeps what `length` bytes from `offset` on are before they are written.
static int keep(struct file *file, sqlite3_int64 offset, sqlite3_int64 length) {
    sqlite3_int64 size;
    int code = file->real->pMethods->xFileSize(file->real, &size);
    if (code != SQLITE_OK) return code;
    sqlite3_int64 kept = size - offset;
    if (kept < 0) kept = 0;
    if (kept > length) kept = length;
    struct undo *undo = malloc(sizeof *undo + (size_t)kept);
    if (!undo) return SQLITE_NOMEM;
    undo->offset = offset;
    undo->size_before = size;
    undo->length = (int)kept;
    if (kept > 0) code = file->real->pMethods->xRead(file->real, undo->bytes, (int)kept, offset);
    if (code != SQLITE_OK) {
        free(undo);
        return code;
    }
    pthread_mutex_lock(&lock);
    undo->older = file->watched->newest;
    file->watched->newest = undo;
    pthread_mutex_unlock(&lock);
    return SQLITE_OK;
}

static int file_close(sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); }

static int file_read(sqlite3_file *f, void *bytes, int length, sqlite3_int64 offset) {
    return real(f)->pMethods->xRead(real(f), bytes, length, offset);
}

static int file_write(sqlite3_file *f, const void *bytes, int length, sqlite3_int64 offset) {
    struct file *file = (struct file *)f;
    int code = file->watched ? keep(file, offset, length) : SQLITE_OK;
    return code == SQLITE_OK ? real(f)->pMethods->xWrite(real(f), bytes, length, offset) : code;
}

static int file_truncate(sqlite3_file *f, sqlite3_int64 size) {
    struct file *file = (struct file *)f;
    int code = file->watched ? keep(file, size, 0x7fffffff) : SQLITE_OK;
    return code == SQLITE_OK ? real(f)->pMethods->xTruncate(real(f), size) : code;
}

static int is_lying(const char *path) {
    return *lying_folder && strncmp(path, lying_folder, strlen(lying_folder)) == 0;
}

static int file_sync(sqlite3_file *f, int flags) {
    struct file *file = (struct file *)f;
    int code = real(f)->pMethods->xSync(real(f), flags);
    if (code == SQLITE_OK && file->watched) {
        pthread_mutex_lock(&lock);
        if (!is_lying(file->watched->path)) forget(file->watched);
        pthread_mutex_unlock(&lock);
    }
    return code;
}

static int file_size(sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); }
static int file_lock(sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); }
static int file_unlock(sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
static int file_reserved(sqlite3_file *f, int *is) { return real(f)->pMethods->xCheckReservedLock(real(f), is); }
static int file_control(sqlite3_file *f, int op, void *arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
static int file_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int file_traits(sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
static int shm_map(sqlite3_file *f, int region, int size, int extend, void volatile **memory) {
    return real(f)->pMethods->xShmMap(real(f), region, size, extend, memory);
}
static int shm_lock(sqlite3_file *f, int offset, int count, int flags) {
    return real(f)->pMethods->xShmLock(real(f), offset, count, flags);
}
static void shm_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int shm_unmap(sqlite3_file *f, int delete) { return real(f)->pMethods->xShmUnmap(real(f), delete); }

static const sqlite3_io_methods methods = {
    2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock, file_reserved,
    file_control, file_sector, file_traits, shm_map, shm_lock, shm_barrier, shm_unmap, NULL, NULL,
};

static int vfs_open(sqlite3_vfs *self, const char *path, sqlite3_file *f, int flags, int *out) {
    (void)self;
    struct file *file = (struct file *)f;
    file->base.pMethods = NULL;
    file->real = (sqlite3_file *)&file[1];
    int code = real_vfs->xOpen(real_vfs, path, file->real, flags, out);
    if (!file->real->pMethods) return code;
    file->base.pMethods = &methods;
    file->watched = NULL;
    if (code == SQLITE_OK && path && strncmp(path, folder, strlen(folder)) == 0) {
        pthread_mutex_lock(&lock);
        file->watched = find(path, 1);
        pthread_mutex_unlock(&lock);
        if (!file->watched) code = SQLITE_NOMEM;
    }
    return code;
}

static int vfs_delete(sqlite3_vfs *self, const char *path, int sync) {
    (void)self;
    pthread_mutex_lock(&lock);
    struct watched *watched = find(path, 0);
    if (watched) forget(watched);
    pthread_mutex_unlock(&lock);
    return real_vfs->xDelete(real_vfs, path, sync);
}

int power_cut_watch(const char *path) {
    real_vfs = sqlite3_vfs_find(NULL);
    if (!real_vfs || strlen(path) >= sizeof folder) return SQLITE_ERROR;
    strcpy(folder, path);
    vfs = *real_vfs;
    vfs.pNext = NULL;
    vfs.zName = "power-cut";
    vfs.szOsFile = (int)sizeof(struct file) + real_vfs->szOsFile;
    vfs.xOpen = vfs_open;
    vfs.xDelete = vfs_delete;
    return sqlite3_vfs_register(&vfs, 1);
}

void power_cut_lie(const char *path) {
    pthread_mutex_lock(&lock);
    snprintf(lying_folder, sizeof lying_folder, "%s/", path);
    pthread_mutex_unlock(&lock);
}

int power_cut_copy(const char *path, const char *copy) {
    int from = open(path, O_RDONLY);
    if (from < 0) return -1;
    int to = open(copy, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int failed = to < 0;
    char buffer[65536];
    ssize_t count;
    while (!failed && (count = read(from, buffer, sizeof buffer)) != 0) {
        failed = count < 0 || write(to, buffer, (size_t)count) != count;
    }
    pthread_mutex_lock(&lock);
    struct watched *watched = find(path, 0);
    for (struct undo *undo = watched ? watched->newest : NULL; undo && !failed; undo = undo->older) {
        failed = pwrite(to, undo->bytes, (size_t)undo->length, undo->offset) != undo->length ||
                 ftruncate(to, undo->size_before) != 0;
    }
    pthread_mutex_unlock(&lock);
    close(from);
    if (to >= 0) close(to);
    return failed ? -1 : 0;
}
