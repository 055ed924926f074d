import ArgumentParser
import Foundation
import Settings
import Testing

@testable import BookingAPI

@Suite("The settings of the server")
struct SettingsDocumentationTests {
    private let settings = ServerSettings.all

    @Test("are each named once")
    func names() {
        #expect(Set(settings.map(\.name)).count == settings.count)
        #expect(settings.filter(\.isSecret).map(\.name) == ["manager-key"])
    }

    @Test("are all told by --help, with their variables and defaults, and nothing else is")
    func help() throws {
        let help = ServeCommand.helpMessage(columns: 1_000)
        for setting in settings {
            #expect(help.contains("--\(setting.name) "), "\(setting.name)")
            #expect(help.contains(setting.help), "\(setting.name)")
        }
        let told = help.matches(of: #/^ +--([a-z-]+) </#.anchorsMatchLineEndings()).map { String($0.1) }
        #expect(told == settings.map(\.name))
    }

    @Test("are all in the table of docs/booking.md, with their defaults, and nothing else is")
    func table() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/booking.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `--") }
        let expected = settings.map { "| `--\($0.name)` | \($0.standardInWords ?? "–") | \($0.meaning) |" }
        #expect(rows.map(String.init) == expected)
    }
}
