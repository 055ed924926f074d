import CPNG
package import Foundation

/// A QR code as a black and white PNG with a quiet zone of four modules, as ISO/IEC 18004 asks.
package struct QRImage: Sendable {
    /// Pixels for each module: sharp at any of them.
    package static let scales = 1...32
    private static let quietZone = 4

    private let side: Int
    /// One byte for each pixel: 0 is light, 1 is dark.
    private let pixels: [UInt8]

    /// - Parameter scale: one of ``scales``.
    package init(_ code: QRCode, scale: Int) {
        precondition(Self.scales.contains(scale), "the scale of a QR image is one of \(Self.scales)")
        side = (code.width + 2 * Self.quietZone) * scale
        var pixels = [UInt8](repeating: 0, count: side * side)
        for row in 0..<code.width * scale {
            for column in 0..<code.width where code.isDark(column: column, row: row / scale) {
                let start = (row + Self.quietZone * scale) * side + (column + Self.quietZone) * scale
                for pixel in start..<start + scale { pixels[pixel] = 1 }
            }
        }
        self.pixels = pixels
    }

    package func png() throws -> Data {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(side)
        image.height = UInt32(side)
        image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_COLORMAP)
        // Two colours: libpng then writes one bit for each pixel.
        image.colormap_entries = 2
        let colors: [UInt8] = [255, 255, 255, 0, 0, 0]
        // More than enough: rows of one bit, should nothing be compressible, and the file's frame.
        var size = png_alloc_size_t(side * (side / 8 + 16) + 4096)
        var data = Data(count: Int(size))
        let written = data.withUnsafeMutableBytes { buffer in
            png_image_write_to_memory(&image, buffer.baseAddress, &size, 0, pixels, 0, colors)
        }
        guard written != 0 else {
            let reason = withUnsafeBytes(of: image.message) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            throw QRImageError(reason: reason)
        }
        return data.prefix(Int(size))
    }
}

package struct QRImageError: Error, CustomStringConvertible {
    let reason: String

    package var description: String { "the PNG could not be written: \(reason)" }
}
