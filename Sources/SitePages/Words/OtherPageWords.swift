import Words

/// What pages that a site has once say of themselves.
struct OtherPageWords: Sendable {
    /// A title and a description.
    struct Page: Sendable {
        let title: String
        let description: String

        init(_ words: inout WordReader, _ group: String) {
            title = words.text("\(group).title")
            description = words.text("\(group).description")
        }
    }

    /// The same, and the description names the cinema.
    struct CinemaPage: Sendable {
        let title: String
        let description: Phrase<String>

        init(_ words: inout WordReader, _ group: String) {
            title = words.text("\(group).title")
            description = words.phrase("\(group).description", "cinema")
        }
    }

    let home: CinemaPage
    let search: CinemaPage
    let tickets: CinemaPage
    let checkout: Page
    let notFound: Page

    init(_ words: inout WordReader) {
        home = CinemaPage(&words, "home")
        search = CinemaPage(&words, "search")
        tickets = CinemaPage(&words, "tickets")
        checkout = Page(&words, "checkout")
        notFound = Page(&words, "notFound")
    }
}
