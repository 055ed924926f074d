/// One thing that is wrong in a file that was to be imported, and where.
package struct ImportProblem: Error, Hashable, CustomStringConvertible {
    package let file: String
    package let position: Position
    package let message: String

    /// `file:line:column: message`, on one line that a terminal can show whatever the file has.
    package var description: String { "\(file):\(position.line):\(position.column): \(Self.printable(message))" }

    /// Control characters, line breaks too, and signs that turn the direction of writing, as their codes.
    private static func printable(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
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
    /// Those that are listed, at most ``ProblemLog/limit`` of each file.
    package private(set) var problems: [ImportProblem]
    /// How many more each file has, in the order in which the files were read.
    package private(set) var unlisted: [(file: String, count: Int)] = []

    init(problems: [ImportProblem]) {
        self.problems = problems
    }

    init(_ log: ProblemLog) {
        problems = log.problems
        if log.unlisted > 0 { unlisted = [(log.file, log.unlisted)] }
    }

    init(file: String, _ message: String, at position: Position = .start) {
        problems = [ImportProblem(file: file, position: position, message: message)]
    }

    /// What is wrong with several files is told of all of them at once.
    mutating func add(_ other: ImportFailure) {
        problems += other.problems
        unlisted += other.unlisted
    }

    package var description: String {
        let more = unlisted.map { "\($0.file): and \($0.count) more \($0.count == 1 ? "problem" : "problems")" }
        return (problems.map(\.description) + more).joined(separator: "\n")
    }
}

/// Gathers the problems of one file, so that a person can mend them all at once.
final class ProblemLog {
    /// After so many the file is most likely of another kind altogether; further ones are only counted.
    static let limit = 20

    let file: String
    private(set) var problems: [ImportProblem] = []
    private(set) var unlisted = 0

    init(file: String) {
        self.file = file
    }

    func note(_ message: String, at position: Position) {
        if problems.count < Self.limit {
            problems.append(ImportProblem(file: file, position: position, message: message))
        } else {
            unlisted += 1
        }
    }

    /// Notes all that have the name of one before them.
    func requireDistinct(_ keys: [(key: String, position: Position)], _ what: String) {
        var seen: [String: Position] = [:]
        for (key, position) in keys {
            if let first = seen[key] {
                note(
                    "two \(what) are '\(key)', the first on line \(first.line); give one of them another 'id'",
                    at: position)
            } else {
                seen[key] = position
            }
        }
    }

    /// - Throws: ``ImportFailure`` if anything was noted.
    func throwIfAny() throws {
        if !problems.isEmpty { throw ImportFailure(self) }
    }
}
