import Markup
import Text

/// Reads the tags of a page one after the other, as the tokenizer of the HTML standard does (section 13.2.5), so that
/// what looks like a tag inside a comment, a script or a quoted value is none.
struct TagScanner {
    private let bytes: [UInt8]
    private var index = 0
    /// How many `<svg>` and `<math>` are open: inside of them, a `<title>` or `<style>` is markup like any other.
    private var foreignDepth = 0

    private static let elements = NameTable<ElementName>()
    private static let attributes = NameTable<AttributeName>()
    private let elements = Self.elements
    private let attributes = Self.attributes

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Parameter tag: is overwritten, so that one can be used for all tags.
    /// - Returns: `false` if there is none left.
    mutating func next(_ tag: inout Tag) -> Bool {
        while let start = position(of: "<", from: index), start + 1 < bytes.count {
            let isEnd = bytes[start + 1] == "/"
            let name = isEnd ? start + 2 : start + 1
            if name < bytes.count, bytes[name].isLetter {
                index = name
                if take(&tag, from: start, isEnd: isEnd) { return true }
            } else if isEnd || bytes[start + 1] == "!" || bytes[start + 1] == "?" {
                skipComment(from: start)
            } else {
                index = start + 1
            }
        }
        return false
    }

    /// - Returns: `false` if the page ends inside of the tag: then there is no tag.
    private mutating func take(_ tag: inout Tag, from start: Int, isEnd: Bool) -> Bool {
        tag.start = start
        tag.isEnd = isEnd
        tag.isSelfClosing = false
        tag.attributes.removeAll(keepingCapacity: true)
        tag.text = 0..<0
        tag.name = elements[takeName { $0.isSpace || $0 == "/" || $0 == ">" }]
        guard takeAttributes(&tag) else { return false }
        if tag.name == .svg || tag.name == .math {
            foreignDepth = max(0, foreignDepth + (isEnd ? -1 : tag.isSelfClosing ? 0 : 1))
        } else if !isEnd, foreignDepth == 0 {
            takeText(&tag)
        }
        return true
    }

    private mutating func takeName(until isOver: (UInt8) -> Bool) -> UInt64 {
        var hash = StableHash()
        while index < bytes.count, !isOver(bytes[index]) {
            hash.add(bytes[index].lowercased)
            index += 1
        }
        return hash.value
    }

    // MARK: Attributes

    private mutating func takeAttributes(_ tag: inout Tag) -> Bool {
        while true {
            while index < bytes.count, bytes[index].isSpace || bytes[index] == "/" { index += 1 }
            guard index < bytes.count else { return false }
            if bytes[index] == ">" {
                tag.isSelfClosing = bytes[index - 1] == "/"
                index += 1
                return true
            }
            takeAttribute(&tag)
        }
    }

    private mutating func takeAttribute(_ tag: inout Tag) {
        let start = index
        // An equals sign at the beginning belongs to the name.
        index += 1
        var hash = StableHash()
        hash.add(bytes[start].lowercased)
        while index < bytes.count, !bytes[index].isSpace, bytes[index] != "/", bytes[index] != ">", bytes[index] != "="
        {
            hash.add(bytes[index].lowercased)
            index += 1
        }
        let name = start..<index
        var afterName = index
        while afterName < bytes.count, bytes[afterName].isSpace { afterName += 1 }
        var value = index..<index
        if afterName < bytes.count, bytes[afterName] == "=" {
            index = afterName + 1
            value = takeValue()
        }
        tag.attributes.append(Tag.Attribute(name: attributes[hash.value], nameRange: name, value: value))
    }

    private mutating func takeValue() -> Range<Int> {
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        guard index < bytes.count else { return index..<index }
        let quote = bytes[index]
        if quote == "\"" || quote == "'" {
            let start = index + 1
            var end = start
            while end < bytes.count, bytes[end] != quote { end += 1 }
            index = min(end + 1, bytes.count)
            return start..<end
        }
        let start = index
        while index < bytes.count, !bytes[index].isSpace, bytes[index] != ">" { index += 1 }
        return start..<index
    }

    // MARK: Text that is no markup

    private mutating func takeText(_ tag: inout Tag) {
        let end: Int
        switch tag.name {
        case .script: end = endOfScript(from: index)
        case .title: end = endTag("title", from: index)
        case .style: end = endTag("style", from: index)
        case .textarea: end = endTag("textarea", from: index)
        case .iframe: end = endTag("iframe", from: index)
        case .noembed: end = endTag("noembed", from: index)
        case .noframes: end = endTag("noframes", from: index)
        case .xmp: end = endTag("xmp", from: index)
        default: return
        }
        tag.text = index..<end
        index = end
    }

    /// Where `</name` stands next; the end of the page if it does not.
    private func endTag(_ name: StaticString, from start: Int) -> Int {
        var start = start
        while let found = position(of: "<", from: start) {
            if found + 1 < bytes.count, bytes[found + 1] == "/", isName(name, at: found + 2) { return found }
            start = found + 1
        }
        return bytes.count
    }

    /// Whether a tag's name stands here, and not a longer one.
    private func isName(_ name: StaticString, at start: Int) -> Bool {
        let end = start + name.utf8CodeUnitCount
        guard end < bytes.count, bytes[start..<end].matches(name) else { return false }
        return bytes[end].isSpace || bytes[end] == "/" || bytes[end] == ">"
    }

    /// A `<script>` inside of a `<!--` inside of a script has an end tag of its own ("script data double escaped").
    private func endOfScript(from start: Int) -> Int {
        var (isEscaped, isNested, at) = (false, false, start)
        while let found = bytes[at...].firstIndex(where: { $0 == "<" || $0 == "-" }) {
            at = found + 1
            if isEscaped, bytes[found...].begins(with: "-->") {
                (isEscaped, isNested) = (false, false)
            } else if bytes[found...].begins(with: "<!--") {
                // The hyphens of `<!-->` end what they begin.
                (isEscaped, at) = (true, found + 2)
            } else if bytes[found] == "<", at < bytes.count, bytes[at] == "/", isName("script", at: at + 1) {
                guard isNested else { return found }
                isNested = false
            } else if isEscaped, bytes[found] == "<", isName("script", at: at) {
                isNested = true
            }
        }
        return bytes.count
    }

    // MARK: Comments

    private mutating func skipComment(from start: Int) {
        guard bytes[start...].begins(with: "<!--") else {
            let isCharacterData = foreignDepth > 0 && bytes[start...].begins(with: "<![cdata[")
            index =
                isCharacterData ? end(of: "]]>", from: start) : (position(of: ">", from: start) ?? bytes.count - 1) + 1
            return
        }
        index = start + 4
        if bytes[index...].begins(with: ">") || bytes[index...].begins(with: "->") {
            index = (position(of: ">", from: index) ?? bytes.count - 1) + 1
            return
        }
        while let hyphen = position(of: "-", from: index) {
            index = hyphen + 1
            for end: StaticString in ["-->", "--!>"] where bytes[hyphen...].begins(with: end) {
                index = hyphen + end.utf8CodeUnitCount
                return
            }
        }
        index = bytes.count
    }

    private func end(of word: StaticString, from start: Int) -> Int {
        var at = start
        while at < bytes.count {
            if bytes[at...].begins(with: word) { return at + word.utf8CodeUnitCount }
            at += 1
        }
        return bytes.count
    }

    private func position(of character: Unicode.Scalar, from start: Int) -> Int? {
        var at = start
        while at < bytes.count {
            if bytes[at] == character { return at }
            at += 1
        }
        return nil
    }
}
