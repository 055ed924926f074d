import Foundation

/// What a reader of a Markdown document is told to do, in order.
///
/// A block of `sh` is typed; one without a language after it is what is then printed; `yaml` is saved, and `diff`
/// applied, to the file that was named last before the block.
struct DocumentSteps {
    enum Step: Equatable {
        case type(String)
        case see(String)
        case save(String, in: String)
        case change(String, to: String, in: String)
    }

    private(set) var steps: [Step] = []

    /// - Parameter skipped: the headings of sections that are not followed.
    init(_ document: String, skipping skipped: Set<String> = []) {
        var heading = ""
        var file = ""
        var block: (language: String, lines: [String])?
        for line in document.components(separatedBy: "\n") {
            if let open = block {
                guard line == "```" else {
                    block?.lines.append(line)
                    continue
                }
                if !skipped.contains(heading) { add(open.language, open.lines, file) }
                block = nil
            } else if line.hasPrefix("```") {
                block = (String(line.dropFirst(3)), [])
            } else if line.hasPrefix("## ") {
                heading = String(line.dropFirst(3))
            } else if let named = line.matches(of: /`([A-Za-z\/.-]+\.[a-z]+)`/).last {
                file = String(named.output.1)
            }
        }
    }

    private mutating func add(_ language: String, _ lines: [String], _ file: String) {
        let text = lines.joined(separator: "\n")
        switch language {
        case "sh": steps.append(.type(text))
        case "": steps.append(.see(text))
        case "yaml": steps.append(.save(text + "\n", in: file))
        case "diff":
            func side(_ sign: String) -> String {
                lines.filter { $0.hasPrefix(sign) }.map { String($0.dropFirst()) }.joined(separator: "\n")
            }
            steps.append(.change(side("-"), to: side("+"), in: file))
        default: break
        }
    }
}
