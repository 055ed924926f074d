import Markup

/// What is checked in a file, by its name.
enum FileKind {
    case page
    case styleSheet
    case script
    case manifest
    case json
    case xml
    case calendar
    /// A picture, a font and the like: it only has to be there.
    case other

    init(path: ByteText) {
        let ending = path.lastIndex(of: UInt8(ascii: ".")).map { path[($0 + 1)...] } ?? []
        self = Self.kinds[ending.text.lowercased()] ?? .other
    }

    private static let kinds: [String: FileKind] = [
        "html": .page, "htm": .page, "css": .styleSheet, "js": .script, "mjs": .script, "webmanifest": .manifest,
        "json": .json, "xml": .xml, "atom": .xml, "rss": .xml, "svg": .xml, "ics": .calendar,
    ]
}
