import Cinema

/// News for feed readers (RFC 4287).
package struct AtomFeed {
    package struct Entry {
        package struct Category {
            let term: String
            let label: String

            package init(term: String, label: String) {
                self.term = term
                self.label = label
            }
        }

        let title: String
        let address: String
        let published: Int
        let updated: Int
        let summary: String
        let categories: [Category]

        /// - Parameters:
        ///   - address: of the page, with scheme and host. It is the entry's identity, so it must stay what it is.
        ///   - published: when it was first announced, in seconds since 1970.
        ///   - updated: when it was last changed, in seconds since 1970.
        package init(
            title: String, address: String, published: Int, updated: Int, summary: String, categories: [Category]
        ) {
            self.title = title
            self.address = address
            self.published = published
            self.updated = updated
            self.summary = summary
            self.categories = categories
        }
    }

    private let title: String
    private let author: String
    private let language: String
    private let address: String
    private let home: String
    private let entries: [Entry]

    /// - Parameters:
    ///   - address: of the feed itself, with scheme and host; also its identity.
    ///   - home: of the page that tells the same to people.
    package init(
        title: String, author: String, language: String, address: String, home: String, entries: [Entry]
    ) {
        self.title = title
        self.author = author
        self.language = language
        self.address = address
        self.home = home
        self.entries = entries
    }

    package var file: [UInt8] {
        var xml = XMLWriter()
        xml.markup("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        xml.text(language)
        xml.markup("\">\n")
        xml.element("id", address)
        xml.element("title", title)
        xml.instant("updated", entries.map(\.updated).max() ?? 0)
        xml.markup("<author>\n")
        xml.element("name", author)
        xml.markup("</author>\n")
        xml.link("self", "application/atom+xml", address)
        xml.link("alternate", "text/html", home)
        xml.element("generator", "Marquee")
        for entry in entries { xml.write(entry) }
        xml.markup("</feed>\n")
        return xml.bytes
    }
}

extension XMLWriter {
    fileprivate mutating func write(_ entry: AtomFeed.Entry) {
        markup("<entry>\n")
        element("id", entry.address)
        element("title", entry.title)
        instant("published", entry.published)
        instant("updated", entry.updated)
        link("alternate", "text/html", entry.address)
        for category in entry.categories {
            markup("<category term=\"")
            text(category.term)
            markup("\" label=\"")
            text(category.label)
            markup("\"/>\n")
        }
        if !entry.summary.isEmpty { element("summary", entry.summary) }
        markup("</entry>\n")
    }

    fileprivate mutating func instant(_ name: StaticString, _ seconds: Int) {
        element(name, LocalTime(secondsSinceEpoch: seconds, offset: 0).rfc3339)
    }

    fileprivate mutating func link(_ relation: StaticString, _ type: StaticString, _ address: String) {
        markup("<link rel=\"")
        markup(relation)
        markup("\" type=\"")
        markup(type)
        markup("\" href=\"")
        text(address)
        markup("\"/>\n")
    }
}
