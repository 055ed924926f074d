import Booking
import GRDB
import SQLiteSupport

/// What SQLite is taught of text, which are bytes to it.
enum TextFunctions {
    /// `mailbox(email)`: see ``Mailbox``.
    private static let mailbox = DatabaseFunction.text("mailbox") { Mailbox($0).key }

    static func add(to database: Database) {
        database.add(function: .normalForm)
        database.add(function: mailbox)
    }
}
