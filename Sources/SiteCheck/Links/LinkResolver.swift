import Markup
import Text

/// Finds the file that an address leads to, as a browser and a host of files do together.
struct LinkResolver {
    private let files: FileTable
    private let address: SiteAddress?
    /// Used for every path, so that it is not allocated for each.
    private var buffer: [UInt8] = []

    private static let index = Array("index.html".utf8)

    init(_ files: FileTable, _ address: SiteAddress?) {
        self.files = files
        self.address = address
    }

    /// - Parameters:
    ///   - reference: as it is meant: without character references, and without white space around it.
    ///   - folder: of the page it stands in, below the host: `programme/movies/`.
    ///   - page: the file itself, for a reference that is empty or a fragment alone.
    mutating func destination(of reference: ByteText, in folder: ByteText, page: Int) -> Destination {
        let path = reference.prefix { $0 != "?" && $0 != "#" }
        if path.isEmpty { return .file(page) }
        if path.begins(with: "//") {
            return absolute(Array("https:".utf8) + reference, else: Array("http:".utf8) + reference)
        }
        if let scheme = Self.scheme(of: path) {
            if scheme.matches("javascript") { return .script }
            guard scheme.matches("http") || scheme.matches("https") else { return .none }
            return absolute(reference)
        }
        let isAbsolute = path.first == UInt8(ascii: "/")
        return file(at: path, from: isAbsolute ? [] : folder, isPath: true)
    }

    /// The folder that relative addresses on a page are counted from.
    func folder(of path: ByteText) -> ByteText {
        let inside = path[..<(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex)]
        return (address?.root ?? []) + inside
    }

    /// The same, on a page with a `<base>`.
    mutating func folder(ofBase base: ByteText, in folder: ByteText) -> ByteText {
        if let (origin, path) = SiteAddress.parts(of: base) {
            guard origin == address?.origin else { return folder }
            normalize(path, from: [])
        } else {
            normalize(base.prefix { $0 != "?" && $0 != "#" }, from: base.first == UInt8(ascii: "/") ? [] : folder)
        }
        return buffer[..<(buffer.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)]
    }

    private static func scheme(of path: ByteText) -> ByteText? {
        guard path.first?.isLetter == true else { return nil }
        let scheme = path.prefix { $0.isLetter || $0.isDigit || $0 == "+" || $0 == "-" || $0 == "." }
        return scheme.endIndex < path.endIndex && path[scheme.endIndex] == ":" ? scheme : nil
    }

    private mutating func absolute(_ reference: ByteText, else other: ByteText? = nil) -> Destination {
        guard let (origin, path) = SiteAddress.parts(of: reference) else { return .none }
        if origin == address?.origin {
            return file(at: path.prefix { $0 != "?" && $0 != "#" }, from: [], isPath: false)
        }
        return other.map { absolute($0) } ?? .elsewhere(origin: origin)
    }

    /// - Parameter isPath: whether it was written as a path. Whoever writes the host as well may mean to leave the site.
    private mutating func file(at path: ByteText, from folder: ByteText, isPath: Bool) -> Destination {
        normalize(path, from: folder)
        let root = address?.root ?? []
        guard buffer.starts(with: root) || buffer.elementsEqual(root.dropLast()) else {
            return isPath ? .outside : .elsewhere(origin: address?.origin ?? "")
        }
        buffer.removeFirst(min(root.count, buffer.count))
        if buffer.isEmpty || buffer.last == UInt8(ascii: "/") {
            buffer += Self.index
        } else if let number = files.number(of: buffer) {
            return .file(number)
        } else if let number = files.number(of: buffer + [UInt8(ascii: "/")] + Self.index) {
            return .file(number)
        }
        return files.number(of: buffer).map { .file($0) } ?? .missing(path: String(decoding: buffer, as: UTF8.self))
    }

    /// Puts the path that is meant into the buffer: without `.` and `..`, and with the characters that `%` stands for.
    private mutating func normalize(_ path: ByteText, from folder: ByteText) {
        buffer.removeAll(keepingCapacity: true)
        buffer += folder
        var rest = path
        while !rest.isEmpty {
            let segment = rest.prefix { $0 != "/" }
            rest = rest[segment.endIndex...]
            let hasSlash = !rest.isEmpty
            rest = rest.dropFirst()
            if segment.elementsEqual("..".utf8) {
                if buffer.last == UInt8(ascii: "/") { buffer.removeLast() }
                while let last = buffer.last, last != "/" { buffer.removeLast() }
            } else if !segment.isEmpty, !segment.elementsEqual(".".utf8) {
                Self.append(segment, to: &buffer)
                if hasSlash { buffer.append(UInt8(ascii: "/")) }
            }
        }
    }

    private static func append(_ segment: ByteText, to bytes: inout [UInt8]) {
        guard segment.contains(UInt8(ascii: "%")) else {
            bytes += segment
            return
        }
        bytes += PercentEncoding.decode(segment)
    }
}
