import Foundation

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
        add(folder, below: "")
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
        let hash = TextHash.of(path)
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    }

    private mutating func add(_ folder: String, below prefix: String) {
        for (name, isFolder) in Self.entries(of: folder) {
            if isFolder {
                add("\(folder)/\(name)", below: "\(prefix)\(name)/")
            } else {
                letters += Array("\(prefix)\(name)".utf8)
                starts.append(UInt32(letters.count))
            }
        }
    }

    private static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var entries: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            let type = Int32(entry.pointee.d_type)
            // Some file systems do not tell the type, and a link's own says nothing of what it leads to.
            let isFolder = type == DT_UNKNOWN || type == DT_LNK ? self.isFolder("\(folder)/\(name)") : type == DT_DIR
            entries.append((name, isFolder))
        }
        return entries.sorted { $0.name < $1.name }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
