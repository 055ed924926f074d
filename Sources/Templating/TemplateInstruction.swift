/// A template ready to be shown: every name has become a place.
indirect enum TemplateInstruction: Sendable {
    case literal([UInt8])
    case text(FieldReference, escaped: Bool)
    case section(FieldReference, [TemplateInstruction])
    case unless(FieldReference, [TemplateInstruction])
}

/// Where a value is found: which of the models in scope, counted from the page, and which of its fields.
struct FieldReference: Sendable {
    let depth: Int
    /// The slots of a dotted name, one after the other; empty for the current text itself.
    let path: [Int]
}

extension [TemplateInstruction] {
    func joiningLiterals() -> [TemplateInstruction] {
        reduce(into: []) { joined, next in
            if case .literal(let bytes) = next, case .literal(let before) = joined.last {
                joined[joined.count - 1] = .literal(before + bytes)
            } else {
                joined.append(next)
            }
        }
    }
}
