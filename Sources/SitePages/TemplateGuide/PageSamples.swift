import Synchronization
import Templating

/// What the pages of a site offer to their templates, gathered while they are rendered.
final class PageSamples: Sendable {
    /// A kind of page.
    struct Entry {
        /// That of one page.
        let address: String
        var model: ModelDescription
    }

    private let state = Mutex((frame: ModelDescription(Frame.self), kinds: [String: Entry]()))

    func add<Page: TemplateModel>(_ address: String, _ frame: Frame, _ page: Page) {
        state.withLock { state in
            state.frame.add(frame)
            state.kinds[frame.page.kind, default: Entry(address: address, model: ModelDescription(Page.self))]
                .model.add(page)
        }
    }

    /// What every page has.
    var frame: ModelDescription { state.withLock { $0.frame } }

    /// By the name of the kind, which is also that of its template.
    var kinds: [String: Entry] { state.withLock { $0.kinds } }
}
