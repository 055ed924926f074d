/// An element of an XML file, read to its end.
package struct XMLElement {
    /// Without a prefix.
    package let name: String
    /// What stands before the colon; empty if there is none.
    package let prefix: String
    /// The name of the element around it; empty for the outermost.
    package let parent: String
    /// Where its start tag begins.
    package let offset: Int
    package fileprivate(set) var attributes: [(name: String, value: ByteText)] = []
    /// The text directly inside, without the white space around it.
    package fileprivate(set) var text: ByteText = []

    package subscript(name: String) -> ByteText? { attributes.first { $0.name == name }?.value }
}

/// Reads XML 1.0 strictly: whatever is not well-formed is a fault. Of a document type, only the end is looked for.
package struct XMLScanner {
    private let bytes: [UInt8]
    private let isAlone: Bool
    private var index = 0
    private var open: [Opened] = []
    private var isRootRead = false

    private struct Opened {
        let fullName: ByteText
        var element: XMLElement
        var text: [UInt8] = []
    }

    private init(_ bytes: [UInt8], isAlone: Bool) {
        self.bytes = bytes
        self.isAlone = isAlone
    }

    /// Hands over each element when its end is read: what is inside comes before what it is in.
    ///
    /// - Parameter isAlone: whether a style sheet is a fault, and a document type but for those of SVG itself.
    package static func scan(_ bytes: [UInt8], isAlone: Bool = false, _ visit: (XMLElement) -> Void) throws(ScanFault) {
        var scanner = XMLScanner(bytes, isAlone: isAlone)
        try scanner.scan(visit)
    }

    private mutating func scan(_ visit: (XMLElement) -> Void) throws(ScanFault) {
        if begins(with: "\u{FEFF}") { index = 3 }
        while index < bytes.count {
            if bytes[index] != "<" {
                try takeText()
            } else if begins(with: "<!--") {
                try takeComment()
            } else if begins(with: "<![CDATA[") {
                try takeCharacterData()
            } else if isAlone, begins(with: "<?xml-stylesheet") {
                throw fault("it names a style sheet; take that line out")
            } else if isAlone, begins(with: "<!DOCTYPE"), !hasPlainDocumentType {
                throw fault("its document type defines more than SVG has; take that line out")
            } else if begins(with: "<?") {
                try skip(past: "?>", "this instruction is never closed")
            } else if begins(with: "<!DOCTYPE"), !isRootRead {
                try skipDocumentType()
            } else if begins(with: "</") {
                try takeEndTag(visit)
            } else {
                try takeStartTag(visit)
            }
        }
        if let last = open.last { throw fault("<\(last.fullName.text)> is never closed", at: last.element.offset) }
        guard isRootRead else { throw fault("there is no element in this file", at: 0) }
    }

    private func fault(_ message: String, at offset: Int? = nil) -> ScanFault {
        ScanFault(offset: min(offset ?? index, bytes.count), message: message)
    }

    private func begins(with word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes[index...].prefix($0.count).elementsEqual($0) }
    }

    private mutating func skip(past end: StaticString, _ complaint: String) throws(ScanFault) {
        let start = index
        while index < bytes.count, !begins(with: end) { index += 1 }
        guard index < bytes.count else { throw fault(complaint, at: start) }
        index += end.utf8CodeUnitCount
    }

    // MARK: Text

    private mutating func takeText() throws(ScanFault) {
        let start = index
        while index < bytes.count, bytes[index] != "<" { index += 1 }
        let text = bytes[start..<index]
        try check(text)
        guard !open.isEmpty else {
            guard let stray = text.firstIndex(where: { !$0.isSpace }) else { return }
            throw fault("text stands outside of the outermost element", at: stray)
        }
        open[open.count - 1].text += CharacterReferences.decoded(text)
    }

    /// Characters that XML does not allow, and references to nothing.
    private func check(_ text: ByteText) throws(ScanFault) {
        for (at, byte) in zip(text.indices, text) where byte < 0x20 || byte == "&" {
            if byte == "&" {
                try checkReference(text[at...])
            } else if byte == "\u{C}" || !byte.isSpace {
                throw fault("a control character is not allowed in XML", at: at)
            }
        }
    }

    private func checkReference(_ text: ByteText) throws(ScanFault) {
        let name = text.dropFirst().prefix { $0 != ";" && $0 != "&" && !$0.isSpace }
        let isNumber = name.first == UInt8(ascii: "#")
        guard name.endIndex < text.endIndex, text[name.endIndex] == ";",
            isNumber || ["amp", "apos", "gt", "lt", "quot"].contains(name.text),
            CharacterReferences.scalar(name) != nil
        else { throw fault("this '&' must be written '&amp;' in XML", at: text.startIndex) }
    }

    private mutating func takeComment() throws(ScanFault) {
        let start = index
        index += 4
        try skip(past: "--", "this comment is never closed")
        guard index < bytes.count, bytes[index] == ">" else {
            throw fault("'--' is not allowed in a comment", at: start)
        }
        index += 1
    }

    private mutating func takeCharacterData() throws(ScanFault) {
        guard !open.isEmpty else { throw fault("text stands outside of the outermost element") }
        let start = index + 9
        try skip(past: "]]>", "this CDATA is never closed")
        open[open.count - 1].text += bytes[start..<index - 3]
    }

    /// Whether this is a line that older drawings begin with: it defines nothing, and browsers do not load what it names.
    private var hasPlainDocumentType: Bool {
        let words = bytes[index...].prefix { $0 != ">" }.text.split(whereSeparator: \.isWhitespace)
        let type = words.joined(separator: " ")
        return type == "<!DOCTYPE svg"
            || (type.hasPrefix("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG") && type.hasSuffix(".dtd\"")
                && type.contains("\" \"http://www.w3.org/") && !type.contains("["))
    }

    private mutating func skipDocumentType() throws(ScanFault) {
        let start = index
        var depth = 0
        while index < bytes.count {
            defer { index += 1 }
            if bytes[index] == "[" { depth += 1 }
            if bytes[index] == "]" { depth -= 1 }
            if bytes[index] == ">", depth == 0 { return }
        }
        throw fault("this document type is never closed", at: start)
    }

    // MARK: Tags

    private mutating func takeName() throws(ScanFault) -> ByteText {
        let start = index
        while index < bytes.count, isPartOfName(bytes[index], isFirst: index == start) { index += 1 }
        guard index > start else { throw fault("a name is expected here") }
        return bytes[start..<index]
    }

    private func isPartOfName(_ byte: UInt8, isFirst: Bool) -> Bool {
        byte.isLetter || byte == "_" || byte == ":" || byte >= 0x80
            || (!isFirst && (byte.isDigit || byte == "-" || byte == "."))
    }

    private mutating func skipSpace() -> Bool {
        let start = index
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        return index > start
    }

    private mutating func takeStartTag(_ visit: (XMLElement) -> Void) throws(ScanFault) {
        let start = index
        guard !open.isEmpty || !isRootRead else { throw fault("there is a second outermost element") }
        isRootRead = true
        index += 1
        let name = try takeName()
        let prefix = name.lastIndex(of: UInt8(ascii: ":")).map { name[..<$0].text } ?? ""
        var element = XMLElement(
            name: localName(name), prefix: prefix, parent: open.last?.element.name ?? "", offset: start)
        while true {
            let isSpaced = skipSpace()
            guard index < bytes.count else { throw fault("this tag is never closed", at: start) }
            if bytes[index] == ">" {
                index += 1
                open.append(Opened(fullName: name, element: element))
                return
            }
            if begins(with: "/>") {
                index += 2
                visit(element)
                return
            }
            guard isSpaced else { throw fault("white space is expected between attributes") }
            try takeAttribute(&element)
        }
    }

    private mutating func takeAttribute(_ element: inout XMLElement) throws(ScanFault) {
        let start = index
        let name = try takeName().text
        guard element[name] == nil else { throw fault("the attribute '\(name)' is in this tag twice", at: start) }
        _ = skipSpace()
        guard index < bytes.count, bytes[index] == "=" else { throw fault("'=' is expected after '\(name)'") }
        index += 1
        _ = skipSpace()
        guard index < bytes.count, bytes[index] == "\"" || bytes[index] == "'" else {
            throw fault("the value of '\(name)' must stand in quotes")
        }
        let quote = bytes[index]
        guard let end = bytes[(index + 1)...].firstIndex(of: quote) else {
            throw fault("the value of '\(name)' is never closed")
        }
        let value = bytes[(index + 1)..<end]
        if let sign = value.firstIndex(of: UInt8(ascii: "<")) {
            throw fault("'<' must be written '&lt;' in a value", at: sign)
        }
        try check(value)
        element.attributes.append((name, CharacterReferences.decoded(value)))
        index = end + 1
    }

    private mutating func takeEndTag(_ visit: (XMLElement) -> Void) throws(ScanFault) {
        let start = index
        index += 2
        let name = try takeName()
        _ = skipSpace()
        guard index < bytes.count, bytes[index] == ">" else { throw fault("'>' is expected here") }
        index += 1
        guard let opened = open.popLast() else { throw fault("</\(name.text)> closes nothing", at: start) }
        guard opened.fullName == name else {
            throw fault("</\(name.text)> stands where <\(opened.fullName.text)> is to be closed", at: start)
        }
        var element = opened.element
        element.text = ArraySlice(opened.text).trimmed
        visit(element)
    }

    private func localName(_ name: ByteText) -> String {
        name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...].text } ?? name.text
    }
}
