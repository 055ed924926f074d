/// One step of showing a template: some of its own text, then what stands behind that.
///
/// Steps stand one after the other; those inside a section follow it, up to its end. Text and what follows it are one
/// step because that is the usual case by far, and finding out what the next step is takes longer than most steps.
struct Instruction: Sendable {
    /// The template's own text, in the program's literals. There may be none.
    let literal: Range<Int32>
    var operation: Operation

    enum Operation: Sendable {
        case nothing
        case text(Place)
        /// Text that is not escaped.
        case rawText(Place)
        case computedText(Place, getter: Int32, isEscaped: Bool)
        /// What follows, up to `end`, is shown if the flag is as wanted.
        case flag(Place, is: Bool, end: Int32)
        /// As above, for text that has any signs or has none.
        case textIsThere(Place, is: Bool, end: Int32)
        /// As above, for all that has to be asked.
        case test(Place, test: Int32, is: Bool, end: Int32)
        /// What follows, up to `end`, is shown for each of some values, the address of which is put into `scope`.
        case each(Place, list: Int32, scope: Int32, end: Int32)
    }
}

/// Where a value is: in a model in scope, that many bytes from its start.
struct Place: Sendable {
    let scope: Int32
    let offset: Int32

    init(scope: Int, offset: Int) {
        self.scope = Int32(scope)
        self.offset = Int32(offset)
    }

    func advanced(by offset: Int) -> Place {
        Place(scope: Int(scope), offset: Int(self.offset) + offset)
    }
}
