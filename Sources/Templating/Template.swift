/// A template bound to the one model it is shown with.
package struct Template<Model: TemplateModel>: Sendable {
    let bound: BoundTemplate

    /// The names of the templates it consists of: its own, those of its partials and parents, and of theirs.
    package var sources: Set<String> { bound.sources }
    /// The keys of the words that stand in it.
    package var words: Set<String> { bound.words }

    /// - Returns: UTF-8.
    package func render(_ model: Model) -> [UInt8] {
        var bytes: [UInt8] = []
        render(model, into: &bytes)
        return bytes
    }

    /// Adds the page to `bytes`, as UTF-8. A buffer that is emptied and used again spares an allocation for each page.
    package func render(_ model: Model, into bytes: inout [UInt8]) {
        ModelAddress.withAddress(of: model) { bound.render([$0], into: &bytes) }
    }
}

/// A template bound to what frames it, which many pages have in common, and to the page itself.
///
/// Names are looked for in the page first.
package struct FramedTemplate<Frame: TemplateModel, Page: TemplateModel>: Sendable {
    let bound: BoundTemplate

    /// The names of the templates it consists of: its own, those of its partials and parents, and of theirs.
    package var sources: Set<String> { bound.sources }
    /// The keys of the words that stand in it.
    package var words: Set<String> { bound.words }

    /// - Returns: UTF-8.
    package func render(_ frame: Frame, _ page: Page) -> [UInt8] {
        var bytes: [UInt8] = []
        render(frame, page, into: &bytes)
        return bytes
    }

    /// Adds the page to `bytes`, as UTF-8. A buffer that is emptied and used again spares an allocation for each page.
    package func render(_ frame: Frame, _ page: Page, into bytes: inout [UInt8]) {
        ModelAddress.withAddress(of: frame) { frame in
            ModelAddress.withAddress(of: page) { page in bound.render([frame, page], into: &bytes) }
        }
    }
}

/// What templates of all kinds of models have in common.
struct BoundTemplate: Sendable {
    let program: Program
    let sources: Set<String>
    let words: Set<String>
    private let size = PageSize()

    init(program: Program, sources: Set<String>, words: Set<String>) {
        self.program = program
        self.sources = sources
        self.words = words
    }

    /// - Parameter models: of the types that the template was bound to, in the same order.
    func render(_ models: [ModelAddress], into bytes: inout [UInt8]) {
        var renderer = Renderer(program, models, capacity: size.expected)
        renderer.run()
        size.record(renderer.page.count)
        renderer.page.append(to: &bytes)
    }
}
