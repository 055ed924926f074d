import Foundation

extension SeatPlan {
    /// A room in which each row can be told from the others by whoever reads its name on a ticket and then on the floor.
    ///
    /// - Throws: where two rows differ only by the case, the width or the script of their letters.
    package static func requireDistinctRows(_ layout: SeatLayout) throws(Problem) {
        var first: [String: RowLabel] = [:]
        for row in layout.rows {
            let look = look(of: row.label.text)
            if let other = first[look] {
                throw Problem(
                    line: row.depth + 1, column: 1,
                    message: "rows '\(other)' and '\(row.label)' look alike; name one of them with another letter")
            }
            first[look] = row.label
        }
    }

    private static func look(of label: String) -> String {
        let capitals = label.precomposedStringWithCompatibilityMapping.uppercased()
        return String(String.UnicodeScalarView(capitals.unicodeScalars.map { latin[$0] ?? $0 }))
    }

    /// Greek and Cyrillic capitals that are drawn as a Latin one is (Unicode's confusables, UTS 39).
    private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(others: String, latin: String)] = [
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("АВЕКМНОРСТХЅІЈ", "ABEKMHOPCTXSIJ"),
        ]
        return Dictionary(
            pairs.flatMap { zip($0.others.unicodeScalars, $0.latin.unicodeScalars) },
            uniquingKeysWith: { one, _ in one })
    }()
}
