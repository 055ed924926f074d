/// What a word says: text, with places for values in it.
package struct Message: Sendable, Hashable {
    package enum Piece: Sendable, Hashable {
        case text(String)
        /// `{movie}`: the value of that name stands here.
        case place(String)
    }

    package let pieces: [Piece]

    init(pieces: [Piece]) { self.pieces = pieces }

    /// - Throws: ``Fault`` if a brace is not that of a place.
    package init(_ text: String) throws(Fault) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
                throw Fault("a '\(rest[brace])' stands alone; a place is written as '{name}'")
            }
            let name = String(rest[rest.index(after: brace)..<end])
            guard Self.isName(name) else { throw Fault("'{\(name)}' is no place; its name has letters and dots only") }
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            pieces.append(.place(name))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    /// The names of its places, each once, in order.
    package var places: [String] {
        pieces.reduce(into: []) { places, piece in
            if case .place(let name) = piece, !places.contains(name) { places.append(name) }
        }
    }

    /// As it stands in the table.
    package var text: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .place(let name): "{\(name)}"
            }
        }.joined()
    }

    func escaped(by escape: (String) -> String) -> Message {
        Message(
            pieces: pieces.map { piece in
                if case .text(let text) = piece { .text(escape(text)) } else { piece }
            })
    }

    /// Of a field, perhaps one inside of another: `site.name`.
    private static func isName(_ name: String) -> Bool {
        name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { Character(Unicode.Scalar($0)).isLetter }
        }
    }

    /// What is wrong in a message; whoever knows where it stands says so.
    package struct Fault: Error {
        package let sentence: String

        init(_ sentence: String) { self.sentence = sentence }
    }
}
