package import Templating

/// A model as lines of text, each field with its kind and a value, those of a model inside indented below it.
package struct ModelTree {
    package let lines: [String]

    /// Wide enough for most names, and narrow enough for a page.
    private static let nameWidth = 28
    private static let kindWidth = 18
    private static let exampleLimit = 60

    package init(_ model: ModelDescription) {
        lines = Self.lines(of: model, depth: 0)
    }

    private static func lines(of model: ModelDescription, depth: Int) -> [String] {
        model.fields.flatMap { field in
            let name = String(repeating: "  ", count: depth) + field.name
            let line = [padded(name, to: nameWidth), padded(field.kind.words, to: kindWidth), remark(on: field)]
                .joined()
            return [String(line.reversed().drop { $0 == " " }.reversed())]
                + (field.model.map { lines(of: $0, depth: depth + 1) } ?? [])
        }
    }

    /// What the field is if it is a model; else a value.
    private static func remark(on field: ModelDescription.Field) -> String {
        if let model = field.model { return model.meaning }
        guard !field.example.isEmpty else { return "" }
        return "“\(Wording.excerpt(field.example, limit: exampleLimit))”"
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(2, width - text.count))
    }
}

extension ModelDescription.Field.Kind {
    fileprivate var words: String {
        switch self {
        case .text: "text"
        case .flag: "flag"
        case .texts: "list of texts"
        case .object(let isOptional): isOptional ? "object or nothing" : "object"
        case .list: "list"
        }
    }
}
