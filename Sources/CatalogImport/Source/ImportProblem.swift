/// One thing that is wrong in a file that was to be imported, and where.
package struct ImportProblem: Error, Hashable, CustomStringConvertible {
    package let file: String
    package let position: Position
    package let message: String

    /// `file:line:column: message`
    package var description: String { "\(file):\(position.line):\(position.column): \(message)" }
}

/// A place in a text, line and column counted from 1.
package struct Position: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    static let start = Position(line: 1, column: 1)
}

/// All that kept an import from happening; the catalog is as it was.
package struct ImportFailure: Error, CustomStringConvertible {
    package let problems: [ImportProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Gathers the problems of one file, so that a person can mend them all at once.
final class ProblemLog {
    /// After so many the file is most likely of another kind altogether.
    static let limit = 20

    let file: String
    private(set) var problems: [ImportProblem] = []

    init(file: String) {
        self.file = file
    }

    var isFull: Bool { problems.count >= Self.limit }

    func note(_ message: String, at position: Position) {
        guard !isFull else { return }
        problems.append(ImportProblem(file: file, position: position, message: message))
    }

    /// - Throws: ``ImportFailure`` if anything was noted.
    func throwIfAny() throws {
        if !problems.isEmpty { throw ImportFailure(problems: problems) }
    }
}
