import Templating

/// A page that says the same whatever is on.
struct PlainPage: TemplateModel {
    static let fields = Fields<PlainPage>()
}

extension Site {
    func checkoutContext() -> PageContext {
        PageContext(
            kind: .checkout, title: "Checkout", description: "Pay for the seats you hold.",
            canonical: url.absolute(url.checkout), isIndexed: false)
    }

    func ticketsContext() -> PageContext {
        PageContext(
            kind: .tickets, title: "My tickets", description: "The tickets of your orders at \(context.name).",
            canonical: url.absolute(url.tickets), isIndexed: false)
    }

    func notFoundContext() -> PageContext {
        PageContext(
            kind: .notFound, title: "Page not found", description: "There is no page at this address.",
            canonical: url.absolute(url.notFound), isIndexed: false)
    }
}
