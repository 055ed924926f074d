/// What a model offers to templates: its fields and those of the models in it, with values that some models had.
package struct ModelDescription: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            case text, flag, texts
            /// A model of its own, which may be missing if it is optional.
            case object(isOptional: Bool)
            case list
        }

        package let name: String
        package let kind: Kind
        /// The first text that was there, or all that were if the field has several; empty if none was.
        package fileprivate(set) var example = ""
        /// What an object is, or each of a list; `nil` for text and flags, and where a model contains itself.
        package var model: ModelDescription? { models.first }
        fileprivate var models: [ModelDescription] = []
    }

    /// What the model stands for.
    package let meaning: String
    package private(set) var fields: [Field]

    /// No more of a list is looked at: the first few elements tell what they are.
    private static let looked = 20

    package init<Model: TemplateModel>(_ model: Model.Type) {
        self.init(Schema(model), inside: [])
    }

    /// - Parameter outer: the fields of the models around this one, by which a model is known that contains itself.
    private init(_ schema: Schema, inside outer: [[String]]) {
        meaning = schema.meaning
        fields = schema.names.compactMap { name in
            schema.fields[name].map { Field(name, $0, inside: outer + [schema.names]) }
        }
    }

    /// Takes examples from a model for the fields that have none yet.
    ///
    /// - Precondition: the model is of the type that is described.
    package mutating func add<Model: TemplateModel>(_ model: Model) {
        ModelAddress.withAddress(of: model) { add(at: $0, Schema(Model.self)) }
    }

    private mutating func add(at address: ModelAddress, _ schema: Schema) {
        for index in fields.indices {
            guard let content = schema.fields[fields[index].name] else { continue }
            fields[index].add(content, of: address)
        }
    }

    fileprivate static func described(_ schema: Schema, inside outer: [[String]]) -> [ModelDescription] {
        outer.contains(schema.names) ? [] : [ModelDescription(schema, inside: outer)]
    }

    fileprivate mutating func add(_ elements: Elements, of address: ModelAddress, _ schema: Schema) {
        elements.access(address.advanced(by: elements.offset)) { first, count in
            for number in 0..<min(count, Self.looked) {
                add(at: first.advanced(by: number * elements.stride), schema)
            }
        }
    }

    fileprivate mutating func add(_ object: ObjectContent, of address: ModelAddress, _ schema: Schema) {
        switch object {
        case .part(let offset): add(at: address.advanced(by: offset), schema)
        case .optionalPart(let offset, let isThere):
            if isThere(address.advanced(by: offset)) { add(at: address.advanced(by: offset), schema) }
        case .shared(let elements), .computed(let elements): add(elements, of: address, schema)
        }
    }
}

extension ModelDescription.Field {
    fileprivate init(_ name: String, _ content: FieldContent, inside outer: [[String]]) {
        self.name = name
        switch content {
        case .text: kind = .text
        case .flag: kind = .flag
        case .texts: kind = .texts
        case .list(let schema, _):
            kind = .list
            models = ModelDescription.described(schema(), inside: outer)
        case .object(let schema, let object):
            kind = .object(isOptional: object.canBeMissing)
            models = ModelDescription.described(schema(), inside: outer)
        }
    }

    fileprivate mutating func add(_ content: FieldContent, of address: ModelAddress) {
        switch content {
        case .flag: break
        case .text(let text):
            if example.isEmpty { example = text.value(of: address) }
        case .texts(let elements):
            guard example.isEmpty else { break }
            elements.access(address.advanced(by: elements.offset)) { first, count in
                let texts = (0..<count).map { first.advanced(by: $0 * elements.stride).value(String.self) }
                example = texts.joined(separator: ", ")
            }
        case .list(let schema, let elements):
            if !models.isEmpty { models[0].add(elements, of: address, schema()) }
        case .object(let schema, let object):
            if !models.isEmpty { models[0].add(object, of: address, schema()) }
        }
    }
}

extension TextContent {
    fileprivate func value(of address: ModelAddress) -> String {
        switch self {
        case .stored(let offset): address.advanced(by: offset).value(String.self)
        case .computed(let getter): getter(address)
        }
    }
}
