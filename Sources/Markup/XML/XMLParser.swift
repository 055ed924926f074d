import CExpat

/// libexpat at work on one file. Its C functions call back while ``read()`` runs, and are given this object to do so: it
/// lives longer than the call, and they keep nothing of what they are given.
final class XMLParser {
    private let bytes: [UInt8]
    private let isAlone: Bool
    private let visit: (XMLElement) -> Void
    private let parser: OpaquePointer
    private var open: [(element: XMLElement, text: [UInt8])] = []
    private var fault: ScanFault?
    /// A document type names a file that may define entities; libexpat then takes those that it does not know for such.
    private var mayDefineEntities = false

    /// - Returns: `nil` if there is no memory left.
    init?(_ bytes: [UInt8], isAlone: Bool, _ visit: @escaping (XMLElement) -> Void) {
        guard let parser = XML_ParserCreate("UTF-8") else { return nil }
        self.parser = parser
        self.bytes = bytes
        self.isAlone = isAlone
        self.visit = visit
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// - Returns: what is wrong with the file, if anything is.
    func read() -> ScanFault? {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser, { XMLParser.at($0)?.begin($1, $2) }, { user, _ in XMLParser.at(user)?.end() })
        XML_SetCharacterDataHandler(parser) { XMLParser.at($0)?.add($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { XMLParser.at($0)?.take(type: $1, system: $2, public: $3, $4 != 0) }
        XML_SetEntityDeclHandler(parser) { user, name, _, _, _, _, _, _, _ in XMLParser.at(user)?.refuse(entity: name) }
        XML_SetSkippedEntityHandler(parser) { user, _, _ in XMLParser.at(user)?.stop(ScanFault.reference) }
        XML_SetProcessingInstructionHandler(parser) { user, name, _ in XMLParser.at(user)?.take(instruction: name) }
        let isRead = bytes.withUnsafeBytes(parse)
        if fault == nil, !isRead {
            fault = ScanFault(XML_GetErrorCode(parser), at: offset, in: bytes, inside: open.last?.element)
        }
        return fault
    }

    /// In pieces, for libexpat counts their bytes in 32 bits.
    private func parse(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        repeat {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
            rest = rest.dropFirst(piece.count)
            let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard XML_Parse(parser, start, Int32(piece.count), rest.isEmpty ? 1 : 0) == XML_STATUS_OK else {
                return false
            }
        } while !rest.isEmpty
        return true
    }

    private static func at(_ user: UnsafeMutableRawPointer?) -> XMLParser? {
        user.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Where the piece begins that is read just now.
    private var offset: Int { Int(XML_GetCurrentByteIndex(parser)) }

    private func stop(_ message: String) {
        if fault == nil { fault = ScanFault(offset: offset, message: message) }
        XML_StopParser(parser, 0)
    }

    // MARK: What is read

    private func begin(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard fault == nil, let name, let attributes else { return }
        if mayDefineEntities { checkReferences() }
        var element = XMLElement(String(cString: name), in: open.last?.element.name ?? "", at: offset)
        var index = 0
        while let name = attributes[index], let value = attributes[index + 1] {
            element.attributes.append((String(cString: name), Array(String(cString: value).utf8)[...]))
            index += 2
        }
        open.append((element, []))
    }

    private func add(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        guard fault == nil, let text, !open.isEmpty else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
        open[open.count - 1].text.append(contentsOf: bytes)
    }

    private func end() {
        guard fault == nil, let closed = open.popLast() else { return }
        var element = closed.element
        element.text = closed.text[...].trimmed
        visit(element)
    }

    private func take(instruction name: UnsafePointer<CChar>?) {
        guard isAlone, let name, String(cString: name) == "xml-stylesheet" else { return }
        stop("it names a style sheet; take that line out")
    }

    private func take(
        type: UnsafePointer<CChar>?, system: UnsafePointer<CChar>?, public: UnsafePointer<CChar>?, _ hasOwn: Bool
    ) {
        func text(_ words: UnsafePointer<CChar>?) -> String { words.map { String(cString: $0) } ?? "" }
        let (name, system, `public`) = (text(type), text(system), text(`public`))
        mayDefineEntities = !system.isEmpty
        // A line that older drawings begin with: it defines nothing, and browsers do not load what it names.
        let isPlain =
            `public`.hasPrefix("-//W3C//DTD SVG") && system.hasPrefix("http://www.w3.org/") && system.hasSuffix(".dtd")
        guard isAlone, name != "svg" || hasOwn || !(isPlain || (system.isEmpty && `public`.isEmpty)) else { return }
        stop("its document type defines more than SVG has; take that line out")
    }

    private func refuse(entity name: UnsafePointer<CChar>?) {
        let name = name.map { String(cString: $0) } ?? ""
        stop("it defines the entity '\(name)'; write what that stands for instead, and take the definition out")
    }

    /// libexpat leaves out an entity that it does not know from a value, and says nothing.
    private func checkReferences() {
        let tag = bytes[offset...].prefix(Int(XML_GetCurrentByteCount(parser)))
        for (place, byte) in zip(tag.indices, tag) where byte == "&" {
            let name = tag[(place + 1)...].prefix { $0 != ";" }
            if name.first == UInt8(ascii: "#") || ["amp", "apos", "gt", "lt", "quot"].contains(name.text) { continue }
            return stop(ScanFault.reference)
        }
    }
}
