import Text

/// What the web app manifest names is there.
enum ManifestRule {
    /// Members that hold addresses, at any depth: of icons, screenshots and shortcuts.
    private static let kinds: [String: LinkKind] = ["src": .picture, "start_url": .page, "url": .page]

    static func check(
        _ manifest: JSONNode, _ document: Document, _ resolver: inout LinkResolver, _ faults: inout FaultLog
    ) {
        for (name, value) in manifest.members {
            if let kind = kinds[name], let address = value.string {
                var link = Link(kind: kind, address: address, offset: value.offset)
                let folder = resolver.folder(of: ArraySlice(document.path.utf8))
                link.destination = resolver.destination(of: address, in: folder, page: document.number)
                LinkRule.check(link, document, &faults)
            }
            for element in value.elements where element.kind == .object {
                check(element, document, &resolver, &faults)
            }
        }
    }
}
