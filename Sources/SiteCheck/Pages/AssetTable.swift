import Compression

/// The scripts and style sheets of a site, which many pages share and which are read once.
struct AssetTable: Sendable {
    private var assets: [Int: Asset] = [:]

    private struct Asset {
        let compressedSize: Int
        /// The files that a browser also needs before it can use this one.
        let required: [Int]
    }

    /// - Parameter required: numbers of files.
    mutating func add(_ document: Document, required: [Int], _ gzip: inout Gzip) throws {
        assets[document.number] = Asset(
            compressedSize: try gzip.compress(document.bytes).count, required: required)
    }

    /// In bytes, as hosts send it; 0 for what is neither a script nor a style sheet.
    func compressedSize(_ number: Int) -> Int { assets[number]?.compressedSize ?? 0 }

    /// These files and all that they need, each once.
    func closure(of numbers: [Int]) -> [Int] {
        var (all, next) = ([Int](), 0)
        for number in numbers where !all.contains(number) { all.append(number) }
        while next < all.count {
            for number in assets[all[next]]?.required ?? [] where !all.contains(number) { all.append(number) }
            next += 1
        }
        return all
    }
}
