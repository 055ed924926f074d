#include "bilevel_png.h"

#include <png.h>
#include <stdio.h>
#include <string.h>

struct output {
    uint8_t *bytes;
    size_t count, capacity;
    char *message;
};

static void append(png_structp png, png_bytep bytes, size_t count) {
    struct output *output = png_get_io_ptr(png);
    if (count > output->capacity - output->count) png_error(png, "there is no room for it");
    memcpy(output->bytes + output->count, bytes, count);
    output->count += count;
}

static void flush(png_structp png) { (void)png; }

static void fail(png_structp png, png_const_charp message) {
    struct output *output = png_get_error_ptr(png);
    snprintf(output->message, BILEVEL_PNG_MESSAGE, "%s", message);
    png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

size_t bilevel_png_write(
    const uint8_t *rows, uint32_t side, uint8_t *bytes, size_t capacity, char *message) {
    struct output output = {bytes, 0, capacity, message};
    snprintf(message, BILEVEL_PNG_MESSAGE, "there is no memory for it");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &output, fail, ignore);
    if (png == NULL) return 0;
    png_infop info = png_create_info_struct(png);
    if (info == NULL || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return 0;
    }

    const png_color palette[2] = {{255, 255, 255}, {0, 0, 0}};
    png_set_write_fn(png, &output, append, flush);
    png_set_IHDR(png, info, side, side, 1, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, palette, 2);
    // Rows that repeat are found at any level: a higher one takes twice as long for a few hundred bytes.
    png_set_compression_level(png, 3);
    png_write_info(png, info);
    for (uint32_t row = 0; row < side; row++) png_write_row(png, rows + (size_t)row * ((side + 7) / 8));
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return output.count;
}
