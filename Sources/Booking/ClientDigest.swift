package import Foundation

/// Who holds seats, as far as a store may know it: a keyed digest of an address. It says whether two holds are the same
/// client's, and is forgotten with the hold.
package struct ClientDigest: Hashable, Sendable {
    package let bytes: Data

    package init(bytes: Data) {
        self.bytes = bytes
    }
}
