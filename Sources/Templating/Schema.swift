/// The fields of a model by name, without the model.
@usableFromInline
struct Schema: Sendable {
    let fields: [String: FieldContent]

    init(fields: [String: FieldContent]) {
        self.fields = fields
    }

    @usableFromInline
    init<Model: TemplateModel>(_ model: Model.Type) {
        fields = Dictionary(model.fields.list.map { ($0.name, $0.content) }, uniquingKeysWith: { first, _ in first })
    }
}
