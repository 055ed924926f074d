import Foundation
import TestSupport
import Testing

@Suite("A path that is no path")
struct EmptyPathTests {
    private let folder: TemporaryFolder
    private let program = Program("sitegen")

    init() throws {
        folder = try .withProgramme()
        let result = try program.run(["import", "programme.yaml"], in: folder.url)
        #expect(result.exitCode == 0)
    }

    private static let site = ["--catalog", "--output", "--templates", "--public", "--posters"]

    private static let options: [(command: [String], options: [String])] = [
        (["import", "programme.yaml"], ["--catalog", "--mapping"]), (["demo"], ["--catalog"]), (["build"], site),
        (["watch"], site), (["why", "/"], site), (["due"], ["--catalog", "--output"]), (["serve"], ["--output"]),
        (["check"], ["--output"]), (["templates", "--markdown"], ["--templates"]),
    ]

    private static let cases = options.flatMap { command, options in options.map { command + [$0] } }

    @Test("is refused by every command, before anything is done", arguments: cases)
    func empty(arguments: [String]) throws {
        let option = try #require(arguments.last)
        let values = option == "--catalog" ? ["", ":memory:", "file::memory:", "file:x.sqlite?mode=memory"] : [""]
        for value in values {
            let before = try folder.names()
            let result = try program.run(arguments + [value], in: folder.url)
            #expect(result.exitCode != 0, "\(arguments) '\(value)': \(result.output)")
            #expect(result.output == "", "\(result.output)")
            #expect(result.errors.contains("\(option) "), "\(arguments) '\(value)': \(result.errors)")
            #expect(try folder.names() == before, "\(arguments) '\(value)' left something behind")
        }
    }

    @Test("is refused as an argument too", arguments: [["import", ""], ["check", ""], ["why", ""]])
    func arguments(arguments: [String]) throws {
        let result = try program.run(arguments, in: folder.url)
        #expect(result.exitCode != 0, "\(arguments): \(result.output)")
        #expect(result.output == "" && result.errors.contains("empty"), "\(arguments): \(result.errors)")
    }
}

extension TemporaryFolder {
    /// What is in it, at the top.
    fileprivate func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }
}
