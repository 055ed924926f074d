import Text

/// What a name of a template means in the models at hand.
struct FoundName {
    let content: FieldContent
    /// Of the model in scope where the name begins.
    let start: Place
    /// The objects that the name goes through, as `theater` in `theater.name`; each is a field of the one before.
    private(set) var objects: [ObjectContent] = []

    /// - Throws: ``TemplateError`` if nothing in scope has the name.
    init(_ name: String, in scopes: [TemplateScope], _ position: TagPosition) throws {
        if name == "." {
            guard let scope = scopes.last, case .text = scope.content else {
                throw position.error("'.' has a meaning only in a list of texts")
            }
            start = scope.place
            content = .text(.stored(offset: 0))
            return
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for scope in scopes.reversed() {
            guard case .model(let schema) = scope.content, var found = schema.fields[parts[0]] else { continue }
            for (part, next) in zip(parts, parts.dropFirst()) {
                guard case .object(let child, let object) = found else {
                    throw position.error("'\(part)' has no fields, so '.\(next)' cannot follow it")
                }
                let fields = child().fields
                guard let field = fields[next] else {
                    throw position.error("there is no '\(next)' in it\(suggestion(for: next, among: fields.keys))")
                }
                objects.append(object)
                found = field
            }
            start = scope.place
            content = found
            return
        }
        let known = scopes.flatMap { scope -> [String] in
            if case .model(let schema) = scope.content { Array(schema.fields.keys) } else { [] }
        }
        throw position.error("nothing here is called '\(parts[0])'\(suggestion(for: parts[0], among: known))")
    }
}

extension FieldContent {
    var description: String {
        switch self {
        case .text: "text"
        case .flag: "a flag"
        case .texts, .list: "a list"
        case .object: "an object"
        }
    }
}
