import Markup

/// A file that was read.
struct Document {
    /// In the ``FileTable``.
    let number: Int
    let path: String
    let bytes: [UInt8]

    func place(of offset: Int) -> Place { Place(of: offset, in: bytes) }
}
