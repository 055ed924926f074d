import Markup

/// Collects what a page says of itself.
struct PageReader {
    private let bytes: [UInt8]
    private var facts = PageFacts()
    private var svgDepth = 0

    static func facts(of bytes: [UInt8]) -> PageFacts {
        var reader = PageReader(bytes: bytes)
        var scanner = TagScanner(bytes)
        var tag = Tag()
        while scanner.next(&tag) { reader.read(tag) }
        return reader.facts
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func read(_ tag: Tag) {
        if tag.name == .svg { svgDepth = max(0, svgDepth + (tag.isEnd ? -1 : tag.isSelfClosing ? 0 : 1)) }
        guard !tag.isEnd else { return }
        readGlobalAttributes(tag)
        switch tag.name {
        case .html: facts.language = facts.language ?? found(tag, .lang) ?? .init(text: [], offset: tag.start)
        case .base: facts.base = facts.base ?? found(tag, .href)?.text
        case .title where svgDepth == 0 && facts.title == nil:
            facts.title = .init(text: text(tag.text), offset: tag.start)
        case .h1: facts.headings.append(tag.start)
        case .meta: readMeta(tag)
        case .link: readLink(tag)
        case .script: readScript(tag)
        case .style: facts.inlineCode.append(("<style>", tag.start))
        default: readEmbedding(tag)
        }
    }

    // MARK: Values

    /// The text that is meant by a piece of the page, without white space around it.
    private func text(_ range: Range<Int>) -> ByteText { CharacterReferences.decoded(bytes[range]).trimmed }

    private func found(_ tag: Tag, _ name: AttributeName) -> PageFacts.Found? {
        tag[name].map { .init(text: text($0.value), offset: $0.nameRange.lowerBound) }
    }

    private mutating func add(_ kind: LinkKind, _ tag: Tag, _ name: AttributeName) {
        guard let found = found(tag, name) else { return }
        facts.links.append(Link(kind: kind, address: found.text, offset: found.offset))
    }

    /// The addresses of a list such as `small.jpg 1x, large.jpg 2x`.
    private mutating func addPictures(_ tag: Tag, _ name: AttributeName) {
        guard let found = found(tag, name) else { return }
        var rest = found.text.trimmed
        while !rest.isEmpty {
            var address = rest.prefix { !$0.isSpace }
            rest = rest[address.endIndex...]
            if address.last == UInt8(ascii: ",") {
                while address.last == UInt8(ascii: ",") { address = address.dropLast() }
            } else {
                rest = rest.drop { $0 != "," }.dropFirst()
            }
            if !address.isEmpty { facts.links.append(Link(kind: .picture, address: address, offset: found.offset)) }
            rest = rest.trimmed
        }
    }

    // MARK: Elements

    private mutating func readGlobalAttributes(_ tag: Tag) {
        for attribute in tag.attributes {
            switch attribute.name {
            case .id: facts.ids.append(.init(text: text(attribute.value), offset: attribute.nameRange.lowerBound))
            case .style: facts.inlineCode.append(("style=", attribute.nameRange.lowerBound))
            case nil where bytes[attribute.nameRange].begins(with: "on"):
                facts.inlineCode.append((bytes[attribute.nameRange].text, attribute.nameRange.lowerBound))
            default: continue
            }
        }
    }

    private mutating func readEmbedding(_ tag: Tag) {
        switch tag.name {
        case .a:
            add(.page, tag, .href)
            // What a fragment leads to may also be named this way.
            if let name = found(tag, .name), tag[.id] == nil { facts.ids.append(name) }
        case .area: add(.page, tag, .href)
        case .form: add(.form, tag, .action)
        case .iframe, .frame: add(.frame, tag, .src)
        case .object: add(.object, tag, .data)
        case .embed: add(.object, tag, .src)
        case .img, .source, .input, .image: readPicture(tag)
        case .video:
            add(.media, tag, .src)
            add(.picture, tag, .poster)
        case .audio, .track: add(.media, tag, .src)
        case .use:
            add(.picture, tag, .href)
            add(.picture, tag, .xlinkHref)
        default: break
        }
        if tag[.formaction] != nil { add(.form, tag, .formaction) }
    }

    private mutating func readPicture(_ tag: Tag) {
        // In an SVG drawing, <image> has href; in <video> and <audio>, <source> has src.
        add(tag.name == .source ? .media : .picture, tag, .src)
        if tag.name == .image { add(.picture, tag, .href) }
        addPictures(tag, .srcset)
    }

    private mutating func readMeta(_ tag: Tag) {
        guard let content = found(tag, .content) else { return }
        if let header = found(tag, .httpEquiv)?.text {
            if header.matches("content-security-policy") { facts.policy = facts.policy ?? content }
        } else if let name = found(tag, .name)?.text {
            if name.matches("description") { facts.description = facts.description ?? content }
            if name.matches("robots") { facts.isHidden = facts.isHidden || hides(content.text) }
        } else if let property = found(tag, .property)?.text {
            if property.matches("og:url") { add(.relation, tag, .content) }
            if property.matches("og:image") { add(.relation, tag, .content) }
        }
    }

    private func hides(_ robots: ByteText) -> Bool {
        robots.split(separator: UInt8(ascii: ",")).map(\.trimmed).contains {
            $0.matches("noindex") || $0.matches("none")
        }
    }

    private mutating func readLink(_ tag: Tag) {
        guard let relation = found(tag, .rel)?.text, let address = found(tag, .href) else { return }
        // These name an origin to connect to, and no file.
        if relation.hasWord("preconnect") || relation.hasWord("dns-prefetch") { return }
        let link = Link(kind: kind(of: relation, tag), address: address.text, offset: address.offset)
        if link.kind == .canonical { facts.canonicals.append(link) }
        facts.links.append(link)
        addPictures(tag, .imagesrcset)
    }

    private func kind(of relation: ByteText, _ tag: Tag) -> LinkKind {
        if relation.hasWord("stylesheet") { return .styleSheet }
        if relation.hasWord("modulepreload") { return .announcedModule }
        if relation.hasWord("icon") || relation.hasWord("apple-touch-icon") { return .picture }
        if relation.hasWord("manifest") { return .manifest }
        if relation.hasWord("canonical") { return .canonical }
        guard relation.hasWord("preload") else { return .relation }
        switch found(tag, .asDestination)?.text.text.lowercased() {
        case "style": return .styleSheet
        case "script": return .announcedModule
        case "image": return .picture
        case "font": return .font
        default: return .relation
        }
    }

    private mutating func readScript(_ tag: Tag) {
        let type = found(tag, .type)?.text ?? []
        if type.matches("application/json") || type.matches("application/ld+json") {
            facts.data.append(.init(range: tag.text, isLinkedData: type.matches("application/ld+json")))
        } else if Self.isCode(type) {
            if tag[.src] != nil {
                add(.script, tag, .src)
            } else {
                facts.inlineCode.append(("<script>", tag.start))
            }
        }
    }

    /// A browser runs scripts of these types; blocks of other types are data for the page's own scripts.
    private static func isCode(_ type: ByteText) -> Bool {
        type.isEmpty || type.matches("module") || type.matches("importmap") || type.matches("text/javascript")
            || type.matches("application/javascript") || type.matches("text/ecmascript")
    }
}
