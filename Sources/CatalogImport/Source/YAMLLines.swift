/// The lines of a YAML document, for what its parser does not tell of them.
struct YAMLLines {
    private let lines: [Substring.UnicodeScalarView]
    /// By number: a line may have so many values that it is not searched for each of them.
    private let commented: Set<Int>

    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(\.unicodeScalars)
        self.lines = lines
        commented = Set(lines.indices.filter { Self.comment(in: lines[$0]) != nil }.map { $0 + 1 })
    }

    /// Where the text of a block begins; the parser only tells where its `|` stands.
    func block(after line: Int) -> Position {
        let indentations = lines.dropFirst(line).lazy.compactMap { line in
            line.firstIndex { $0 != " " }.map { line.distance(from: line.startIndex, to: $0) }
        }
        return Position(line: line + 1, column: (indentations.first ?? 0) + 1)
    }

    /// That no comment begins like a part of the value before it: `Screen #1` is "Screen" to YAML.
    ///
    /// - Throws: ``SyntaxProblem``.
    func requireNoComment(behind value: String, at position: Position) throws {
        guard commented.contains(position.line) else { return }
        let line = lines[position.line - 1].dropFirst(position.column - 1)
        guard let start = Self.comment(in: line) else { return }
        let before = line[..<start].reversed().drop(while: Self.isBlank).reversed()
        guard before.elementsEqual(value.unicodeScalars) else { return }
        let comment = line[start...].prefix { !Self.isBlank($0) }
        throw SyntaxProblem(
            position: Position(
                line: position.line, column: position.column + line.distance(from: line.startIndex, to: start)),
            message: """
                '\(String(comment))' begins a comment, and '\(value)' is all of the value; write the value in quotes if \
                this belongs to it, or a blank after the # if it does not
                """)
    }

    /// Where a blank, a `#` and no blank follow each other.
    private static func comment(in line: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView.Index? {
        var (before, index) = (Unicode.Scalar("x"), line.startIndex)
        while index < line.endIndex {
            let next = line.index(after: index)
            if line[index] == "#", isBlank(before), next < line.endIndex, !isBlank(line[next]) { return index }
            (before, index) = (line[index], next)
        }
        return nil
    }

    private static func isBlank(_ sign: Unicode.Scalar) -> Bool { sign == " " || sign == "\t" }
}
