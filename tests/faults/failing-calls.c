// A disk that fails: loaded in front of the C library, it lets one call below a folder fail, and those after it where
// asked. Node and SQLite both write through these calls, so that every step of either can be made to fail.
//
// FAULT_ROOT names the folder, FAULT_CONTROL a file of six 64-bit numbers that the test reads and writes:
// calls counted so far, number of the call that fails (0: none), errno, whether all later ones fail too, kinds, calls failed.
#include "calls.h"

#include <errno.h>
#include <sys/mman.h>

enum { GROWS = 1, FLUSHES = 2, REMOVES = 4, READS = 8 };

static volatile int64_t *control;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAULT_CONTROL");
  if (!has_root() || !file) return;
  int fd = REAL(open)(file, O_RDWR);
  void *memory = mmap(NULL, 48, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  control = memory == MAP_FAILED ? NULL : memory;
}

static int is_inside(const char *path) { return control && is_below_root(path); }
static int is_watched(int fd) { return control && is_marked(fd); }

// 0: go on; 1: this is the call at which the disk begins to fail; 2: it failed before.
static int fails(int kind) {
  if (!control[1] || !(control[4] & kind)) return 0;
  int64_t number = __atomic_add_fetch(&control[0], 1, __ATOMIC_SEQ_CST);
  if (number < control[1] || (number > control[1] && !control[3])) return 0;
  __atomic_add_fetch(&control[5], 1, __ATOMIC_SEQ_CST);
  errno = (int)control[2];
  return number == control[1] ? 1 : 2;
}

static int note(int fd, const char *path) {
  if (fd >= 0 && fd < MAX_FILES) watched[fd] = is_inside(path);
  return fd;
}

static int open_kind(const char *path, int flags) {
  return (flags & O_CREAT) && REAL(access)(path, F_OK) != 0 ? GROWS : READS;
}

#define OPEN(name)                                                               \
  int name(const char *path, int flags, ...) {                                   \
    MODE_OF(flags)                                                               \
    if (is_inside(path) && fails(open_kind(path, flags))) return -1;             \
    return note(REAL(name)(path, flags, mode), path);                            \
  }
OPEN(open)
OPEN(open64)

#define OPEN_AT(name)                                                            \
  int name(int folder, const char *path, int flags, ...) {                       \
    MODE_OF(flags)                                                               \
    if (is_inside(path) && fails(open_kind(path, flags))) return -1;             \
    return note(REAL(name)(folder, path, flags, mode), path);                    \
  }
OPEN_AT(openat)
OPEN_AT(openat64)

// Whether a write makes the file longer: a full disk takes what lies within its length.
static int grows(int fd, off_t at, size_t size) {
  struct stat found;
  return fstat(fd, &found) != 0 || at + (off_t)size > found.st_size;
}
static int write_kind(int fd, off_t at, size_t size) { return control[2] != ENOSPC || grows(fd, at, size) ? GROWS : FLUSHES; }

// A disk that is full takes the first half of what it is given.
#define WRITE(name, declared, given, position)                                   \
  ssize_t name(int fd, const void *data, size_t size declared) {                 \
    int failure = is_watched(fd) ? fails(write_kind(fd, position, size)) : 0;    \
    if (failure == 1 && control[2] == ENOSPC && size > 1) size /= 2;             \
    else if (failure) return -1;                                                 \
    return REAL(name)(fd, data, size given);                                     \
  }
WRITE(write, NOTHING, NOTHING, lseek(fd, 0, SEEK_CUR))
WRITE(pwrite, AT_DECLARED, AT, at)
WRITE(pwrite64, AT64_DECLARED, AT, at)

#define CALL(result, name, declared, given, kind, inside)                        \
  result name declared {                                                         \
    if ((inside) && fails(kind)) return -1;                                      \
    return REAL(name) given;                                                     \
  }
CALL(ssize_t, writev, (int fd, const struct iovec *data, int count), (fd, data, count), GROWS, is_watched(fd))
CALL(ssize_t, pwritev, (int fd, const struct iovec *data, int count, off_t at), (fd, data, count, at), GROWS, is_watched(fd))
CALL(ssize_t, pwritev64, (int fd, const struct iovec *data, int count, off64_t at), (fd, data, count, at), GROWS, is_watched(fd))
CALL(ssize_t, read, (int fd, void *data, size_t size), (fd, data, size), READS, is_watched(fd))
CALL(ssize_t, pread, (int fd, void *data, size_t size, off_t at), (fd, data, size, at), READS, is_watched(fd))
CALL(ssize_t, pread64, (int fd, void *data, size_t size, off64_t at), (fd, data, size, at), READS, is_watched(fd))
CALL(ssize_t, preadv, (int fd, const struct iovec *data, int count, off_t at), (fd, data, count, at), READS, is_watched(fd))
CALL(ssize_t, preadv64, (int fd, const struct iovec *data, int count, off64_t at), (fd, data, count, at), READS, is_watched(fd))
CALL(ssize_t, copy_file_range, (int from, off64_t *at, int to, off64_t *to_at, size_t size, unsigned flags),
     (from, at, to, to_at, size, flags), GROWS, is_watched(to))
CALL(ssize_t, sendfile, (int to, int from, off_t *at, size_t size), (to, from, at, size), GROWS, is_watched(to))
CALL(ssize_t, sendfile64, (int to, int from, off64_t *at, size_t size), (to, from, at, size), GROWS, is_watched(to))
CALL(int, fallocate, (int fd, int mode, off_t at, off_t size), (fd, mode, at, size), GROWS, is_watched(fd))
CALL(int, fsync, (int fd), (fd), FLUSHES, is_watched(fd))
CALL(int, fdatasync, (int fd), (fd), FLUSHES, is_watched(fd))
CALL(int, ftruncate, (int fd, off_t size), (fd, size), FLUSHES, is_watched(fd))
CALL(int, ftruncate64, (int fd, off64_t size), (fd, size), FLUSHES, is_watched(fd))
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode), GROWS, is_inside(path))
CALL(int, rename, (const char *from, const char *to), (from, to), GROWS, is_inside(to))
CALL(int, unlink, (const char *path), (path), REMOVES, is_inside(path))
CALL(int, rmdir, (const char *path), (path), REMOVES, is_inside(path))
CALL(int, remove, (const char *path), (path), REMOVES, is_inside(path))
