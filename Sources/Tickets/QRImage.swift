import CBilevelPNG
package import Foundation

/// A QR code as a black and white PNG with a quiet zone of four modules, as ISO/IEC 18004 asks.
package struct QRImage: Sendable {
    /// Pixels for each module: sharp at any of them.
    package static let scales = 1...32
    private static let quietZone = 4

    private let code: QRCode
    private let scale: Int
    private let side: Int
    private let rowSize: Int

    /// - Parameter scale: one of ``scales``.
    package init(_ code: QRCode, scale: Int) {
        precondition(Self.scales.contains(scale), "the scale of a QR image is one of \(Self.scales)")
        self.code = code
        self.scale = scale
        side = (code.width + 2 * Self.quietZone) * scale
        rowSize = (side + 7) / 8
    }

    package func png() throws -> Data {
        // More than enough: the rows, should nothing be compressible, and the file's frame.
        var data = Data(count: side * (rowSize + 8) + 4096)
        var message = [CChar](repeating: 0, count: Int(BILEVEL_PNG_MESSAGE))
        let size = data.withUnsafeMutableBytes { buffer in
            bilevel_png_write(
                rows, UInt32(side), buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count, &message)
        }
        guard size > 0 else {
            throw QRImageError(
                reason: String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
        }
        return data.prefix(size)
    }

    /// One bit for each pixel, 1 being dark. A row of modules is drawn once, and copied.
    private var rows: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(side * rowSize)
        let quiet = [UInt8](repeating: 0, count: rowSize * Self.quietZone * scale)
        rows.append(contentsOf: quiet)
        for row in 0..<code.width {
            let pixels = pixels(ofRow: row)
            for _ in 0..<scale { rows.append(contentsOf: pixels) }
        }
        rows.append(contentsOf: quiet)
        return rows
    }

    private func pixels(ofRow row: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: rowSize)
        for column in 0..<code.width where code.isDark(column: column, row: row) {
            var pixel = (column + Self.quietZone) * scale
            let end = pixel + scale
            while pixel < end {
                // As many as end in the same byte.
                let count = min(8 - pixel % 8, end - pixel)
                pixels[pixel / 8] |= UInt8(truncatingIfNeeded: (0xFF00 >> count & 0xFF) >> (pixel % 8))
                pixel += count
            }
        }
        return pixels
    }
}

package struct QRImageError: Error, CustomStringConvertible {
    let reason: String

    package var description: String { "the PNG could not be written: \(reason)" }
}
