// What the libraries in front of the C library have in common: which files they watch, and how a call is handed on.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MAX_FILES = 65536 };

static const char *root;
static size_t root_length;
static unsigned char watched[MAX_FILES];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// Watches what lies below FAULT_ROOT; without it nothing is done.
static int has_root(void) {
  root = getenv("FAULT_ROOT");
  root_length = root ? strlen(root) : 0;
  return root != NULL;
}

static int is_below_root(const char *path) { return path && strncmp(path, root, root_length) == 0; }
static int is_marked(int fd) { return fd >= 0 && fd < MAX_FILES && watched[fd]; }

#define MODE_OF(flags)                        \
  mode_t mode = 0;                            \
  if ((flags) & (O_CREAT | O_TMPFILE)) {      \
    va_list rest;                             \
    va_start(rest, flags);                    \
    mode = va_arg(rest, mode_t);              \
    va_end(rest);                             \
  }

int close(int fd) {
  if (fd >= 0 && fd < MAX_FILES) watched[fd] = 0;
  return REAL(close)(fd);
}

// Where a write goes: `write` has a place of its own, the others are told.
#define NOTHING
#define AT_DECLARED , off_t at
#define AT64_DECLARED , off64_t at
#define AT , at
