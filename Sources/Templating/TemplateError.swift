/// What is wrong in a template, and where.
package struct TemplateError: Error, Hashable, CustomStringConvertible {
    /// The template's file.
    package let file: String
    /// Counted from 1.
    package let line: Int
    package let column: Int
    package let message: String

    /// `file:line:column: message`
    package var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Where a tag begins.
struct TagPosition: Hashable, Comparable, Sendable {
    let file: String
    let line: Int
    let column: Int

    static func < (left: TagPosition, right: TagPosition) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }

    func error(_ message: String) -> TemplateError {
        TemplateError(file: file, line: line, column: column, message: message)
    }
}
