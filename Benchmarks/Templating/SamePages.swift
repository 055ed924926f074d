/// Two contenders that do not render the same.
struct DifferentPages: Error, CustomStringConvertible {
    let description: String

    /// - Parameter index: of the page that differs.
    fileprivate init(_ one: Contender, _ other: Contender, index: Int) {
        let (ours, theirs) = (one.render(index), other.render(index))
        let same = zip(ours, theirs).prefix { $0 == $1 }.count
        func excerpt(_ page: [UInt8]) -> String {
            String(decoding: page.dropFirst(same).prefix(60), as: UTF8.self).debugDescription
        }
        description =
            "page \(index) differs from byte \(same) on: "
            + "\(one.name) has \(excerpt(ours)), \(other.name) has \(excerpt(theirs))"
    }
}

extension [Contender] {
    /// Renders every page once with each.
    ///
    /// - Returns: how many bytes all pages have together.
    /// - Throws: ``DifferentPages`` unless each page is the same from all of them.
    func requireSamePages(count: Int) throws -> Int {
        try (0..<count).reduce(0) { sum, index in
            let expected = self[0].render(index)
            for contender in dropFirst() where contender.render(index) != expected {
                throw DifferentPages(self[0], contender, index: index)
            }
            return sum + expected.count
        }
    }
}
