import Booking
import Cinema
import GRDB

/// What SQLite is taught of text, which are bytes to it.
enum TextFunctions {
    /// `normal_form(text)`: see `String.inNormalForm`.
    static let normalForm = function("normal_form", \.inNormalForm)
    /// `mailbox(email)`: see ``Mailbox``.
    static let mailbox = function("mailbox") { Mailbox($0).key }

    static func add(to database: Database) {
        database.add(function: normalForm)
        database.add(function: mailbox)
    }

    private static func function(_ name: String, _ make: @escaping @Sendable (String) -> String) -> DatabaseFunction {
        DatabaseFunction(name, argumentCount: 1, pure: true) { arguments in
            String.fromDatabaseValue(arguments[0]).map(make)
        }
    }
}
