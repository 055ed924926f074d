/// Where the files of a site go when they are rendered.
package protocol FileSink: AnyObject {
    /// - Parameter path: below the site's root.
    /// - Returns: whether the site's file differs, or is missing.
    @discardableResult
    func write(_ bytes: [UInt8], to path: String) throws -> Bool

    /// The file at `path`, whatever is in it, belongs to the site.
    ///
    /// - Returns: `false` if it is not there, or has to be compared all the same.
    func keep(_ path: String) throws -> Bool

    /// There is no file at `path` any more.
    func remove(_ path: String) throws

    /// Of the things of one sort in `folder`, there is nothing any more but what has these names.
    func keepOnly(_ names: Set<String>, in folder: String, among isOfSort: (String) -> Bool) throws
}

extension FileSink {
    /// There is nothing in `folder` any more but what has these names.
    package func keepOnly(_ names: Set<String>, in folder: String) throws {
        try keepOnly(names, in: folder) { _ in true }
    }
}
