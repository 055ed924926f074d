import Text

/// JSON is JSON: in a page, in a file, and in the manifest.
struct DataRule {
    private var scanner = JSONScanner()

    mutating func check(_ page: Page, _ faults: inout FaultLog) {
        for block in page.facts.data {
            guard let root = read(page.document, block.range, .structuredData, &faults) else { continue }
            if block.isLinkedData { LinkedDataRule.check(root, page.document, &faults) }
        }
    }

    /// - Returns: `nil` if it is no JSON.
    @discardableResult
    mutating func check(_ document: Document, _ faults: inout FaultLog) -> JSONNode? {
        read(document, 0..<document.bytes.count, .json, &faults)
    }

    private mutating func read(
        _ document: Document, _ range: Range<Int>, _ kind: FaultKind, _ faults: inout FaultLog
    ) -> JSONNode? {
        guard String(validating: document.bytes[range], as: UTF8.self) != nil else {
            faults.add(kind, document, at: range.lowerBound, "the JSON is not in UTF-8")
            return nil
        }
        do throws(JSONFault) {
            try scanner.scan(document.bytes, range)
            return JSONNode(document.bytes, scanner.tokens)
        } catch {
            faults.add(kind, document, at: error.offset, error.message)
            return nil
        }
    }
}
