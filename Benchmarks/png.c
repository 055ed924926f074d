/* QR codes as PNG files in memory, as a C programmer writes them with libqrencode and libpng, after qrencode's own
 * qrenc.c: one bit for each pixel, a row of modules made once and written `scale` times.
 *
 *     cc -O2 png.c -lqrencode -lpng -o png
 *     png COUNT SCALE TEXT      prints pictures per second
 *     png picture SCALE TEXT    writes one picture to stdout
 *
 * The last eight characters of the text are replaced by a number, so that no two pictures are alike.
 */
#include <png.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define QUIET_ZONE 4

struct memory {
    unsigned char *bytes;
    size_t count, capacity;
};

static void append(png_structp png, png_bytep bytes, png_size_t count) {
    struct memory *memory = png_get_io_ptr(png);
    if (memory->count + count > memory->capacity) {
        memory->capacity = 2 * (memory->count + count);
        memory->bytes = realloc(memory->bytes, memory->capacity);
        if (memory->bytes == NULL) png_error(png, "no memory");
    }
    memcpy(memory->bytes + memory->count, bytes, count);
    memory->count += count;
}

static void flush(png_structp png) { (void)png; }

static int draw(const char *text, int scale, struct memory *memory) {
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (code == NULL) return -1;
    int side = (code->width + 2 * QUIET_ZONE) * scale;
    size_t row_size = (size_t)(side + 7) / 8;
    unsigned char *row = malloc(row_size);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    if (row == NULL || info == NULL || setjmp(png_jmpbuf(png))) return -1;

    png_color palette[2] = {{255, 255, 255}, {0, 0, 0}};
    memory->count = 0;
    png_set_write_fn(png, memory, append, flush);
    png_set_IHDR(png, info, (png_uint_32)side, (png_uint_32)side, 1, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, palette, 2);
    png_write_info(png, info);

    memset(row, 0, row_size);
    for (int y = 0; y < QUIET_ZONE * scale; y++) png_write_row(png, row);
    for (int y = 0; y < code->width; y++) {
        memset(row, 0, row_size);
        for (int x = 0; x < code->width; x++) {
            if (!(code->data[y * code->width + x] & 1)) continue;
            int start = (x + QUIET_ZONE) * scale;
            for (int pixel = start; pixel < start + scale; pixel++) row[pixel / 8] |= 0x80 >> (pixel % 8);
        }
        for (int line = 0; line < scale; line++) png_write_row(png, row);
    }
    memset(row, 0, row_size);
    for (int y = 0; y < QUIET_ZONE * scale; y++) png_write_row(png, row);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    free(row);
    QRcode_free(code);
    return 0;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc != 4 || strlen(argv[3]) < 8) {
        fprintf(stderr, "usage: png COUNT|picture SCALE TEXT\n");
        return 2;
    }
    int count = strcmp(argv[1], "picture") == 0 ? 1 : atoi(argv[1]), scale = atoi(argv[2]);
    char *number = argv[3] + strlen(argv[3]) - 8;
    struct memory memory = {0};
    double start = now();
    for (int i = 0; i < count; i++) {
        char digits[16];
        snprintf(digits, sizeof digits, "%08d", i);
        memcpy(number, digits, 8);
        if (draw(argv[3], scale, &memory) != 0) return 1;
    }
    if (strcmp(argv[1], "picture") == 0) return fwrite(memory.bytes, 1, memory.count, stdout) != memory.count;
    printf("%.1f\n", count / (now() - start));
    return 0;
}
