import Markup

/// What makes an SVG drawing more than a picture. As a picture in a page it can do nothing; opened by its own address it is
/// a document of the site, which may run scripts, follow links and load what it likes.
package struct ActiveContent: Hashable, Sendable {
    /// As the rest of a sentence about the file.
    package let fault: String
    package let line: Int
    package let column: Int

    /// The first such thing in a drawing; what cannot be read as XML in UTF-8 counts as well, for nobody knows what browsers
    /// would make of it.
    ///
    /// - Returns: `nil` if it is nothing but a picture.
    package init?(in svg: [UInt8]) {
        guard let (offset, fault) = Self.first(in: svg) else { return nil }
        let place = Place(of: offset, in: svg)
        self.fault = fault
        line = place.line
        column = place.column
    }

    private static func first(in svg: [UInt8]) -> (offset: Int, fault: String)? {
        if svg.starts(with: [0x1F, 0x8B]) { return (0, "is compressed; keep it as plain SVG") }
        guard String(validating: svg, as: UTF8.self) != nil, saysUTF8(svg) else {
            return (0, "is an SVG that is not in UTF-8; save it as UTF-8")
        }
        var found: (offset: Int, fault: String)?
        var root: XMLElement?
        do throws(ScanFault) {
            try XMLReader.read(svg, isAlone: true) { element in
                root = element
                guard let fault = DrawingRule.fault(of: element), element.offset < found?.offset ?? .max else { return }
                found = (element.offset, fault)
            }
        } catch let fault {
            return (fault.offset, "is no SVG that may be shown: \(fault.message)")
        }
        if let found { return found }
        guard let root, root.name == "svg" else {
            return (0, "is no SVG: its outermost element is <\(root?.name ?? "")>")
        }
        let attribute = root.prefix.isEmpty ? "xmlns" : "xmlns:\(root.prefix)"
        guard root[attribute]?.text == namespace else {
            return (
                root.offset, "is no SVG that browsers show: its outermost element needs \(attribute)=\"\(namespace)\""
            )
        }
        return nil
    }

    /// A browser takes an element for a drawing only by this.
    private static let namespace = "http://www.w3.org/2000/svg"

    /// A browser follows the encoding that the first line names.
    private static func saysUTF8(_ svg: [UInt8]) -> Bool {
        let text = ArraySlice(svg.starts(with: [0xEF, 0xBB, 0xBF]) ? svg.dropFirst(3) : svg[...])
        guard text.starts(with: Array("<?xml".utf8)) else { return true }
        let declaration = text.prefix(1_024).prefix { $0 != ">" }.text.lowercased()
        guard let name = declaration.firstRange(of: "encoding") else { return true }
        let value = declaration[name.upperBound...].drop { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" }
        return ["utf-8", "us-ascii"].contains { value.hasPrefix($0) }
    }
}
