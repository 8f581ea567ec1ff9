// A recorder in front of the C library: every call by which Node or SQLite changes or flushes something below FAULT_ROOT goes
// into the file FAULT_RECORD, in order, so that the test can lay out what a power cut would leave after any of them.
//
// A record: kind, inode, offset, length of each of three parts; then path, second path, data. Little-endian 64-bit numbers.
#include "calls.h"

#include <pthread.h>

enum { MADE = 1, WRITTEN, CUT, FLUSHED, RENAMED, REMOVED };

static int record = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAULT_RECORD");
  if (!has_root() || !file) return;
  record = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static int is_inside(const char *path) { return record >= 0 && is_below_root(path); }
static int is_watched(int fd) { return record >= 0 && is_marked(fd); }

static void put(int kind, uint64_t inode, int64_t offset, const char *path, const char *second, const void *data, size_t size) {
  uint64_t head[6] = {kind, inode, offset, path ? strlen(path) : 0, second ? strlen(second) : 0, size};
  struct iovec parts[4] = {{head, sizeof head}, {(void *)path, head[3]}, {(void *)second, head[4]}, {(void *)data, size}};
  if (REAL(writev)(record, parts, 4) < 0) abort();
}

static uint64_t inode_of(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 ? found.st_ino : 0;
}

static uint64_t inode_at(const char *path) {
  struct stat found;
  return lstat(path, &found) == 0 ? found.st_ino : 0;
}

// The call and its record are one step, so that the order of the records is that of the calls.
#define IN_TURN(type, call, noted)          \
  pthread_mutex_lock(&turn);                \
  type result = call;                       \
  if (result >= 0) { noted; }               \
  pthread_mutex_unlock(&turn);              \
  return result;

#define OPEN(name)                                                                                     \
  int name(const char *path, int flags, ...) {                                                         \
    MODE_OF(flags)                                                                                     \
    if (!is_inside(path)) return REAL(name)(path, flags, mode);                                        \
    int is_new = (flags & O_CREAT) && REAL(access)(path, F_OK) != 0;                                   \
    IN_TURN(int, REAL(name)(path, flags, mode),                                                        \
            if (result < MAX_FILES) watched[result] = 1;                                               \
            if (is_new) put(MADE, inode_of(result), 0, path, NULL, NULL, 0);                           \
            else if (flags & O_TRUNC) put(CUT, inode_of(result), 0, NULL, NULL, NULL, 0))              \
  }
OPEN(open)
OPEN(open64)

#define WRITE(name, declared, given, position)                                                         \
  ssize_t name(int fd, const void *data, size_t size declared) {                                       \
    if (!is_watched(fd)) return REAL(name)(fd, data, size given);                                      \
    off64_t offset = position;                                                                         \
    IN_TURN(ssize_t, REAL(name)(fd, data, size given),                                                 \
            put(WRITTEN, inode_of(fd), offset, NULL, NULL, data, result))                              \
  }
WRITE(write, NOTHING, NOTHING, lseek64(fd, 0, SEEK_CUR))
WRITE(pwrite, AT_DECLARED, AT, at)
WRITE(pwrite64, AT64_DECLARED, AT, at)

#define CALL(name, declared, given, inside, noted)                                                     \
  int name declared {                                                                                  \
    if (!(inside)) return REAL(name) given;                                                            \
    IN_TURN(int, REAL(name) given, noted)                                                              \
  }
CALL(fsync, (int fd), (fd), is_watched(fd), put(FLUSHED, inode_of(fd), 0, NULL, NULL, NULL, 0))
CALL(fdatasync, (int fd), (fd), is_watched(fd), put(FLUSHED, inode_of(fd), 0, NULL, NULL, NULL, 0))
CALL(ftruncate, (int fd, off_t size), (fd, size), is_watched(fd), put(CUT, inode_of(fd), size, NULL, NULL, NULL, 0))
CALL(ftruncate64, (int fd, off64_t size), (fd, size), is_watched(fd), put(CUT, inode_of(fd), size, NULL, NULL, NULL, 0))
CALL(mkdir, (const char *path, mode_t mode), (path, mode), is_inside(path), put(MADE, inode_at(path), 1, path, NULL, NULL, 0))
CALL(rename, (const char *from, const char *to), (from, to), is_inside(to), put(RENAMED, 0, 0, from, to, NULL, 0))
CALL(unlink, (const char *path), (path), is_inside(path), put(REMOVED, 0, 0, path, NULL, NULL, 0))
CALL(rmdir, (const char *path), (path), is_inside(path), put(REMOVED, 0, 0, path, NULL, NULL, 0))
CALL(remove, (const char *path), (path), is_inside(path), put(REMOVED, 0, 0, path, NULL, NULL, 0))
