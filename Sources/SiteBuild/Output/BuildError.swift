/// Why a site could not be built, as one sentence that says what to do.
package struct BuildError: Error, CustomStringConvertible {
    package let description: String
    /// Whether trying again later may help.
    let isTemporary: Bool

    package init(_ description: String, isTemporary: Bool = false) {
        self.description = description
        self.isTemporary = isTemporary
    }
}
