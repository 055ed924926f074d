/// Why a site cannot be served, as one sentence that says what to do.
package struct ServeError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
