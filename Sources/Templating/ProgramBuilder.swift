/// Writes a program, step by step.
struct ProgramBuilder {
    private var program: Program
    /// Where the literal begins that the next step will show first.
    private var literalStart: Int32 = 0

    init(modelCount: Int) {
        program = Program(scopeCount: modelCount)
    }

    mutating func finish() -> Program {
        endLiteral()
        return program
    }

    mutating func literal(_ text: String) {
        program.literals += text.utf8
    }

    mutating func text(_ place: Place, isEscaped: Bool) {
        append(isEscaped ? .text(place) : .rawText(place))
    }

    mutating func text(_ place: Place, _ getter: @escaping @Sendable (ModelAddress) -> String, isEscaped: Bool) {
        program.getters.append(getter)
        append(.computedText(place, getter: Int32(program.getters.count - 1), isEscaped: isEscaped))
    }

    mutating func whenFlag(_ place: Place, is wanted: Bool, _ body: (inout Self) throws -> Void) throws {
        try section(body) { .flag(place, is: wanted, end: $0) }
    }

    mutating func whenText(_ place: Place, is wanted: Bool, _ body: (inout Self) throws -> Void) throws {
        try section(body) { .textIsThere(place, is: wanted, end: $0) }
    }

    mutating func when(
        _ place: Place, is wanted: Bool, _ test: @escaping @Sendable (ModelAddress) -> Bool,
        _ body: (inout Self) throws -> Void
    ) throws {
        let index = Int32(program.tests.count)
        program.tests.append(test)
        try section(body) { .test(place, test: index, is: wanted, end: $0) }
    }

    /// - Parameter body: is given the place of the value that it is shown for.
    mutating func forEach(
        _ place: Place, _ elements: Elements, _ body: (inout Self, Place) throws -> Void
    ) throws {
        let index = Int32(program.lists.count)
        program.lists.append(elements)
        let scope = program.scopeCount
        program.scopeCount += 1
        try section { builder in
            try body(&builder, Place(scope: scope, offset: 0))
        } operation: { end in
            .each(place.advanced(by: elements.offset), list: index, scope: Int32(scope), end: end)
        }
    }

    private mutating func section(
        _ body: (inout Self) throws -> Void, operation: (_ end: Int32) -> Instruction.Operation
    ) throws {
        append(operation(0))
        let start = program.instructions.count - 1
        try body(&self)
        endLiteral()
        program.instructions[start].operation = operation(Int32(program.instructions.count))
    }

    /// What is shown after a section is no part of it.
    private mutating func endLiteral() {
        if literalStart < program.literals.count { append(.nothing) }
    }

    private mutating func append(_ operation: Instruction.Operation) {
        let literalEnd = Int32(program.literals.count)
        program.instructions.append(Instruction(literal: literalStart..<literalEnd, operation: operation))
        literalStart = literalEnd
    }
}
