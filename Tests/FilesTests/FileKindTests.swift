import Files
import Foundation
import TestSupport
import Testing

/// Nothing here may wait: a call that blocks would never come back.
@Suite("Files that are no files")
struct FileKindTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("text", to: "file")
        #expect(mkdir(folder.path("folder"), 0o755) == 0)
        #expect(mkfifo(folder.path("pipe"), 0o644) == 0)
        for (name, target) in [
            ("link", "file"), ("dangling", "nothing"), ("loop", "loop"), ("piped", "pipe"), ("null", "/dev/null"),
        ] {
            #expect(symlink(target, folder.path(name)) == 0)
        }
    }

    private func sentence(_ name: String) -> String? {
        do throws(FileError) {
            _ = try Files.read(folder.path(name))
            return nil
        } catch {
            #expect(error.description == "\(folder.path(name)): \(error.sentence)")
            return error.sentence
        }
    }

    @Test("each is named for what it is, and none is waited for")
    func kinds() throws {
        #expect(sentence("file") == nil && sentence("link") == nil)
        #expect(sentence("missing") == "there is no such file")
        #expect(sentence("file/below") == "there is no such file")
        #expect(sentence("folder") == "is a folder, not a file")
        #expect(sentence("pipe") == "is a named pipe, not a file")
        #expect(sentence("piped") == "is a named pipe, not a file")
        #expect(sentence("null") == "is a device, not a file")
        #expect(sentence("dangling") == "is a link to a file that is not there")
        #expect(sentence("loop") == "is a link that leads in a circle")
        let socket = try UnixSocket(at: folder.path("socket"))
        #expect(sentence("socket") == "is a socket, not a file")
        withExtendedLifetime(socket) {}
    }

    @Test("a database's files are looked at without opening them", arguments: ["", "-journal", "-wal", "-shm"])
    func databases(ending: String) throws {
        try folder.write("text", to: "data.sqlite")
        #expect(throws: Never.self) { try DatabaseFiles(folder.path("data.sqlite")).require() }
        unlink(folder.path("data.sqlite" + ending))
        #expect(mkfifo(folder.path("data.sqlite" + ending), 0o644) == 0)
        #expect(throws: FileError(folder.path("data.sqlite" + ending), .noFile(.pipe))) {
            try DatabaseFiles(folder.path("data.sqlite")).require()
        }
    }

    @Test("a private file is its owner's alone, whatever the process lets others do", arguments: [0o000, 0o022, 0o777])
    func modes(mask: Int) throws {
        let path = folder.path("private.sqlite")
        let former = umask(mode_t(mask))
        defer { umask(former) }
        try DatabaseFiles(path).createPrivately()
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(ExposedFile(path) == nil)
        #expect(chmod(path, 0o640) == 0 && ExposedFile(path)?.description.contains("may read this file") == true)
        #expect(chmod(path, 0o602) == 0 && ExposedFile(path)?.description.contains("read or change") == true)
    }

    @Test(
        "a new file takes the place of whatever is there, but for a folder",
        arguments: ["file", "pipe", "dangling", "loop"])
    func creation(name: String) throws {
        try Files.create(folder.path(name), Array("new".utf8))
        #expect(try folder.read(name) == "new")
        #expect(try folder.read("link") == (name == "file" ? "new" : "text"))
        #expect(throws: FileError.self) { try Files.create(folder.path("folder"), []) }
    }
}

/// A socket that has a name as long as this lives.
private final class UnixSocket {
    private let descriptor: Int32

    init(at path: String) throws {
        #if canImport(Darwin)
            descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #else
            descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isNamed = withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            guard path.utf8.count < bytes.count else { return false }
            bytes.copyBytes(from: path.utf8)
            return true
        }
        try #require(isNamed, "the path is too long for a socket")
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        try #require(result == 0)
    }

    deinit {
        close(descriptor)
    }
}
