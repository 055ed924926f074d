/// Why bytes could not be compressed.
package enum CompressionError: Error, Hashable, CustomStringConvertible {
    /// The library could not get the memory that it needs.
    case outOfMemory
    /// There are more bytes than the library takes at once.
    case tooLarge

    package var description: String {
        switch self {
        case .outOfMemory: "there is not enough memory to compress this"
        case .tooLarge: "this is too large to be compressed: 4 GB and more are not"
        }
    }
}
