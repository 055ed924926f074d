/// A template bound to models: every name has become a place in memory.
struct Program: Sendable {
    var instructions: [Instruction] = []
    /// The template's own text, all of it in one piece.
    var literals: [UInt8] = []
    var getters: [@Sendable (ModelAddress) -> String] = []
    var tests: [@Sendable (ModelAddress) -> Bool] = []
    var lists: [Elements] = []
    /// How many addresses of models are needed at the same time; those of the page's own come first.
    var scopeCount: Int
}
