/* Buyers for the booking API, many at once and as cheap as can be, because they share the cores with the server.
 *
 *     cc -O2 load.c -o load
 *     load PORT CONNECTIONS RATE holds|orders|purchases FILE
 *
 * Each line of FILE is the body of a POST /v1/holds. For `holds` that is all; for `orders` the hold is paid as well;
 * for `purchases` the first ticket's picture is asked for, too. The program ends when every line has had its answers,
 * and prints lines NAME VALUE.
 *
 * RATE is how many lines begin each second, whether or not the answers keep up (0: as many as the connections can). What
 * a line takes is counted from the moment at which it was due, so an answer that comes late makes those behind it late.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BUFFER 65536

enum step { IDLE, HOLD, PAY, PICTURE };

struct buyer {
    int socket;
    enum step step;
    double due;
    size_t received;
    char hold[64];
    char buffer[BUFFER];
};

static int steps = 1, port;
static char **bodies;
static size_t count, next_body, done, refused, broken;
static double *latencies;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void send_request(struct buyer *buyer, const char *method, const char *path, const char *body) {
    char request[8192];
    int length = snprintf(request, sizeof request,
                          "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                          "Content-Length: %zu\r\n\r\n%s", method, path, strlen(body), body);
    if (length >= (int)sizeof request || send(buyer->socket, request, (size_t)length, MSG_NOSIGNAL) != length)
        fail("send");
    buyer->received = 0;
}

static void begin(struct buyer *buyer, double due) {
    buyer->due = due;
    buyer->step = HOLD;
    send_request(buyer, "POST", "/v1/holds", bodies[next_body++]);
}

static void end(struct buyer *buyer, int succeeded) {
    if (succeeded) latencies[done] = now() - buyer->due;
    else refused++;
    if (succeeded) done++;
    buyer->step = IDLE;
}

/* The value of the first member of that name: "id":"…". */
static int find_text(const char *json, const char *name, char *value, size_t size) {
    char key[32];
    snprintf(key, sizeof key, "\"%s\":\"", name);
    const char *start = strstr(json, key);
    if (start == NULL) return 0;
    start += strlen(key);
    const char *stop = strchr(start, '"');
    if (stop == NULL || (size_t)(stop - start) >= size) return 0;
    memcpy(value, start, (size_t)(stop - start));
    value[stop - start] = 0;
    return 1;
}

static void go_on(struct buyer *buyer, int status, const char *body) {
    char path[160], value[96];
    if (status >= 500) broken++;
    if (buyer->step == HOLD && status == 201 && steps > 1 && find_text(body, "id", value, sizeof value)) {
        snprintf(path, sizeof path, "/v1/holds/%s/payment", value);
        buyer->step = PAY;
        send_request(buyer, "POST", path,
                     "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"payment\":{\"method\":\"pm_card_visa\"}}");
    } else if (buyer->step == PAY && status == 201 && steps > 2 && find_text(body, "png", value, sizeof value)) {
        buyer->step = PICTURE;
        send_request(buyer, "GET", value, "");
    } else {
        end(buyer, (int)buyer->step == steps && (status == 200 || status == 201));
    }
}

/* Reads what there is; when an answer is complete, the buyer goes on. */
static void receive(struct buyer *buyer) {
    ssize_t length = recv(buyer->socket, buyer->buffer + buyer->received, BUFFER - 1 - buyer->received, 0);
    if (length <= 0) {
        if (length < 0 && (errno == EAGAIN || errno == EINTR)) return;
        fprintf(stderr, "the server hung up\n");
        exit(1);
    }
    buyer->received += (size_t)length;
    buyer->buffer[buyer->received] = 0;
    char *body = strstr(buyer->buffer, "\r\n\r\n");
    if (body == NULL) return;
    char *field = strcasestr(buyer->buffer, "\r\ncontent-length:");
    size_t expected = field != NULL && field < body ? strtoul(field + 17, NULL, 10) : 0;
    body += 4;
    if ((size_t)(buyer->buffer + buyer->received - body) < expected) return;
    go_on(buyer, atoi(buyer->buffer + 9), body);
}

static int connected(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int one = 1, client = socket(AF_INET, SOCK_STREAM, 0);
    if (client < 0 || connect(client, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return client;
}

static void read_bodies(const char *path) {
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t size = 0, capacity = 0;
    ssize_t length;
    if (file == NULL) fail(path);
    while ((length = getline(&line, &size, file)) > 0) {
        if (line[length - 1] == '\n') line[length - 1] = 0;
        if (count == capacity) bodies = realloc(bodies, (capacity = 2 * capacity + 1024) * sizeof *bodies);
        bodies[count++] = strdup(line);
    }
    free(line);
    fclose(file);
    latencies = malloc((count + 1) * sizeof *latencies);
}

static int ascending(const void *left, const void *right) {
    double difference = *(const double *)left - *(const double *)right;
    return difference < 0 ? -1 : difference > 0;
}

static void report(double seconds) {
    qsort(latencies, done, sizeof *latencies, ascending);
    printf("done %zu\nrefused %zu\nserver_errors %zu\nseconds %f\nper_second %f\n", done, refused, broken, seconds,
           (double)done / seconds);
    const double shares[] = {0.5, 0.99, 0.999};
    const char *names[] = {"p50", "p99", "p999"};
    for (int i = 0; i < 3 && done > 0; i++)
        printf("%s_milliseconds %f\n", names[i], 1000 * latencies[(size_t)((double)(done - 1) * shares[i])]);
}

int main(int argc, char **argv) {
    if (argc != 6) {
        fprintf(stderr, "usage: load PORT CONNECTIONS RATE holds|orders|purchases FILE\n");
        return 2;
    }
    port = atoi(argv[1]);
    int buyers_count = atoi(argv[2]);
    double rate = atof(argv[3]);
    steps = strcmp(argv[4], "holds") == 0 ? HOLD : strcmp(argv[4], "orders") == 0 ? PAY : PICTURE;
    read_bodies(argv[5]);

    int poll = epoll_create1(0);
    struct buyer *buyers = calloc((size_t)buyers_count, sizeof *buyers);
    struct epoll_event events[256];
    for (int i = 0; i < buyers_count; i++) {
        buyers[i].socket = connected();
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = &buyers[i]};
        if (epoll_ctl(poll, EPOLL_CTL_ADD, buyers[i].socket, &event) != 0) fail("epoll_ctl");
    }

    double start = now();
    while (done + refused < count) {
        double instant = now();
        for (int i = 0; i < buyers_count && next_body < count; i++) {
            double due = rate > 0 ? start + (double)next_body / rate : instant;
            if (due > instant) break;
            if (buyers[i].step == IDLE) begin(&buyers[i], due);
        }
        double left = rate > 0 && next_body < count ? start + (double)next_body / rate - now() : 0.1;
        double pause = left > 0 ? left : 0;
        struct timespec timeout = {(time_t)pause, (long)((pause - (double)(time_t)pause) * 1e9)};
        int ready = epoll_pwait2(poll, events, 256, &timeout, NULL);
        if (ready < 0 && errno != EINTR) fail("epoll_pwait2");
        for (int i = 0; i < ready; i++) receive(events[i].data.ptr);
    }
    report(now() - start);
    return 0;
}
