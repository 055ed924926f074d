import Foundation
import GRDB

/// A store as an earlier version wrote it, in a file of its own.
final class OldStore {
    let path = URL.temporaryDirectory.appending(path: "marquee-\(UUID().uuidString).sqlite").path

    init(version: Int) throws {
        let dump = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stores/version-\(version).sql")
        // A dump has its tables in the order of their names.
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: String(contentsOf: dump, encoding: .utf8))
        }
    }

    deinit {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}
