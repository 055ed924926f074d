extension TemplateScanner {
    /// A tag that shows nothing itself and stands alone on its line takes the whole line with it (Mustache
    /// specification, "standalone" tags), so that templates can be laid out without leaving empty lines in pages.
    static func removingStandaloneLines(from pieces: [Piece]) -> [Piece] {
        let standalone = pieces.indices.filter { isStandalone($0, in: pieces) }
        var pieces = pieces
        for index in standalone {
            guard case .tag(var tag) = pieces[index] else { continue }
            if index > 0, case .text(let before) = pieces[index - 1] {
                let indentation = before.suffix(while: { $0 != "\n" })
                tag.indentation = String(indentation)
                pieces[index - 1] = .text(before.dropLast(indentation.count))
            } else {
                tag.indentation = ""
            }
            pieces[index] = .tag(tag)
            if index + 1 < pieces.count, case .text(let after) = pieces[index + 1] {
                pieces[index + 1] = .text(after.drop { $0 != "\n" }.dropFirst())
            }
        }
        return pieces
    }

    private static func isStandalone(_ index: Int, in pieces: [Piece]) -> Bool {
        guard case .tag(let tag) = pieces[index], tag.kind != .variable, tag.kind != .raw else { return false }
        return lineIsEmpty(before: index, in: pieces) && lineIsEmpty(after: index, in: pieces)
    }

    private static func lineIsEmpty(before index: Int, in pieces: [Piece]) -> Bool {
        guard index > 0 else { return true }
        guard case .text(let text) = pieces[index - 1] else { return false }
        let onLine = text.suffix(while: { $0 != "\n" })
        let beginsLine = onLine.count < text.count || index == 1
        return beginsLine && onLine.allSatisfy(\.isWhitespace)
    }

    private static func lineIsEmpty(after index: Int, in pieces: [Piece]) -> Bool {
        guard index + 1 < pieces.count else { return true }
        guard case .text(let text) = pieces[index + 1] else { return false }
        let onLine = text.prefix { $0 != "\n" }
        let endsLine = onLine.count < text.count || index + 2 == pieces.count
        return endsLine && onLine.allSatisfy(\.isWhitespace)
    }
}

extension Substring {
    fileprivate func suffix(while belongs: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !belongs($0) }) else { return self }
        return self[index(after: last)...]
    }
}
