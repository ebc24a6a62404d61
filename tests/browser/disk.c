/* A slow disk, loaded before the C library (LD_PRELOAD). Each fsync takes as many milliseconds
 * longer as the file DISK_SLOW says, or fails where that says less than nothing. Only when it came to an end its file is copied into the folder
 * DISK_KEPT, named by its inode and its birth. That is what a disk holds once the power is cut. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t copying = PTHREAD_MUTEX_INITIALIZER;

static long slow(void) {
  long ms = 0;
  const char *path = getenv("DISK_SLOW");
  FILE *file = path ? fopen(path, "re") : NULL;
  if (file) {
    if (fscanf(file, "%ld", &ms) != 1) ms = 0;
    fclose(file);
  }
  return ms;
}

static void take_long(long ms) {
  struct timespec rest = {ms / 1000, ms % 1000 * 1000000};
  while (nanosleep(&rest, &rest) == -1 && errno == EINTR) {}
}

/* Copies so much of an open file; whole or not at all, also where the process is killed here. */
static void keep(int fd, const struct statx *file) {
  const char *kept = getenv("DISK_KEPT");
  if (!kept) return;
  char from[64], to[4096], part[4200], bytes[65536];
  snprintf(from, sizeof from, "/proc/self/fd/%d", fd);
  snprintf(to, sizeof to, "%s/%llu-%lld%09u", kept, (unsigned long long)file->stx_ino,
           (long long)file->stx_btime.tv_sec, file->stx_btime.tv_nsec);
  snprintf(part, sizeof part, "%s.part", to);
  pthread_mutex_lock(&copying);
  int in = open(from, O_RDONLY | O_CLOEXEC), out = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  off_t at = 0, size = file->stx_size;
  while (in >= 0 && out >= 0 && at < size) {
    ssize_t got = pread(in, bytes, size - at < (off_t)sizeof bytes ? (size_t)(size - at) : sizeof bytes, at);
    if (got <= 0 || write(out, bytes, got) != got) break;
    at += got;
  }
  if (in >= 0) close(in);
  if (out >= 0) close(out);
  if (at == size) rename(part, to);
  pthread_mutex_unlock(&copying);
}

static int sync_slowly(const char *name, int fd) {
  int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  /* What is written while it runs may be kept or not: it is not. */
  struct statx file;
  int known = statx(fd, "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_BTIME, &file) == 0 && S_ISREG(file.stx_mode);
  long ms = slow();
  if (ms < 0) {
    errno = EIO;
    return -1;
  }
  take_long(ms);
  int done = sync(fd);
  if (done == 0 && known) keep(fd, &file);
  return done;
}

int fsync(int fd) { return sync_slowly("fsync", fd); }
int fdatasync(int fd) { return sync_slowly("fdatasync", fd); }
