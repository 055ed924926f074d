/* Many WebSockets that watch one showtime, and one buyer whose holds they all must hear of.
 *
 *     cc -O2 watchers.c -o watchers
 *     watchers PORT SHOWTIME COUNT ORIGIN RATE FILE
 *
 * Each line of FILE is the body of a POST /v1/holds for that showtime; RATE of them are sent each second. When all have
 * connected and have their snapshot, it prints `connected` and waits for a line. What a change takes is counted from the
 * moment at which the hold was asked for until a watcher has read the message.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BUFFER 8192
#define MOST_CHANGES 256
#define PATIENCE 10.0

struct watcher {
    int socket;
    int upgraded;
    long version;
    size_t received;
    char buffer[BUFFER];
};

static int port, poll_queue;
static long first_version = -1;
static size_t snapshots, heard, expected, gaps, capacity;
static double sent[MOST_CHANGES], *latencies;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

/* Fifty come from each address, 127.1.0.1 and so on: one client may have few sockets. */
static int connected(size_t number) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)}, own = {.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    own.sin_addr.s_addr = htonl(0x7F010001 + (uint32_t)(number / 50));
    int one = 1, client = socket(AF_INET, SOCK_STREAM, 0);
    if (client < 0) fail("socket");
    if (bind(client, (struct sockaddr *)&own, sizeof own) != 0) fail("bind");
    if ( connect(client, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return client;
}

static void send_all(int client, const char *bytes, size_t length) {
    if (send(client, bytes, length, MSG_NOSIGNAL) != (ssize_t)length) fail("send");
}

static void hear(struct watcher *watcher, const char *json, size_t length) {
    char text[BUFFER];
    memcpy(text, json, length);
    text[length] = 0;
    const char *field = strstr(text, "\"version\":");
    if (field == NULL) return;
    long version = strtol(field + 10, NULL, 10);
    if (strstr(text, "\"snapshot\"") != NULL) {
        snapshots++;
        if (first_version < 0) first_version = version;
    } else {
        if (version != watcher->version + 1) gaps++;
        long change = version - first_version - 1;
        if (change >= 0 && change < MOST_CHANGES && sent[change] > 0 && heard < capacity)
            latencies[heard++] = now() - sent[change];
    }
    watcher->version = version;
}

/* Takes one frame from the buffer (RFC 6455, section 5.2). Returns its length, or 0 if it is not all there. */
static size_t take_frame(struct watcher *watcher, size_t at) {
    const unsigned char *frame = (const unsigned char *)watcher->buffer + at;
    size_t there = watcher->received - at, header = 2;
    if (there < 2) return 0;
    size_t length = frame[1] & 127;
    if (length == 126) {
        if (there < 4) return 0;
        length = (size_t)frame[2] << 8 | frame[3];
        header = 4;
    } else if (length == 127) {
        fprintf(stderr, "a message is too long\n");
        exit(1);
    }
    if (there < header + length) return 0;
    int kind = frame[0] & 15;
    if (kind == 1) hear(watcher, watcher->buffer + at + header, length);
    if (kind == 8) {
        fprintf(stderr, "the server has closed a socket\n");
        exit(1);
    }
    if (kind == 9 && length < 126) {
        char pong[6 + 125] = {(char)0x8A, (char)(0x80 | length)};
        memcpy(pong + 6, watcher->buffer + at + header, length);
        send_all(watcher->socket, pong, 6 + length);
    }
    return header + length;
}

static void receive(struct watcher *watcher) {
    ssize_t length = recv(watcher->socket, watcher->buffer + watcher->received, BUFFER - 1 - watcher->received, 0);
    if (length <= 0) {
        if (length < 0 && (errno == EAGAIN || errno == EINTR)) return;
        fprintf(stderr, "the server hung up on a watcher\n");
        exit(1);
    }
    watcher->received += (size_t)length;
    watcher->buffer[watcher->received] = 0;
    size_t at = 0, taken;
    if (!watcher->upgraded) {
        char *end = strstr(watcher->buffer, "\r\n\r\n");
        if (end == NULL) return;
        if (strncmp(watcher->buffer, "HTTP/1.1 101", 12) != 0) {
            fprintf(stderr, "no WebSocket: %s\n", watcher->buffer);
            exit(1);
        }
        watcher->upgraded = 1;
        at = (size_t)(end - watcher->buffer) + 4;
    }
    while ((taken = take_frame(watcher, at)) > 0) at += taken;
    memmove(watcher->buffer, watcher->buffer + at, watcher->received - at);
    watcher->received -= at;
}

/* Reads what comes until `enough` is reached, or for `seconds`. */
static void listen_until(const size_t *count, size_t enough, double seconds) {
    struct epoll_event events[512];
    double end = now() + seconds, left;
    while (*count < enough && (left = end - now()) > 0) {
        struct timespec timeout = {(time_t)left, (long)((left - (double)(time_t)left) * 1e9)};
        int ready = epoll_pwait2(poll_queue, events, 512, &timeout, NULL);
        if (ready < 0 && errno != EINTR) fail("epoll_pwait2");
        for (int i = 0; i < ready; i++) receive(events[i].data.ptr);
    }
}

static void buy(int buyer, const char *body) {
    char request[4096], answer[8192];
    int length = snprintf(request, sizeof request,
                          "POST /v1/holds HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                          "Content-Length: %zu\r\n\r\n%s", strlen(body), body);
    /* The answer to the one before is read now: nobody waits for it. */
    while (recv(buyer, answer, sizeof answer, MSG_DONTWAIT) > 0) {}
    send_all(buyer, request, (size_t)length);
}

static int ascending(const void *left, const void *right) {
    double difference = *(const double *)left - *(const double *)right;
    return difference < 0 ? -1 : difference > 0;
}

int main(int argc, char **argv) {
    if (argc != 7) {
        fprintf(stderr, "usage: watchers PORT SHOWTIME COUNT ORIGIN RATE FILE\n");
        return 2;
    }
    port = atoi(argv[1]);
    size_t count = strtoul(argv[3], NULL, 10), changes = 0;
    double pause = 1 / atof(argv[5]);
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    char request[1024];
    int length = snprintf(request, sizeof request,
                          "GET /v1/showtimes/%s/live HTTP/1.1\r\nHost: localhost\r\nOrigin: %s\r\nConnection: Upgrade\r\n"
                          "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", argv[2], argv[4]);
    poll_queue = epoll_create1(0);
    struct watcher *watchers = calloc(count, sizeof *watchers);
    for (size_t i = 0; i < count; i++) {
        watchers[i].socket = connected(i);
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &watchers[i]};
        if (epoll_ctl(poll_queue, EPOLL_CTL_ADD, watchers[i].socket, &event) != 0) fail("epoll_ctl");
        send_all(watchers[i].socket, request, (size_t)length);
        /* Not all at once: what is measured comes later. */
        if (i % 64 == 63) listen_until(&snapshots, i - 32, PATIENCE);
    }
    listen_until(&snapshots, count, 3 * PATIENCE);
    printf("connected %zu\n", snapshots);
    fflush(stdout);
    if (getchar() == EOF || snapshots < count) return 1;

    capacity = count * MOST_CHANGES;
    latencies = malloc(capacity * sizeof *latencies);
    FILE *file = fopen(argv[6], "r");
    if (file == NULL) fail(argv[6]);
    char *line = NULL;
    size_t size = 0;
    ssize_t read;
    int buyer = connected(count);
    while (changes < MOST_CHANGES && (read = getline(&line, &size, file)) > 0) {
        if (line[read - 1] == '\n') line[read - 1] = 0;
        sent[changes++] = now();
        expected += count;
        buy(buyer, line);
        listen_until(&heard, SIZE_MAX, pause);
    }
    listen_until(&heard, expected, PATIENCE);
    qsort(latencies, heard, sizeof *latencies, ascending);
    printf("expected %zu\nheard %zu\ngaps %zu\n", expected, heard, gaps);
    if (heard > 0)
        printf("p50_milliseconds %f\np99_milliseconds %f\nworst_milliseconds %f\n", 1000 * latencies[(heard - 1) / 2],
               1000 * latencies[(heard - 1) * 99 / 100], 1000 * latencies[heard - 1]);
    return 0;
}
