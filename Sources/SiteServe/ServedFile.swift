import Files
import Foundation

/// A file of the site that is open: what is read from it is one state of it, even if a build puts another in its place.
final class ServedFile: Sendable {
    private let file: OpenFile

    /// What can be at a path.
    enum Opened {
        case file(ServedFile)
        case folder
        case nothing
    }

    /// - Parameter path: without symbolic links; at its end they are not followed.
    static func open(_ path: String) -> Opened {
        do throws(FileError) {
            return .file(ServedFile(try OpenFile(path, followingLinks: false)))
        } catch {
            return error.reason == .noFile(.folder) ? .folder : .nothing
        }
    }

    private init(_ file: consuming OpenFile) {
        self.file = file
    }

    var stamp: FileStamp { file.stamp }

    /// In bytes.
    var size: Int { file.size }

    /// Reads at most as many bytes as the range has, and at least one of them.
    ///
    /// - Parameter range: not empty, and within the file's size.
    /// - Throws: if the file was cut off since it was opened, or cannot be read.
    func read(_ range: Range<Int>) throws -> [UInt8] {
        let bytes = try file.read(range)
        guard !bytes.isEmpty else { throw CocoaError(.fileReadUnknown) }
        return bytes
    }

    /// Reads all of it.
    func read() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < size { bytes += try read(bytes.count..<size) }
        return bytes
    }
}
