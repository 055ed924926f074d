/// A template that pages are made with. Its name is also what they call themselves in `page.kind`.
struct PageTemplate: Sendable {
    /// What a visitor sees marked in the menu.
    enum Section {
        case movies, theaters, showtimes, search, tickets
    }

    let name: String
    /// `nil` if nothing is marked.
    let section: Section?

    init(_ name: String, in section: Section?) {
        self.name = name
        self.section = section
    }
}
