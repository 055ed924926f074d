import Text

/// A page has no control characters but white space, and no codes that Unicode keeps free of signs: HTML forbids them.
/// An import refuses them; who writes a catalog with SQL may bring them in.
struct ForbiddenSignRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        let bytes = page.document.bytes
        guard let (offset, code) = bytes.withUnsafeBufferPointer(Self.first) else { return }
        let name = Unicode.Scalar(code)?.codePoint ?? "a code"
        faults.add(
            .forbiddenSign, page.document, at: offset,
            "\(name) may not be in a page; take it out of the catalog's text, then build again")
    }

    /// The first such code, and where it begins.
    private static func first(in bytes: UnsafeBufferPointer<UInt8>) -> (offset: Int, code: UInt32)? {
        for index in bytes.indices {
            switch bytes[index] {
            case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F: return (index, UInt32(bytes[index]))
            case 0xC2 where index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index + 1]):
                return (index, UInt32(bytes[index + 1]))
            case 0xEF, 0xF0...0xF4:
                if let code = noncharacter(bytes, at: index) { return (index, code) }
            default: break
            }
        }
        return nil
    }

    /// U+FDD0 to U+FDEF, and the last two of each plane: all begin with these bytes.
    private static func noncharacter(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
        let length = bytes[start] == 0xEF ? 3 : 4
        guard start + length <= bytes.count else { return nil }
        let lead = UInt32(bytes[start]) & (length == 3 ? 0x0F : 0x07)
        let code = bytes[start + 1..<start + length].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
        return (0xFDD0...0xFDEF).contains(code) || code & 0xFFFE == 0xFFFE ? code : nil
    }
}
