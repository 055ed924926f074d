import Compression

/// A page with its style sheets and scripts stays within its budget of bytes.
struct WeightRule: PageRule {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        let budget = page.budget
        let assets = page.assets(of: site).reduce(0) { $0 + site.assets.compressedSize($1) }
        // Compressing takes longer than all else. Most pages are small enough as they are, or when little care is taken.
        guard page.document.bytes.count + assets > budget.bytes,
            let quick = Self.compressedSize(page.document.bytes, isFast: true), quick + assets > budget.bytes,
            let size = Self.compressedSize(page.document.bytes, isFast: false), size + assets > budget.bytes
        else { return }
        faults.add(
            .weight, page.document,
            "the page weighs \(Self.kilobytes(size + assets)) with its style sheets and scripts, compressed; "
                + "\(Self.kilobytes(budget.bytes)) are enough")
    }

    private static func compressedSize(_ bytes: [UInt8], isFast: Bool) -> Int? {
        guard var gzip = try? Gzip(isFast: isFast) else { return nil }
        return try? gzip.compress(bytes).count
    }

    /// `45.1 kB`
    private static func kilobytes(_ bytes: Int) -> String {
        let tenths = (bytes + 99) / 100
        return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)") + " kB"
    }
}
