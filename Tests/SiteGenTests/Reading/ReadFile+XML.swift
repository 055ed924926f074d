import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

extension ReadFile {
    mutating func read(xml bytes: Data) throws {
        let reader = XMLReader()
        let parser = XMLParser(data: bytes)
        parser.delegate = reader
        guard parser.parse() else {
            throw ReadingError(
                "this is not well-formed XML: line \(parser.lineNumber), column \(parser.columnNumber)")
        }
        structure += reader.structure
        texts += reader.texts
    }
}

private final class XMLReader: NSObject, XMLParserDelegate {
    private(set) var structure: [String] = []
    private(set) var texts: [String] = []
    private var text = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        finishText()
        structure.append("<\(([name] + attributes.keys.sorted()).joined(separator: " "))>")
        texts += attributes.sorted { $0.key < $1.key }.map(\.value)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        finishText()
        structure.append("</\(name)>")
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }

    /// Characters come in pieces.
    private func finishText() {
        if !text.isEmpty { texts.append(text) }
        text = ""
    }
}
