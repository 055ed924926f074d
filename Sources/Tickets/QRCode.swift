import CQRencode

/// A QR code: a square of dark and light modules.
package struct QRCode: Sendable {
    package let width: Int
    private let modules: [UInt8]

    /// Medium error correction: 15 % of the code may be unreadable.
    package init(_ text: String) throws {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
            throw QRCodeError(length: text.utf8.count)
        }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        modules = Array(UnsafeBufferPointer(start: code.pointee.data, count: width * width))
    }

    package func isDark(column: Int, row: Int) -> Bool {
        modules[row * width + column] & 1 == 1
    }
}

package struct QRCodeError: Error, CustomStringConvertible {
    let length: Int

    package var description: String { "a text of \(length) bytes does not fit into a QR code" }
}
