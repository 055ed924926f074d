/// Why a site could not be built, as one sentence that says what to do.
struct BuildError: Error, CustomStringConvertible {
    let description: String
    /// Whether trying again later may help.
    let isTemporary: Bool

    init(_ description: String, isTemporary: Bool = false) {
        self.description = description
        self.isTemporary = isTemporary
    }
}
