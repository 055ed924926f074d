/// No two pages that search engines list have the same title or the same description.
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
