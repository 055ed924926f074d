import Text

/// The elements that say something about links, code or structure; to all others a check is blind.
enum ElementName: String, CaseIterable {
    case a, area, audio, base, body, embed, form, frame, h1, head, html, iframe, image, img, input, link, math, meta
    case noembed, noframes, object, script, source, style, svg, textarea, title, track, use, video, xmp
}

/// The attributes that a check reads.
enum AttributeName: String, CaseIterable {
    case action, content, data, formaction, href, id, imagesrcset, lang, name, poster, property, rel, src, srcset
    case style, type
    case asDestination = "as"
    case httpEquiv = "http-equiv"
    case xlinkHref = "xlink:href"
}

/// Finds names by the hash of their letters.
struct NameTable<Name: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
    private var slots: [Slot?] = Array(repeating: nil, count: Self.size)

    private struct Slot {
        let hash: UInt64
        let name: Name
    }

    /// A power of two, several times as many as there are names.
    private static var size: Int { 256 }

    init() {
        for name in Name.allCases {
            let hash = StableHash.of(name.rawValue.utf8)
            var slot = Self.slot(of: hash)
            while slots[slot] != nil { slot = (slot + 1) % Self.size }
            slots[slot] = Slot(hash: hash, name: name)
        }
    }

    subscript(hash: UInt64) -> Name? {
        var slot = Self.slot(of: hash)
        while let found = slots[slot] {
            if found.hash == hash { return found.name }
            slot = (slot + 1) % Self.size
        }
        return nil
    }

    private static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 8) & (size - 1) }
}
