/// An element of an XML file, read to its end.
package struct XMLElement {
    /// Without a prefix.
    package let name: String
    /// What stands before the colon; empty if there is none.
    package let prefix: String
    /// The name of the element around it; empty for the outermost.
    package let parent: String
    /// Where its start tag begins, in bytes from the beginning of the file.
    package let offset: Int
    package internal(set) var attributes: [(name: String, value: ByteText)] = []
    /// The text directly inside, without the white space around it.
    package internal(set) var text: ByteText = []

    /// - Parameter fullName: with its prefix, if it has one.
    init(_ fullName: String, in parent: String, at offset: Int) {
        let colon = fullName.lastIndex(of: ":")
        prefix = colon.map { String(fullName[..<$0]) } ?? ""
        name = colon.map { String(fullName[fullName.index(after: $0)...]) } ?? fullName
        self.parent = parent
        self.offset = offset
    }

    package subscript(name: String) -> ByteText? { attributes.first { $0.name == name }?.value }

    /// As its tags write it.
    var fullName: String { prefix.isEmpty ? name : "\(prefix):\(name)" }
}
