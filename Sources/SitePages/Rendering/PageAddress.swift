package import Catalog

/// Finds what a file of the site shows.
package struct PageAddress {
    /// The file's path below the site's root.
    package let file: String
    /// `nil` if the file is no page or data of the programme.
    package let key: PageKey?

    /// - Parameter address: `movies/amelie-2001/index.html`, `/movies/amelie-2001/`, `data/movies/amelie-2001.json`, …
    package init(_ address: String, _ reader: ProgrammeReader) throws {
        let path = SitePath(address)
        file = path.parts.joined(separator: "/")
        key = try PageKinds.key(of: path, reader)
    }
}

/// The path of a file below the site's root, from which each kind of page tells its own.
struct SitePath {
    let parts: [String]

    init(_ address: String) {
        var parts = address.split(separator: "/").map(String.init)
        let isFile = parts == [HeadersFile.name] || (parts.last?.contains(".") == true && !address.hasSuffix("/"))
        if !isFile { parts.append("index.html") }
        self.parts = parts
    }

    /// Whether it is a file at the root.
    func isFile(_ name: String) -> Bool { parts == [name] }

    /// Whether it is a file right in a folder at the root.
    func isIn(_ entry: RootEntry) -> Bool { parts.count == 2 && parts[0] == entry.name }

    /// Whether it is a list of the site, or a later page of it.
    func isList(_ entry: RootEntry) -> Bool {
        isIn(entry) || (parts.count == 4 && parts[0] == entry.name && parts[1] == "page" && Int(parts[2]) != nil)
    }

    /// The name below a folder at the root that the page, or one of the pages below it, has: a slug, an id, a day.
    func name(below entry: RootEntry) -> String? {
        (3...6).contains(parts.count) && parts[0] == entry.name ? parts[1] : nil
    }

    /// The name of a data file, without its ending; `nil` if it is in another folder of data.
    func data(in folder: String...) -> String? {
        guard parts[0] == RootEntry.data.name, parts.dropFirst().dropLast() == folder[...] else { return nil }
        return parts.last.map { String($0.prefix { $0 != "." }) }
    }
}
