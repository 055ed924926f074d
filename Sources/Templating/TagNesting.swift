/// How deep tags may stand inside each other: templates are read by functions that call themselves, and the stack of a
/// thread is finite.
enum TagNesting {
    /// Counts sections, blocks, parents and partials, those of included templates too.
    static let limit = 64

    static func error(at position: TagPosition) -> TemplateError {
        position.error(
            "this stands inside \(limit) other tags, counting those of the templates that show it, and more are not "
                + "allowed; close some of them before it")
    }
}
