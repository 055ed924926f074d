/// Why a site could not be built, as one sentence that says what to do.
struct BuildError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
