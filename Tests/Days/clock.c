// Preloaded into a program, moves its calendar clock by MARQUEE_CLOCK_OFFSET seconds, and that of all programs it starts.
// The monotonic clock is left alone, so timers and time limits are what they always are; so are the times of files.
// What waits for a moment of the calendar waits for the moved one.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/// A deadline later than this many seconds is one of the calendar: the monotonic clock counts from the start of the machine.
enum { CALENDAR_BEGINS = 1000000000 };

static long offset;
static int (*real_clock_gettime)(clockid_t, struct timespec *);
static int (*real_clock_nanosleep)(clockid_t, int, const struct timespec *, struct timespec *);
static int (*real_cond_timedwait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
static int (*real_cond_clockwait)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
static int (*real_mutex_timedlock)(pthread_mutex_t *, const struct timespec *);
static int (*real_sem_timedwait)(sem_t *, const struct timespec *);
static int (*real_sem_clockwait)(sem_t *, clockid_t, const struct timespec *);

__attribute__((constructor)) static void look_up(void) {
    const char *text = getenv("MARQUEE_CLOCK_OFFSET");
    real_clock_nanosleep = dlsym(RTLD_NEXT, "clock_nanosleep");
    // Condition variables have two versions in the GNU C library, and the default is the old one to dlsym.
    real_cond_timedwait = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    if (!real_cond_timedwait) real_cond_timedwait = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    real_cond_clockwait = dlsym(RTLD_NEXT, "pthread_cond_clockwait");
    real_mutex_timedlock = dlsym(RTLD_NEXT, "pthread_mutex_timedlock");
    real_sem_timedwait = dlsym(RTLD_NEXT, "sem_timedwait");
    real_sem_clockwait = dlsym(RTLD_NEXT, "sem_clockwait");
    real_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    offset = text ? strtol(text, NULL, 10) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    // Allocators ask for the time before anything could be looked up.
    int result = real_clock_gettime ? real_clock_gettime(clock, now) : (int)syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += offset;
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void)zone;
    struct timespec time;
    if (clock_gettime(CLOCK_REALTIME, &time) != 0) return -1;
    now->tv_sec = time.tv_sec;
    now->tv_usec = time.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *now) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME_COARSE, &time);
    if (now) *now = time.tv_sec;
    return time.tv_sec;
}

int timespec_get(struct timespec *now, int base) {
    return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, now) == 0 ? base : 0;
}

/// The deadline as the kernel's own clock counts it.
static struct timespec unmoved(const struct timespec *deadline) {
    struct timespec result = *deadline;
    if (result.tv_sec > CALENDAR_BEGINS) result.tv_sec -= offset;
    return result;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *left) {
    struct timespec deadline = flags & TIMER_ABSTIME ? unmoved(time) : *time;
    return real_clock_nanosleep(clock, flags, &deadline, left);
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *time) {
    struct timespec deadline = unmoved(time);
    return real_cond_timedwait(condition, mutex, &deadline);
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *time) {
    struct timespec deadline = unmoved(time);
    return real_cond_clockwait(condition, mutex, clock, &deadline);
}

int pthread_mutex_timedlock(pthread_mutex_t *mutex, const struct timespec *time) {
    struct timespec deadline = unmoved(time);
    return real_mutex_timedlock(mutex, &deadline);
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict time) {
    struct timespec deadline = unmoved(time);
    return real_sem_timedwait(semaphore, &deadline);
}

int sem_clockwait(sem_t *restrict semaphore, clockid_t clock, const struct timespec *restrict time) {
    struct timespec deadline = unmoved(time);
    return real_sem_clockwait(semaphore, clock, &deadline);
}
