import Cinema
package import GRDB

extension DatabaseFunction {
    /// `normal_form(text)`: see `String.inNormalForm`. SQLite compares bytes and knows no normal forms.
    package static let normalForm = text("normal_form", \.inNormalForm)

    /// A function of SQL from one text to another. What is no text stays `NULL`.
    package static func text(_ name: String, _ make: @escaping @Sendable (String) -> String) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: 1, pure: true) { arguments in
            String.fromDatabaseValue(arguments[0]).map(make)
        }
    }
}
