import Markup
import Text

/// A link to a part of a page leads to something that is there.
struct FragmentRule: SiteRule, PageRule {
    /// Those to a part of the same page.
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog) {
        let inside = page.links.filter { $0.destination == .file(page.document.number) && $0.fragment != nil }
        guard !inside.isEmpty else { return }
        let ids = Set(page.facts.ids.map { StableHash.of($0.text) })
        for link in inside {
            guard let fragment = link.fragment, !ids.contains(StableHash.of(fragment)) else { continue }
            faults.add(
                .missingFragment, page.document, at: link.offset,
                "the \(link.kind.noun) '\(link.address.text)' leads nowhere: nothing on this page has the id '\(fragment.text)'"
            )
        }
    }

    /// Those to a part of another page, which is read once more.
    func check(_ inventory: Inventory, of site: Site, _ faults: inout FaultLog) {
        let fragments = inventory.fragments.sorted {
            ($0.target, $0.source, $0.place, $0.name) < ($1.target, $1.source, $1.place, $1.name)
        }
        var missing: [Inventory.Fragment] = []
        var (target, ids): (Int32, Set<UInt64>?) = (-1, nil)
        for fragment in fragments {
            if fragment.target != target { (target, ids) = (fragment.target, Self.ids(Int(fragment.target), of: site)) }
            if let ids, !ids.contains(fragment.name) { missing.append(fragment) }
        }
        for fragment in missing.sorted(by: { ($0.source, $0.place) < ($1.source, $1.place) }) {
            let name = inventory.names[fragment.name] ?? ""
            let source = Int(fragment.source)
            faults.add(
                .missingFragment, source, site.path(source), fragment.place,
                "the link to '#\(name)' leads nowhere: nothing in \(site.path(Int(fragment.target))) has that id")
        }
    }

    /// - Returns: `nil` for a file in which a fragment means something else, such as a page of a PDF.
    private static func ids(_ number: Int, of site: Site) -> Set<UInt64>? {
        let path = site.files.path(number)
        guard FileKind(path: path) == .page || path.hasSuffix(".svg"), let document = site.document(number) else {
            return nil
        }
        return Set(PageReader.facts(of: document.bytes).ids.map { StableHash.of($0.text) })
    }
}

extension ByteText {
    fileprivate func hasSuffix(_ ending: String) -> Bool { suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}
