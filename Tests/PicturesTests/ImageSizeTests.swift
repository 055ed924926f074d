import Testing

@testable import Pictures

@Suite("The size of a picture")
struct ImageSizeTests {
    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let length = UInt32(content.count + 8)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + bytes(name) + content
    }

    private static let frame: [UInt8] = [
        0xFF, 0xC2, 0, 17, 8, 0x02, 0x58, 0x01, 0x90, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
    ]
    /// A camera's note that it was held upright, in both orders of bytes.
    private static let turned: [UInt8] =
        [0xFF, 0xE1, 0, 34] + bytes("Exif\0\0MM\0*") + [
            0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
        ]
    private static let turnedLittle: [UInt8] =
        [0xFF, 0xE1, 0, 34] + bytes("Exif\0\0II*\0") + [
            8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0,
        ]

    static let files: [(name: String, bytes: [UInt8], width: Int, height: Int)] = [
        (
            "PNG",
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + bytes("IHDR") + [
                0, 0, 1, 0x90, 0, 0, 2, 0x58, 8, 6,
            ], 400, 600
        ),
        ("GIF", bytes("GIF89a") + [0x90, 0x01, 0x58, 0x02, 0, 0, 0, 0], 400, 600),
        ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF] + frame, 400, 600),
        ("JPEG of an upright camera", [0xFF, 0xD8] + turned + frame, 600, 400),
        ("JPEG of another", [0xFF, 0xD8] + turnedLittle + frame, 600, 400),
        (
            "WebP, lossy", bytes("RIFF\0\0\0\0WEBPVP8 \0\0\0\0") + [0, 0, 0, 0x9D, 0x01, 0x2A, 0x90, 0x01, 0x58, 0x02],
            400, 600
        ),
        ("WebP, lossless", bytes("RIFF\0\0\0\0WEBPVP8L\0\0\0\0") + [0x2F, 0x8F, 0xC1, 0x95, 0x00], 400, 600),
        (
            "WebP, extended", bytes("RIFF\0\0\0\0WEBPVP8X\n\0\0\0") + [0, 0, 0, 0, 0x8F, 0x01, 0, 0x57, 0x02, 0], 400,
            600
        ),
        (
            "AVIF",
            box("ftyp", bytes("avif\0\0\0\0mif1"))
                + box(
                    "meta",
                    [0, 0, 0, 0] + box("ispe", [0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 60])
                        + box("ispe", [0, 0, 0, 0, 0, 0, 1, 0x90, 0, 0, 2, 0x58])),
            400, 600
        ),
        (
            "SVG", bytes("<?xml version='1.0'?><!-- a --><svg xmlns='x' data-width='9' width=\"400px\" height='600'>"),
            400, 600
        ),
        ("SVG with a box", bytes("<svg viewBox='0 0 40, 60' width='100%' height='100%'>"), 400, 600),
    ]

    @Test("is read from the first bytes of the file", arguments: files)
    func sizes(file: (name: String, bytes: [UInt8], width: Int, height: Int)) {
        #expect(ImageSize(of: file.bytes) == ImageSize(width: file.width, height: file.height), "\(file.name)")
    }

    @Test("of a file that ends too early, or is no picture, is unknown", arguments: files)
    func damaged(file: (name: String, bytes: [UInt8], width: Int, height: Int)) {
        for length in 0..<10 { #expect(ImageSize(of: Array(file.bytes.prefix(length))) == nil) }
        for length in 10..<file.bytes.count {
            let size = ImageSize(of: Array(file.bytes.prefix(length)))
            #expect(size == nil || size == ImageSize(width: file.width, height: file.height) || file.name == "AVIF")
        }
        for text in [
            "", "GIF", "hello", "<html><body>", "<svg>", "<svg width='0' height='5'>", "<svg viewBox='0 0 0 0'>",
        ] {
            #expect(ImageSize(of: Array(text.utf8)) == nil)
        }
    }
}
