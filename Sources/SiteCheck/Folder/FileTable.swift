import Files
import Markup
import Text

/// All files of a folder, in the order of their paths; each is known by its number in that order. For half a million
/// files it takes 40 MB.
struct FileTable: Sendable {
    private var letters: [UInt8] = []
    /// Where each path begins in `letters`, and where the last ends.
    private var starts: [UInt32] = [0]
    /// Numbers of files at the place that the hash of the path asks for, or at the next that was free.
    private var slots: [Int32] = []

    private static let none: Int32 = -1

    var count: Int { starts.count - 1 }

    init(of folder: String) {
        add(folder, below: "", [Files.resolved(folder) ?? folder])
        var size = 64
        while size < 2 * count { size *= 2 }
        slots = Array(repeating: Self.none, count: size)
        for number in 0..<count {
            var slot = slot(of: letters[range(number)])
            while slots[slot] != Self.none { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// Below the folder.
    func path(_ number: Int) -> ByteText { letters[range(number)] }

    /// - Returns: `nil` if there is no such file.
    func number(of path: some Collection<UInt8>) -> Int? {
        var slot = slot(of: path)
        while slots[slot] != Self.none {
            let number = Int(slots[slot])
            if letters[range(number)].elementsEqual(path) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func range(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

    private func slot(of path: some Collection<UInt8>) -> Int {
        let hash = StableHash.of(path)
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    }

    /// - Parameter visited: the folders that lead here, without links.
    private mutating func add(_ folder: String, below prefix: String, _ visited: [String]) {
        for entry in Files.entries(of: folder).sorted(by: { $0.name < $1.name }) {
            let path = "\(folder)/\(entry.name)"
            if entry.isFolder || (entry.isLink && FileStamp(following: path)?.isFolder == true) {
                // A link to a folder that leads here has nothing new in it, and no end.
                let real = entry.isLink ? Files.resolved(path) ?? path : "\(visited[visited.count - 1])/\(entry.name)"
                if !visited.contains(real) { add(path, below: "\(prefix)\(entry.name)/", visited + [real]) }
            } else {
                letters += Array("\(prefix)\(entry.name)".utf8)
                starts.append(UInt32(letters.count))
            }
        }
    }
}
