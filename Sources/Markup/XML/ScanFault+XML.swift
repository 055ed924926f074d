import CExpat

extension ScanFault {
    static let control = "a control character is not allowed in XML"
    static let reference = "this '&' must be written '&amp;' in XML"

    /// What libexpat found wrong, in words that say what to do where they can.
    ///
    /// - Parameters:
    ///   - offset: of what it was reading, in bytes.
    ///   - element: the innermost that is open.
    init(_ error: XML_Error, at offset: Int, in bytes: [UInt8], inside element: XMLElement?) {
        let offset = max(0, min(offset, bytes.count))
        let rest = bytes[offset...]
        self =
            Self.known(error, offset, bytes, rest, element)
            ?? ScanFault(offset: offset, message: "this is not well-formed XML (\(Self.words(of: error)))")
    }

    private static func known(
        _ error: XML_Error, _ offset: Int, _ bytes: [UInt8], _ rest: ByteText, _ element: XMLElement?
    ) -> ScanFault? {
        switch error {
        case XML_ERROR_NO_ELEMENTS:
            guard let element else { return ScanFault(offset: 0, message: "there is no element in this file") }
            return ScanFault(offset: element.offset, message: "<\(element.fullName)> is never closed")
        case XML_ERROR_TAG_MISMATCH:
            // Told of at the name, which stands after '</'.
            let name = rest.prefix { !$0.isSpace && $0 != ">" }.text
            let expected = element.map { "stands where <\($0.fullName)> is to be closed" } ?? "closes nothing"
            return ScanFault(offset: max(0, offset - 2), message: "</\(name)> \(expected)")
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            let name = rest.prefix { !$0.isSpace && $0 != "=" }.text
            return ScanFault(offset: offset, message: "the attribute '\(name)' is in this tag twice")
        case XML_ERROR_UNDEFINED_ENTITY, XML_ERROR_BAD_CHAR_REF: return ScanFault(offset: offset, message: reference)
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT, XML_ERROR_SYNTAX:
            guard rest.first == UInt8(ascii: "<") else {
                return ScanFault(offset: offset, message: "text stands outside of the outermost element")
            }
            guard error == XML_ERROR_JUNK_AFTER_DOC_ELEMENT else { return nil }
            return ScanFault(offset: offset, message: "there is a second outermost element")
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            return ScanFault(offset: offset, message: "this CDATA is never closed")
        case XML_ERROR_UNCLOSED_TOKEN:
            let what = rest.begins(with: "<!--") ? "comment" : rest.begins(with: "<?") ? "instruction" : "tag"
            return ScanFault(offset: offset, message: "this \(what) is never closed")
        case XML_ERROR_INVALID_TOKEN:
            return (element == nil ? strayText(before: offset, bytes) : nil) ?? token(offset, bytes)
        default: return nil
        }
    }

    /// Text before the outermost element is told of at its end, by the `<` that follows.
    private static func strayText(before offset: Int, _ bytes: [UInt8]) -> ScanFault? {
        let before = bytes[..<min(offset, bytes.count)]
        let last = before.lastIndex(of: UInt8(ascii: "<")).map { before[$0...] } ?? []
        guard last.isEmpty || last.begins(with: "<?") || last.begins(with: "<!") else { return nil }
        let end = before.lastIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? 0
        guard last.startIndex < max(end, 1), let stray = before[end...].firstIndex(where: { !$0.isSpace }) else {
            return nil
        }
        return ScanFault(offset: stray, message: "text stands outside of the outermost element")
    }

    /// A byte that no piece of XML may have where it stands; what it stands in is looked for before it.
    private static func token(_ offset: Int, _ bytes: [UInt8]) -> ScanFault? {
        guard offset < bytes.count else { return nil }
        let (byte, before) = (bytes[offset], bytes[..<offset])
        if byte < 0x20, !byte.isSpace || byte == "\u{C}" {
            return ScanFault(offset: offset, message: control)
        }
        if byte == "/", before.last == UInt8(ascii: "<") {
            let name = bytes[(offset + 1)...].prefix { !$0.isSpace && $0 != ">" }.text
            return ScanFault(offset: offset - 1, message: "</\(name)> closes nothing")
        }
        if before.suffix(2).elementsEqual("--".utf8), let start = before.lastRange(of: "<!--") {
            return ScanFault(offset: start, message: "'--' is not allowed in a comment")
        }
        let name = before.suffix(longestReference).reversed().prefix {
            $0 != ";" && $0 != "<" && $0 != "&" && !$0.isSpace
        }
        let ampersand = offset - name.count - 1
        if byte == "&" || (ampersand >= 0 && bytes[ampersand] == "&") {
            return ScanFault(offset: byte == "&" ? offset : ampersand, message: reference)
        }
        if byte == "<" { return ScanFault(offset: offset, message: "'<' must be written '&lt;' in a value") }
        if let equals = before.lastIndex(where: { !$0.isSpace }), bytes[equals] == "=" {
            let name = before[..<equals].trimmed.reversed().prefix { !$0.isSpace && $0 != "<" }.reversed()
            return ScanFault(offset: offset, message: "the value of '\(Array(name)[...].text)' must stand in quotes")
        }
        return nil
    }

    /// No name of an entity is longer, and a long text need not be looked through for one.
    private static let longestReference = 64

    private static func words(of error: XML_Error) -> String {
        XML_ErrorString(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
    }
}

extension ByteText {
    /// Where the last of these letters begin.
    fileprivate func lastRange(of word: StaticString) -> Int? {
        let length = word.utf8CodeUnitCount
        guard count >= length else { return nil }
        return (startIndex...endIndex - length).last { self[$0...].begins(with: word) }
    }
}
