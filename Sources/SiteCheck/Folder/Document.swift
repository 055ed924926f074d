import Markup

/// A file that was read.
struct Document {
    /// In the ``FileTable``.
    let number: Int
    let path: String
    let bytes: [UInt8]
    private let places: PlaceTable

    init(number: Int, path: String, bytes: [UInt8]) {
        self.number = number
        self.path = path
        self.bytes = bytes
        places = PlaceTable(bytes)
    }

    func place(of offset: Int) -> Place { places.place(of: offset) }
}
