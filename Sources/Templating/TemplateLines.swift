/// Marks where lines begin, and takes the lines away on which nothing stands that is shown.
///
/// A tag that shows nothing itself and stands alone on its line takes the line with it (Mustache specification,
/// "standalone" tags), so that templates can be laid out without leaving empty lines in pages. A parent counts as one
/// tag, from where it opens to where it is closed.
struct TemplateLines {
    /// What is open, with the place of a parent's tag among the pieces.
    private enum Opening {
        case section
        case block
        /// A block of a parent, which replaces one of its.
        case replacement
        /// The white space before it if it is the first on its line.
        case parent(piece: Int, space: String?)
    }

    private var pieces: [TemplatePiece] = []
    private var open: [Opening] = []

    static func marking(_ pieces: [TemplatePiece]) -> [TemplatePiece] {
        var lines = TemplateLines()
        var line: [TemplatePiece] = []
        for piece in pieces {
            line.append(piece)
            if case .text(let text) = piece, text.utf8.last == UInt8(ascii: "\n") {
                lines.add(line)
                line = []
            }
        }
        if !line.isEmpty { lines.add(line) }
        return lines.pieces
    }

    /// - Parameter line: text of which only the last piece ends a line, and tags.
    private mutating func add(_ line: [TemplatePiece]) {
        var line = line[...]
        var space: String? = ""
        if case .text(let text) = line[0] {
            let blank = String(text.prefix { $0 == " " || $0 == "\t" })
            space = blank
            line = [.text(String(text.dropFirst(blank.count)))] + line.dropFirst()
        }
        line = line.filter { if case .text("") = $0 { false } else { true } }[...]
        while let piece = line.popFirst() {
            switch piece {
            case .tag(let tag):
                add(tag, first: space, rest: &line)
            case .text, .line:
                if let space { pieces.append(.line(space: space)) }
                pieces.append(piece)
            }
            space = nil
        }
    }

    /// - Parameters:
    ///   - space: before the tag, if that is the first on its line.
    ///   - rest: what follows on its line.
    private mutating func add(_ tag: TemplateTag, first space: String?, rest: inout ArraySlice<TemplatePiece>) {
        var tag = tag
        let isLast = rest.allSatisfy(\.isBlank)
        let opening = tag.kind == .end ? open.popLast() : nil
        switch (tag.kind, opening) {
        case (.parent, _):
            // Whether it stands alone is known when it is closed.
            if let space { pieces.append(.line(space: space)) }
            open.append(.parent(piece: pieces.count, space: space))
        case (.end, .parent(let piece, let space?)?) where isLast:
            if case .tag(var parent) = pieces[piece] {
                parent.layout = .alone(space: space)
                pieces[piece] = .tag(parent)
            }
            pieces[piece - 1] = .text("")
            rest = []
        case (.end, .parent?), (.end, .replacement?):
            break
        case (.block, _):
            if case .parent? = open.last {
                open.append(.replacement)
                if isLast {
                    tag.layout = .alone(space: space ?? "")
                    rest = []
                }
            } else {
                open.append(.block)
                if let space { tag.layout = isLast ? .alone(space: space) : .leading(space: space) }
                if space != nil, isLast { rest = [] }
            }
        case (.variable, _), (.raw, _):
            if let space { pieces.append(.line(space: space)) }
        case (_, _):
            if tag.kind == .section || tag.kind == .inverted { open.append(.section) }
            guard let space else { break }
            if isLast {
                tag.layout = .alone(space: space)
                rest = []
            } else {
                pieces.append(.line(space: space))
            }
        }
        pieces.append(.tag(tag))
    }
}

extension TemplatePiece {
    fileprivate var isBlank: Bool {
        if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
    }
}
