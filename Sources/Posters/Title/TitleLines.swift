/// A title in lines, as large as it can be.
struct TitleLines {
    let lines: [String]
    /// Of the type.
    let size: Int
    let typeface: Typeface

    /// The largest type for so many lines at most.
    private static let sizes = [
        (size: 128, lines: 1), (104, 1), (86, 2), (72, 2), (60, 3), (52, 4), (45, 4), (39, 5), (34, 5), (29, 5),
        (26, 5),
    ]

    /// - Parameter width: of a line.
    init(_ title: TitleText, width: Int) {
        typeface = title.typeface
        for (size, most) in Self.sizes {
            let limit = width * 100 / size
            guard !title.isCut, let count = Self.wrap(title.pieces, limit)?.count, count <= most else { continue }
            lines = Self.text(title.pieces, Self.evenLines(title.pieces, count, limit))
            self.size = size
            return
        }
        let (size, most) = Self.sizes[Self.sizes.count - 1]
        self.size = size
        lines = Self.cut(title, most, width * 100 / size)
    }

    /// Fills line by line.
    ///
    /// - Returns: `nil` if a piece does not fit into a line.
    private static func wrap(_ pieces: [TitleText.Piece], _ limit: Int) -> [Range<Int>]? {
        var lines: [Range<Int>] = []
        var (start, width) = (0, 0)
        for (index, piece) in pieces.enumerated() {
            guard piece.width <= limit else { return nil }
            let more = index == start ? piece.width : piece.width + (piece.hasSpaceBefore ? space : 0)
            if index > start, width + more > limit {
                lines.append(start..<index)
                (start, width) = (index, piece.width)
            } else {
                width += more
            }
        }
        return pieces.isEmpty ? [] : lines + [start..<pieces.count]
    }

    private static let space = 28

    /// As many lines, none much longer than the others.
    private static func evenLines(_ pieces: [TitleText.Piece], _ count: Int, _ limit: Int) -> [Range<Int>] {
        var (low, high) = (limit / 3, limit)
        while high - low > 8 {
            let middle = (low + high) / 2
            if let lines = wrap(pieces, middle), lines.count <= count { high = middle } else { low = middle }
        }
        return wrap(pieces, high) ?? []
    }

    private static func text(_ pieces: [TitleText.Piece], _ lines: [Range<Int>]) -> [String] {
        lines.map { line in
            var text = ""
            for index in line {
                if index > line.lowerBound, pieces[index].hasSpaceBefore { text += " " }
                text += String(pieces[index].letters)
            }
            return text
        }
    }

    /// How wide a line is, in the units of the drawing; `nil` if that depends on the system.
    func width(of line: String) -> Int? {
        guard LetterWidth.isKnown(line, in: typeface) else { return nil }
        return line.reduce(0) { $0 + LetterWidth.of($1, in: typeface) } * size / 100
    }

    // MARK: Titles that are too long

    /// The beginning, with long words broken, and an ellipsis if there is more.
    private static func cut(_ title: TitleText, _ most: Int, _ limit: Int) -> [String] {
        let pieces = title.pieces.flatMap { broken($0, limit, title.typeface) }
        let all = wrap(pieces, limit) ?? []
        let lines = Array(all.prefix(most))
        var texts = text(pieces, lines)
        guard title.isCut || all.count > most, let last = lines.last else { return texts }
        var (letters, width) = (Array(texts[texts.count - 1]), 0)
        width = pieces[last].reduce(0) { $0 + $1.width + ($1.hasSpaceBefore ? space : 0) }
        while let letter = letters.last, width + 100 > limit || letter == " " || letter == "-" {
            width -= LetterWidth.of(letter, in: title.typeface)
            letters.removeLast()
        }
        texts[texts.count - 1] = String(letters) + "…"
        return texts
    }

    /// Parts of a word that fit into a line; letters that have capitals are hyphenated.
    private static func broken(
        _ piece: TitleText.Piece, _ limit: Int, _ typeface: Typeface
    ) -> [TitleText.Piece] {
        guard piece.width > limit else { return [piece] }
        var parts: [TitleText.Piece] = []
        var (letters, width): ([Character], Int) = ([], 0)
        for letter in piece.letters {
            let more = LetterWidth.of(letter, in: typeface)
            if width + more + hyphen > limit, let last = letters.last {
                parts.append(
                    .init(
                        last.isCased ? letters + ["-"] : letters,
                        hasSpaceBefore: piece.hasSpaceBefore && parts.isEmpty, in: typeface)
                )
                (letters, width) = ([], 0)
            }
            letters.append(letter)
            width += more
        }
        return parts + [.init(letters, hasSpaceBefore: piece.hasSpaceBefore && parts.isEmpty, in: typeface)]
    }

    private static let hyphen = 36
}
