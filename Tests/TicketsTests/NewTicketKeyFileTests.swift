import Files
import Foundation
import Testing

@testable import Tickets

@Suite("The file of the ticket keys, when nothing is there yet")
struct NewTicketKeyFileTests {
    private func newPath() -> String {
        URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).key").path
    }

    @Test("of several that start at once with none, all sign with the same key")
    func together() async throws {
        for _ in 0..<10 {
            let path = newPath()
            defer { try? FileManager.default.removeItem(atPath: path) }
            let keys = try await withThrowingTaskGroup(of: Data.self) { group in
                for _ in 0..<8 { group.addTask { try TicketKeyFile(path: path).readOrCreate().signing.bytes } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(keys.count == 1)
        }
    }

    @Test("what is far too large for keys is not read")
    func large() throws {
        let path = newPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.truncate(atOffset: 1 << 40)
        #expect(throws: KeyFileError(path, of: TicketKeyFile.purpose, .noKey)) {
            try TicketKeyFile(path: path).readOrCreate()
        }
    }
}
