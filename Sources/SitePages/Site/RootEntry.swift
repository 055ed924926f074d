/// A file or folder that a site has at its root. Kinds of pages say which are theirs, so that no public file takes their
/// place.
struct RootEntry: Hashable, Sendable {
    let name: String
    /// Whether hosts keep what is below it for a minute, because it shows what is on.
    let isKeptBriefly: Bool

    init(_ name: String, isKeptBriefly: Bool = false) {
        self.name = name
        self.isKeptBriefly = isKeptBriefly
    }

    /// What programs read, of pages of many kinds.
    static let data = RootEntry("data", isKeptBriefly: true)
}
