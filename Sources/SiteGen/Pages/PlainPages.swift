import Templating

struct SearchPage: TemplateModel {
    let genres: [Link]

    static let fields = Fields<SearchPage>(.list("genres", \.genres))
}

/// A page that says the same whatever is on.
struct PlainPage: TemplateModel {
    static let fields = Fields<PlainPage>()
}

extension Site {
    func searchContext() -> PageContext {
        PageContext(
            kind: .search, title: "Search", description: "Search the films of \(context.name) by title or name.",
            canonical: url.absolute(url.search))
    }

    func checkoutContext() -> PageContext {
        PageContext(
            kind: .checkout, title: "Checkout", description: "Pay for the seats you hold.",
            canonical: url.absolute(url.checkout))
    }

    func ticketsContext() -> PageContext {
        PageContext(
            kind: .tickets, title: "My tickets", description: "The tickets of your orders at \(context.name).",
            canonical: url.absolute(url.tickets))
    }

    func notFoundContext() -> PageContext {
        PageContext(
            kind: .notFound, title: "Page not found", description: "There is no page at this address.",
            canonical: url.absolute(url.notFound))
    }
}
