import ArgumentParser

/// What somebody gave for a path. The system takes an empty one for the folder one is in, and SQLite for a database that is
/// nowhere: neither can be meant.
enum GivenPath {
    /// - Parameter name: of the option or argument.
    /// - Throws: what to give instead; nothing is said of a path that was not given.
    static func require(_ path: String?, _ name: String) throws {
        if path?.isEmpty == true {
            throw ValidationError("\(name) is empty; give the path of a file or a folder, or leave it out")
        }
    }

    /// - Throws: what to give instead of a name that SQLite does not take for that of a file.
    static func requireDatabase(_ path: String, _ name: String) throws {
        try require(path, name)
        if path.hasPrefix(":") || path.lowercased().hasPrefix("file:") {
            throw ValidationError(
                "\(name) must be the path of a file, not '\(path)'; if a file is called so, write './\(path)'")
        }
    }
}
