package import WebOrigin

/// The addresses of a site; kinds of pages add their own. A page is a folder's `index.html`, so that addresses need no
/// file name.
package struct SiteURL: Sendable {
    /// What stands before every path, without a final slash: `https://cinema.example/programme`.
    private let base: String
    /// The path below which the site lives: empty, or `/programme`.
    package let root: String
    package let origin: Origin

    /// - Parameter base: in any spelling; pages have it as browsers send it.
    package init(base: String) throws(AddressFault) {
        let address = try WebAddress(base: base)
        self.base = address.text
        root = address.tail
        origin = address.origin
    }

    /// Whose site it is, for names that no other site may give: `cinema.example`.
    var host: String { origin.host }

    package var home: String { root + "/" }
    var data: String { address(.data) }

    func assets(_ hash: String) -> String { "\(root)/assets/\(hash)" }

    /// Of a file at the root.
    func address(_ entry: RootEntry) -> String { "\(root)/\(entry.name)" }
    /// Of a page at the root.
    func page(_ entry: RootEntry) -> String { "\(root)/\(entry.name)/" }
    /// Of a page in a folder at the root.
    func page(_ name: String, in entry: RootEntry) -> String { "\(root)/\(entry.name)/\(name)/" }

    /// The showings that a page tells of, or the one, for calendars.
    func calendar(of page: String) -> String { page + "calendar.ics" }

    /// A page of a list that is too long for one; the first keeps the list's own address.
    static func page(_ number: Int, of list: String) -> String {
        number == 1 ? list : "\(list)page/\(number)/"
    }

    /// The address with scheme and host, for those who meet it outside of the site.
    package func absolute(_ path: String) -> String { base + path.dropFirst(root.count) }

    /// Where in the output folder the file of an address is.
    func file(_ path: String) -> String {
        let inside = path.dropFirst(root.count + 1)
        return inside.isEmpty || inside.hasSuffix("/") ? inside + "index.html" : String(inside)
    }
}
