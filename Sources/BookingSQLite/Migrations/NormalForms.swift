import Booking
import Cinema
import GRDB

/// From version 2 to 3: names are in the normal form of Unicode, buyers are known by their mailboxes.
///
/// Before, a seat could be claimed once in each spelling that Unicode calls the same. Nothing that was sold is taken from
/// anybody: where both were sold, each keeps the spelling that it has, and `booking-api check` names them.
struct NormalForms {
    private let database: Database

    static func migrate(_ database: Database) throws {
        TextFunctions.add(to: database)
        let migration = NormalForms(database: database)
        try migration.respellClaims()
        try migration.respellWords()
        try migration.addMailboxes()
    }

    private func respellClaims() throws {
        // What is sold comes first, so that a hold gives way to it.
        let claims = try Row.fetchAll(
            database,
            sql: """
                SELECT showtime, seat, sold_to IS NOT NULL AS is_sold FROM claim WHERE seat <> normal_form(seat)
                ORDER BY is_sold DESC, showtime, seat
                """)
        for claim in claims {
            try respell(claim["seat"], of: claim["showtime"], isSold: claim["is_sold"])
        }
        for showtime in Set(claims.map { $0["showtime"] as String }) {
            try database.execute(
                sql: "UPDATE seat_version SET version = version + 1 WHERE showtime = ?", arguments: [showtime])
        }
    }

    private func respell(_ seat: String, of showtime: String, isSold: Bool) throws {
        let name = seat.inNormalForm
        let isRivalSold = try Bool.fetchOne(
            database, sql: "SELECT sold_to IS NOT NULL FROM claim WHERE showtime = ? AND seat = ?",
            arguments: [showtime, name])
        switch (isRivalSold, isSold) {
        case (true, true): return
        case (.some, false):
            // Its hold finds the seat taken when it is paid for, and takes no money.
            try remove(seat, of: showtime)
            return
        case (false, true): try remove(name, of: showtime)
        case (nil, _): break
        }
        try database.execute(
            sql: "UPDATE claim SET seat = ? WHERE showtime = ? AND seat = ?", arguments: [name, showtime, seat])
    }

    private func remove(_ seat: String, of showtime: String) throws {
        try database.execute(
            sql: "DELETE FROM claim WHERE showtime = ? AND seat = ?", arguments: [showtime, seat])
    }

    private func respellWords() throws {
        try database.execute(
            sql: """
                UPDATE ticket SET seat = normal_form(seat)
                WHERE seat <> normal_form(seat) AND NOT EXISTS (
                    SELECT 1 FROM "order" o JOIN claim ON claim.showtime = o.showtime AND claim.seat = ticket.seat
                    WHERE o.id = ticket.order_id AND claim.sold_to = o.id);
                UPDATE ticket SET ticket_type = normal_form(ticket_type) WHERE ticket_type <> normal_form(ticket_type);
                UPDATE hold SET seats = normal_form(seats) WHERE seats <> normal_form(seats);
                UPDATE showing SET facts = normal_form(facts) WHERE facts <> normal_form(facts);
                """)
    }

    private func addMailboxes() throws {
        try database.execute(
            sql: """
                ALTER TABLE "order" ADD COLUMN mailbox TEXT;
                UPDATE "order" SET mailbox = mailbox(email) WHERE email IS NOT NULL;
                DROP INDEX order_by_buyer;
                CREATE INDEX order_by_buyer ON "order" (showtime, mailbox) WHERE mailbox IS NOT NULL;
                """)
    }
}
