/// Why a text is no address on the web: a clause that can stand after "'…' is no address: ".
package struct AddressFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
