import Text

/// What a value of JSON is, to those who read it.
package indirect enum JSONShape: Sendable {
    /// A text that is not empty.
    case text
    /// A text; it is empty where nothing is known.
    case anyText
    case instant
    case number
    case flag
    case list(JSONShape)
    /// More members may be there than these.
    case object([(name: String, shape: JSONShape)])
    /// Or `null` where nothing is known.
    case nullable(JSONShape)

    /// - Parameters:
    ///   - what: the value, for messages.
    ///   - report: is told what is wrong, and at which offset.
    func check(_ node: JSONNode, _ what: String, _ report: (_ offset: Int, _ message: String) -> Void) {
        switch self {
        case .object(let members) where node.kind == .object:
            for (name, shape) in members {
                if let value = node[name] {
                    shape.check(value, "'\(name)'", report)
                } else {
                    report(node.offset, "this object has no '\(name)', which programs that read the site ask for")
                }
            }
        case .list(let shape) where node.kind == .array:
            for entry in node.children { shape.check(entry, "an entry of \(what)", report) }
        case .nullable(let shape):
            if !node.isNull { shape.check(node, what, report) }
        default:
            if !fits(node) { report(node.offset, "\(what) must be \(meaning), and is \(node.sort)") }
        }
    }

    /// Of what has nothing inside.
    private func fits(_ node: JSONNode) -> Bool {
        switch self {
        case .text: node.kind == .string && !node.isEmpty
        case .anyText: node.kind == .string
        case .instant: node.string.map(TimeText.isInstant) ?? false
        case .number: node.kind == .number
        case .flag: node.isFlag
        case .list, .object, .nullable: false
        }
    }

    private var meaning: String {
        switch self {
        case .text: "a text that is not empty"
        case .anyText: "a text"
        case .instant: "a time with its offset, such as 2026-11-21T20:30:00+01:00"
        case .number: "a number"
        case .flag: "true or false"
        case .list: "a list"
        case .object: "an object"
        case .nullable(let shape): shape.meaning
        }
    }
}
