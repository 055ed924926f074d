#ifndef BILEVEL_PNG_H
#define BILEVEL_PNG_H

#include <stddef.h>
#include <stdint.h>

/// The longest message, with the zero at its end.
#define BILEVEL_PNG_MESSAGE 128

/// Writes a square picture of one bit for each pixel, 1 being black, as a PNG into memory.
///
/// libpng reports errors by `longjmp`, which must not cross Swift: so this is C.
///
/// - rows: `side` rows of (side + 7) / 8 bytes each, the first pixel in the highest bit.
/// - bytes: room for `capacity` bytes.
/// - message: room for BILEVEL_PNG_MESSAGE bytes; says what went wrong.
/// - Returns: how many bytes the PNG has; 0 if it could not be written.
size_t bilevel_png_write(
    const uint8_t *rows, uint32_t side, uint8_t *bytes, size_t capacity, char *message);

#endif
