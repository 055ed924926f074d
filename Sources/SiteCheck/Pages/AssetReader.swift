import Compression
import Markup

/// Reads style sheets, scripts and the manifest: where their links lead, and what they need.
struct AssetReader: ~Copyable {
    private let site: Site
    private var resolver: LinkResolver
    private var gzip: Gzip
    private(set) var assets = AssetTable()
    private(set) var links = 0
    private(set) var faults: FaultLog

    init(_ site: Site, limit: Int?) throws {
        self.site = site
        resolver = LinkResolver(site.files, site.address)
        gzip = try Gzip()
        faults = FaultLog(limit: limit)
    }

    mutating func readAll() throws {
        for number in 0..<site.files.count {
            switch FileKind(path: site.files.path(number)) {
            case .styleSheet: try read(number) { document, reader in reader.styleSheetLinks(document) }
            case .script: try read(number) { document, reader in reader.imports(document) }
            default: continue
            }
        }
    }

    private mutating func read(
        _ number: Int, _ links: (Document, inout AssetReader) -> (found: [Link], required: [Bool])
    ) throws {
        // Whoever goes through all files says which of them cannot be read.
        guard let document = site.document(number) else { return }
        let (found, required) = links(document, &self)
        var requiredFiles: [Int] = []
        for (link, isRequired) in zip(found, required) {
            let link = resolved(link, in: document)
            LinkRule.check(link, document, &faults)
            if isRequired, let file = link.destination.file { requiredFiles.append(file) }
        }
        self.links += found.count
        try assets.add(document, required: requiredFiles, &gzip)
    }

    private mutating func resolved(_ link: Link, in document: Document) -> Link {
        var link = link
        let folder = resolver.folder(of: ArraySlice(document.path.utf8))
        link.destination = resolver.destination(of: link.address, in: folder, page: document.number)
        return link
    }

    private mutating func styleSheetLinks(_ document: Document) -> (found: [Link], required: [Bool]) {
        let references = StyleSheetScanner(document.bytes).references
        let links = references.map {
            Link(kind: $0.isImport ? .styleSheet : .picture, address: $0.address, offset: $0.offset)
        }
        for link in links { checkOrigin(link, document) }
        return (links, references.map(\.isImport))
    }

    private mutating func imports(_ document: Document) -> (found: [Link], required: [Bool]) {
        let imports = ScriptScanner(document.bytes).imports.filter { isAddress($0.specifier, document) }
        let links = imports.map { Link(kind: .announcedModule, address: $0.specifier, offset: $0.specifier.startIndex) }
        for link in links { checkOrigin(link, document) }
        return (links, imports.map { !$0.isDynamic })
    }

    /// Browsers take any other specifier for a name that an import map explains.
    private mutating func isAddress(_ specifier: ByteText, _ document: Document) -> Bool {
        let isPath = specifier.begins(with: "/") || specifier.begins(with: "./") || specifier.begins(with: "../")
        if isPath || SiteAddress.parts(of: specifier) != nil { return true }
        faults.add(
            .brokenLink, document, at: specifier.startIndex,
            "no browser finds the module '\(specifier.text)': a path must begin with '/', './' or '../'")
        return false
    }

    /// Which page's policy would let it through is not known here.
    private mutating func checkOrigin(_ link: Link, _ document: Document) {
        guard case .elsewhere(let origin) = resolved(link, in: document).destination else { return }
        faults.add(
            .foreignOrigin, document, at: link.offset,
            "the \(link.kind.noun) '\(link.address.text)' comes from \(origin): keep a copy in the site")
    }
}
