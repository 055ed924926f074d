import Markup

/// No two pages that search engines list have the same title or the same description, except pages of two things of one
/// kind to which the catalog itself gives one name.
struct UniqueTextRule: SiteRule {
    func check(_ inventory: Inventory, of site: Site, _ faults: inout FaultLog) {
        check(inventory.titles, .title, "title", of: site, &faults) { $0.title }
        check(inventory.descriptions, .description, "description", of: site, &faults) { $0.description }
    }

    private func check(
        _ texts: [Inventory.Text], _ kind: FaultKind, _ what: String, of site: Site, _ faults: inout FaultLog,
        _ found: (PageFacts) -> PageFacts.Found?
    ) {
        let byText = texts.sorted { ($0.hash, $0.file) < ($1.hash, $1.file) }
        var repeated: [(text: Inventory.Text, first: Int)] = []
        var first = 0
        for index in byText.indices.dropFirst() {
            if byText[index].hash != byText[first].hash { first = index }
            if index > first { repeated.append((byText[index], Int(byText[first].file))) }
        }
        for (text, first) in repeated.sorted(by: { $0.text.file < $1.text.file }) {
            let number = Int(text.file)
            if Namesakes.are(number, first, of: site) { continue }
            func quoted() -> String {
                let facts = site.document(number).map { PageReader.facts(of: $0.bytes) }
                return facts.flatMap(found)?.text.text ?? ""
            }
            faults.add(
                kind, number, site.path(number), text.place,
                "the \(what) '\(quoted())' is also that of \(site.path(first))")
        }
    }
}

/// Pages of two things of one kind and one name, such as two films that were given the same title after they came into
/// the catalog: their addresses are all that tells them apart.
private enum Namesakes {
    static func are(_ one: Int, _ other: Int, of site: Site) -> Bool {
        guard let subject = site.profile.subject(site.path(one)), subject == site.profile.subject(site.path(other)),
            let heading = heading(one, of: site)
        else { return false }
        return heading == self.heading(other, of: site)
    }

    /// What the page calls its subject: the text of its first heading.
    private static func heading(_ number: Int, of site: Site) -> [UInt8]? {
        guard let bytes = site.document(number)?.bytes, let start = PageReader.facts(of: bytes).headings.first
        else { return nil }
        var text: [UInt8] = []
        var isTag = false
        var rest = bytes[start...]
        while let byte = rest.popFirst(), !(byte == UInt8(ascii: "<") && rest.starts(with: "/h1".utf8)) {
            if byte == UInt8(ascii: "<") { isTag = true } else if !isTag { text.append(byte) }
            if byte == UInt8(ascii: ">") { isTag = false }
        }
        return text
    }
}
