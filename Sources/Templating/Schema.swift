/// The fields of a model by name, without the model.
@usableFromInline
struct Schema: Sendable {
    let fields: [String: FieldContent]
    /// The names of the fields, in the order in which the model lists them.
    let names: [String]
    let meaning: String

    init(fields: [String: FieldContent]) {
        self.fields = fields
        names = fields.keys.sorted()
        meaning = ""
    }

    @usableFromInline
    init<Model: TemplateModel>(_ model: Model.Type) {
        fields = Dictionary(model.fields.list.map { ($0.name, $0.content) }, uniquingKeysWith: { first, _ in first })
        names = model.fields.list.map(\.name)
        meaning = model.meaning
    }
}
