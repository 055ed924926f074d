import Markup

/// What an element of a drawing may not be, say or lead to.
enum DrawingRule {
    /// Elements that run something, or show what is no drawing, in small letters.
    private static let elements: Set<String> = [
        "audio", "base", "canvas", "embed", "foreignobject", "form", "frame", "handler", "iframe", "link", "listener",
        "meta", "object", "script", "source", "video",
    ]

    /// Languages that have such elements by other names.
    private static let namespaces = [
        "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/math/mathml", "http://www.w3.org/1999/xsl/transform",
        "http://www.w3.org/2001/xml-events", "http://www.mozilla.org/",
    ]

    /// Attributes whose value is an address, in small letters and without a prefix.
    private static let addresses: Set<String> = ["action", "data", "formaction", "href", "ping", "src", "srcset"]

    /// - Returns: what is wrong, as the rest of a sentence about the file.
    static func fault(of element: XMLElement) -> String? {
        let name = element.name.lowercased()
        if elements.contains(name) { return "has a <\(element.name)>, which is no part of a picture; take it out" }
        for attribute in element.attributes {
            if let fault = fault(of: attribute.name, attribute.value, in: name) { return fault }
        }
        return name == "style" ? fault(ofStyle: element.text.text, "its <style>") : nil
    }

    private static func fault(of attribute: String, _ value: ByteText, in element: String) -> String? {
        let full = attribute.lowercased()
        let name = full.lastIndex(of: ":").map { String(full[full.index(after: $0)...]) } ?? full
        let text = value.text
        // Browsers pass over control characters and blanks in an address.
        let plain = String(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }.map(Character.init))
            .lowercased()
        if full == "xmlns" || full.hasPrefix("xmlns:") {
            guard let other = namespaces.first(where: plain.hasPrefix) else { return nil }
            return "has elements of another language (\(other)); take them out"
        }
        if name.hasPrefix("on") { return "has the event attribute '\(attribute)'; take it out" }
        if full == "xml:base" { return "has the attribute 'xml:base', which leads elsewhere; take it out" }
        if ["javascript:", "vbscript:", "data:text", "data:application"].contains(where: plain.contains) {
            return "has an address that runs something ('\(attribute)'); take it out"
        }
        if addresses.contains(name), !isInside(plain, element) {
            return "leads to something outside of the file ('\(attribute)'); take that out"
        }
        if name == "attributename", addresses.contains(where: { plain.hasSuffix($0) }) || plain.hasPrefix("on") {
            return "changes an address or an event while it is shown ('\(text)'); take that out"
        }
        return fault(ofStyle: text, "'\(attribute)'")
    }

    /// Parts of the same file, and photographs that are kept in it.
    private static func isInside(_ address: String, _ element: String) -> Bool {
        if address.isEmpty || address.hasPrefix("#") { return true }
        let pictures = ["png", "jpeg", "jpg", "gif", "webp", "avif"].map { "data:image/\($0);base64," }
        return (element == "image" || element == "feimage") && pictures.contains(where: address.hasPrefix)
    }

    /// Of rules of CSS, or of one value: most attributes of a drawing are such.
    private static func fault(ofStyle text: String, _ place: String) -> String? {
        let style = text.lowercased()
        let sources = [
            "@import", "image(", "image-set(", "src(", "cross-fade(", "element(", "expression(", "-moz-binding",
            "behavior:",
        ]
        if let source = sources.first(where: style.contains) {
            return "loads something by '\(source)' in \(place); take it out"
        }
        // An escape can spell any of these in another way.
        if style.contains("\\"), place == "'style'" || place == "its <style>" || style.contains("(") {
            return "has an escape in \(place); write it without '\\'"
        }
        var rest = style[...]
        while let use = rest.firstRange(of: "url(") {
            rest = rest[use.upperBound...]
            let address = rest.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
            if address.first != "#" { return "loads something by 'url(…)' in \(place); take it out" }
        }
        return nil
    }
}
