/// A template as it is written, before its names are looked up.
indirect enum TemplateNode: Sendable {
    case text(String)
    /// A line begins here, with this white space. What is indented is indented by these.
    case line(space: String)
    case variable(name: String, escaped: Bool, TagPosition)
    case section(name: String, inverted: Bool, [TemplateNode], TagPosition)
    /// Another template in this place.
    case partial(name: String, TagLayout, TagPosition)
    /// Another template, some of its blocks replaced.
    case parent(name: String, TagLayout, replacements: [String: TemplateReplacement], TagPosition)
    /// A part that a template which names this one as its parent may replace.
    case block(name: String, TagLayout, [TemplateNode], TagPosition)
}

/// What a template shows in place of a block of its parent.
struct TemplateReplacement: Sendable {
    let nodes: [TemplateNode]
    /// Whether it begins on the line after the block's tag.
    let beginsLine: Bool
    let position: TagPosition
}

/// How a tag stands on its line.
enum TagLayout: Sendable, Hashable {
    /// After something else.
    case inline
    /// First on its line, after this white space, and followed by something else.
    case leading(space: String)
    /// Alone on its line, after this white space. The line is gone.
    case alone(space: String)
}

extension [TemplateNode] {
    /// The white space that the first line begins with, blank lines aside; `nil` if no line begins here.
    var indentation: String? {
        for (index, node) in enumerated() {
            switch node {
            case .line(let space):
                let isBlank =
                    if index + 1 < count, case .text(let text) = self[index + 1] { text.isBlankLine } else { false }
                if !isBlank { return space }
            case .section(_, _, let body, _), .block(_, .inline, let body, _), .block(_, .alone, let body, _):
                if let space = body.indentation { return space }
            case .block(_, .leading(let space), _, _), .partial(_, .alone(let space), _),
                .parent(_, .alone(let space), _, _):
                return space
            case .text, .variable, .partial, .parent:
                continue
            }
        }
        return nil
    }
}

extension String {
    fileprivate var isBlankLine: Bool {
        utf8.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }
}
