import Text

/// What a page tells, in the words of schema.org, for search engines: one script of JSON-LD.
enum StructuredData {
    /// - Parameter things: writes one object after the other.
    static func graph(_ things: (inout JSONWriter) -> Void) -> String {
        let json = JSONWriter.object { json in
            json.member("@context", "https://schema.org")
            json.member("@graph") { $0.array(things) }
        }
        return String(decoding: json, as: UTF8.self)
    }

    /// A BCP 47 code, by its looks; the catalog also takes words such as `Klingon with surtitles`.
    static func languageCode(_ text: String) -> String {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isCode =
            (2...3).contains(parts.first?.utf8.count ?? 0)
            && parts.allSatisfy { part in
                (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
        return isCode ? text : ""
    }
}

extension JSONWriter {
    mutating func thing(_ type: StaticString, _ members: (inout JSONWriter) -> Void) {
        object { json in
            json.member("@type") { $0.word(type) }
            members(&json)
        }
    }

    /// What is not known is left out.
    mutating func known(_ name: StaticString, _ text: String) {
        if !text.isEmpty { member(name, text) }
    }

    mutating func known(_ name: StaticString, _ texts: [String]) {
        if !texts.isEmpty { member(name, texts) { $0.string($1) } }
    }

    /// The way to a page, as it stands above its heading.
    ///
    /// - Parameter steps: the last one is the page itself, which needs no address.
    mutating func breadcrumbs(_ steps: [(name: String, address: String?)]) {
        thing("BreadcrumbList") { json in
            json.member("itemListElement", steps.enumerated()) { json, step in
                json.thing("ListItem") { json in
                    json.member("position", step.offset + 1)
                    json.member("name", step.element.name)
                    if let address = step.element.address { json.member("item", address) }
                }
            }
        }
    }
}
