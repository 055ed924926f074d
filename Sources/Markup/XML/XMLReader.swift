/// Reads XML 1.0 strictly, by libexpat: whatever is not well-formed is a fault.
///
/// What a document type defines is not asked for, nothing outside of the file is loaded, and a file that defines an entity
/// is refused: a few lines of entities can stand for gigabytes of text. So the only references are those to characters
/// and the five of XML itself.
package enum XMLReader {
    /// Hands over each element when its end is read: what is inside comes before what it is in. The file is not kept as a
    /// tree, so that it may be as deep and as long as it likes.
    ///
    /// - Parameters:
    ///   - bytes: of the file, which has to be in UTF-8, whatever its first line says.
    ///   - isAlone: whether a style sheet is a fault, and a document type but for those of SVG itself.
    /// - Throws: the first fault. Elements that end before it were handed over.
    package static func read(
        _ bytes: [UInt8], isAlone: Bool = false, _ visit: (XMLElement) -> Void
    ) throws(ScanFault) {
        // libexpat would take some such files for UTF-16.
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw ScanFault(offset: 0, message: "the file is not in UTF-8")
        }
        if let zero = bytes.firstIndex(of: 0) { throw ScanFault(offset: zero, message: ScanFault.control) }
        let fault = withoutActuallyEscaping(visit) { visit -> ScanFault? in
            guard let parser = XMLParser(bytes, isAlone: isAlone, visit) else {
                return ScanFault(offset: 0, message: "there is not enough memory to read this file")
            }
            return parser.read()
        }
        if let fault { throw fault }
    }
}
