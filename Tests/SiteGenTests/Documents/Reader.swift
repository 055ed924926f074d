import Foundation
import TestSupport

/// Somebody who follows a document to the letter, in an empty folder.
final class Reader {
    let folder: TemporaryFolder
    /// Where a `cd` has led.
    private(set) var place: URL
    private var running: [Program.Running] = []
    private var lastOutput = ""

    private static let shell = Program(executable: URL(filePath: "/bin/bash"))

    init() throws {
        folder = try TemporaryFolder()
        place = folder.url
    }

    private static let environment = [
        "MARQUEE": Repository.root.path,
        "PATH": Program("sitegen").folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
        // The day on which the document was read, and a port that is free.
        "MARQUEE_NOW": "2026-11-28T12:00:00Z", "MARQUEE_PORT": "0",
    ]

    /// - Returns: what went otherwise than the document says.
    func follow(_ step: DocumentSteps.Step) throws -> String? {
        switch step {
        case .type(let command) where ["sitegen serve", "sitegen watch"].contains(command):
            running.append(try Self.shell.start(["-c", "exec \(command)"], environment: Self.environment, in: place))
        case .type(let command):
            let result = try Self.shell.run(
                ["-c", "set -e\n\(command)\npwd >&2"], environment: Self.environment, in: place)
            guard result.exitCode == 0 else { return "\(command) fails: \(result.errors)" }
            lastOutput = result.output
            let lines = result.errors.split(separator: "\n")
            guard lines.count == 1 else { return "\(command) complains: \(result.errors)" }
            place = URL(filePath: String(lines[0]))
        case .see(let text):
            if lastOutput != text + "\n" { return "'\(lastOutput)' is printed, not '\(text)'" }
        case .save(let text, let file):
            try Data(text.utf8).write(to: place.appending(path: file))
        case .change(let old, let new, let file):
            // Whole lines.
            let text = "\n" + (try read(file))
            let (old, new) = ("\n\(old)\n", "\n\(new)\n")
            guard text.ranges(of: old).count == 1 else { return "'\(old)' is not in \(file), or not once" }
            try Data(text.replacing(old, with: new).dropFirst().utf8).write(to: place.appending(path: file))
        }
        return nil
    }

    func read(_ file: String) throws -> String {
        try String(contentsOf: place.appending(path: file), encoding: .utf8)
    }

    /// Ends what was left running.
    ///
    /// - Returns: what it had to complain about.
    func leave() throws -> [String] {
        for program in running { _ = program.stop(SIGINT) }
        let lines = try running.flatMap { try $0.errors().split(separator: "\n").map(String.init) }
        return lines.filter { !$0.hasPrefix("The site is at ") }
    }
}
