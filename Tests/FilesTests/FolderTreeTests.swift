import Files
import Foundation
import TestSupport
import Testing

@Suite("All files of a folder")
struct FolderTreeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("a", to: "root/a.txt")
        try folder.write("b", to: "root/inner/b.txt")
        try folder.write("secret", to: "outside/secret.txt")
    }

    private func paths() throws -> [String] {
        try FolderTree(of: folder.path("root"), named: "root").files.map(\.path).sorted()
    }

    private func link(_ name: String, to target: String) {
        #expect(symlink(target, folder.path("root/\(name)")) == 0)
    }

    @Test("links that stay in the folder are followed")
    func inside() throws {
        link("again.txt", to: "a.txt")
        link("twin", to: "inner")
        #expect(try paths() == ["a.txt", "again.txt", "inner/b.txt", "twin/b.txt"])
    }

    @Test("the folder itself may be a link")
    func linkedRoot() throws {
        #expect(symlink("root", folder.path("name")) == 0)
        let tree = try FolderTree(of: folder.path("name"), named: "name")
        #expect(tree.files.map(\.path).sorted() == ["a.txt", "inner/b.txt"])
    }

    @Test(
        "whatever leads out, leads nowhere or is no file is one sentence",
        arguments: [
            ("../outside/secret.txt", "is a link that leads out of this folder"),
            ("../outside", "is a link that leads out of this folder"), ("/", "is a link that leads out of this folder"),
            ("/etc/passwd", "is a link that leads out of this folder"), ("/dev/null", "is a device, not a file"),
            ("nothing", "is a link to a file that is not there"), (".", "is a link that leads in a circle"),
            ("odd", "is a link that leads in a circle"),
        ])
    func odd(target: String, sentence: String) throws {
        link("odd", to: target)
        let error = #expect(throws: FileError.self) { try paths() }
        #expect(error?.description == "root/odd: \(sentence)")
    }

    @Test("two folders that lead to each other are no endless path")
    func circle() throws {
        try folder.write("c", to: "root/other/c.txt")
        link("inner/there", to: "../other")
        link("other/back", to: "../inner")
        let error = #expect(throws: FileError.self) { try paths() }
        #expect(error?.sentence == "is a link that leads in a circle")
    }

    @Test("a pipe is not waited for, and a name that is not UTF-8 is told")
    func pipesAndNames() throws {
        #expect(mkfifo(folder.path("root/pipe"), 0o644) == 0)
        #expect(throws: FileError("root/pipe", .noFile(.pipe))) { try paths() }
        unlink(folder.path("root/pipe"))
        let name = folder.path("root/x").utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0]
        let descriptor = Array(name).withUnsafeBufferPointer { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o644) }
        // Some systems do not take such names at all.
        guard descriptor >= 0 else { return }
        close(descriptor)
        let error = #expect(throws: FileError.self) { try paths() }
        #expect(error?.reason == .notUTF8Name)
    }

    @Test("what is passed over may be anything")
    func skipped() throws {
        #expect(mkfifo(folder.path("root/.pipe"), 0o644) == 0)
        let tree = try FolderTree(of: folder.path("root"), named: "root") { $0.hasPrefix(".") }
        #expect(tree.files.count == 2)
    }
}
