"""Reads a PNG of one bit for each pixel, as tickets have them, with nothing but zlib."""

import struct
import zlib


def picture(png: bytes) -> list[str]:
    """The pixels of a picture, row by row: 1 is dark."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n", "this is no PNG"
    chunks = dict[bytes, bytes]()
    at = 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at:at + 8])
        content = png[at + 8:at + 8 + length]
        assert zlib.crc32(name + content) == struct.unpack(">I", png[at + 8 + length:at + 12 + length])[0], name
        chunks[name] = chunks.get(name, b"") + content
        at += 12 + length
    width, height, depth, color, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, color, interlaced) == (1, 3, 0), "this is no picture of one bit for each pixel"
    dark = [sum(chunks[b"PLTE"][3 * entry:3 * entry + 3]) < 3 * 128 for entry in range(2)]
    assert sorted(dark) == [False, True], "it has no dark and no light"
    rows = _unfiltered(zlib.decompress(chunks[b"IDAT"]), (width + 7) // 8, height)
    signs = str.maketrans("01", "".join("01"[is_dark] for is_dark in dark))
    return ["".join(f"{byte:08b}" for byte in row)[:width].translate(signs) for row in rows]


def _unfiltered(data: bytes, size: int, height: int) -> list[bytes]:
    """Undoes the filters of PNG's section 9."""
    assert len(data) == height * (size + 1)
    rows, above = [], bytes(size)
    for start in range(0, len(data), size + 1):
        kind, row = data[start], bytearray(data[start + 1:start + 1 + size])
        for index in range(size):
            left = row[index - 1] if index else 0
            up, corner = above[index], above[index - 1] if index else 0
            nearest = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
            row[index] = row[index] + (0, left, up, (left + up) // 2, nearest)[kind] & 255
        above = bytes(row)
        rows.append(above)
    return rows
