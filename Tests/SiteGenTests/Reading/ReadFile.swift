import Foundation

/// A file of a site as programs read it: what it is built of, and what is said in it.
struct ReadFile {
    /// Elements with the names of their attributes, the members of JSON, the properties of a calendar, in order.
    var structure: [String] = []
    /// What somebody wrote, after all escapes are undone.
    var texts: [String] = []

    /// - Parameter path: whose ending tells the kind of the file.
    /// - Throws: ``ReadingError`` for what no program should have to guess.
    init(_ path: String, _ bytes: Data) throws {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        switch name.split(separator: ".").dropFirst().last.map(String.init) {
        case "html": try read(html: Self.text(bytes))
        case "json", "webmanifest": try read(json: bytes)
        case "xml", "atom", "rss": try read(xml: bytes)
        case "svg":
            try read(xml: bytes)
            // Another title is another drawing: what counts is that it consists of shapes and letters alone.
            structure = structure.filter { !Self.isDrawn($0) }
        case "ics": try read(calendar: Self.text(bytes))
        // What hosts read, line by line.
        case nil, "txt", "conf": structure = try Self.text(bytes).components(separatedBy: "\n")
        default: break
        }
    }

    private static let drawn: Set<Substring> = [
        "svg", "g", "defs", "clipPath", "path", "rect", "circle", "ellipse", "line", "polygon", "polyline", "text",
        "tspan",
    ]

    private static func isDrawn(_ tag: String) -> Bool {
        let parts = tag.split { "</> ".contains($0) }
        return parts.first.map(drawn.contains) == true
            && parts.dropFirst().allSatisfy { !$0.hasPrefix("on") && !$0.hasSuffix("href") && $0 != "style" }
    }

    private static func text(_ bytes: Data) throws -> String {
        guard let text = String(data: bytes, encoding: .utf8) else { throw ReadingError("this is not UTF-8") }
        return text
    }

    // MARK: JSON

    mutating func read(json bytes: Data) throws {
        do {
            add(try JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed))
        } catch {
            throw ReadingError("this is no JSON: \(error.localizedDescription)")
        }
    }

    private mutating func add(_ value: Any) {
        switch value {
        case let members as [String: Any]:
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                structure.append("\(name):")
                add(value)
            }
        case let items as [Any]:
            structure.append("[\(items.count)]")
            items.forEach { add($0) }
        case let text as String:
            structure.append("text")
            texts.append(text)
        default:
            structure.append(value is NSNull ? "null" : "number")
        }
    }
}

struct ReadingError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
