import Text
import WebService
package import Words

/// What booking itself shows to a buyer. All else that it says is for programs (``Problem``).
package final class BookingWords: Sendable {
    /// A BCP 47 code.
    let language: String
    let time: TimeWords
    let order: OrderWords
    let bank: BankWords
    /// The event of an order in its buyer's calendar.
    let calendar: CountedPhrase
    /// The keys of all of them, sorted.
    package let keys: [String]

    /// - Throws: ``WordError`` that names every word which does not fit.
    package init(_ table: WordTable) throws {
        var words = WordReader(table)
        var markup = WordReader(table, escaping: HTMLEscaping.escape)
        language = table.language
        time = TimeWords(&words)
        order = OrderWords(&words, markup: &markup)
        bank = BankWords(&words, markup: &markup)
        calendar = words.counted("booking.calendar", "seats")
        keys = words.keys.union(markup.keys).sorted()
        try words.finish()
        try markup.finish()
    }
}

/// What an order on paper says: all but its title and heading is markup.
struct OrderWords: Sendable {
    let title: String
    let heading: String
    let lead: CountedPhrase
    let refunding, refunded, refundFailed: String
    let cancelled, withdrawn: Phrase<String>
    let cancelledNews, withdrawnNews: String
    let otherFilm, moved: Phrase<(String, String, String)>
    let otherFilmNews, movedNews: String
    let seat: Phrase<String>
    let code: Phrase<String>
    let void: String

    init(_ words: inout WordReader, markup: inout WordReader) {
        title = words.text("booking.order.title")
        heading = words.text("booking.order.heading")
        lead = markup.counted("booking.order.lead", "total")
        refunding = markup.text("booking.order.refunding")
        refunded = markup.text("booking.order.refunded")
        refundFailed = markup.text("booking.order.refundFailed")
        cancelled = markup.phrase("booking.order.cancelled", "news")
        cancelledNews = markup.text("booking.order.cancelledNews")
        withdrawn = markup.phrase("booking.order.withdrawn", "news")
        withdrawnNews = markup.text("booking.order.withdrawnNews")
        otherFilm = markup.phrase("booking.order.otherFilm", "news", "now", "sold")
        otherFilmNews = markup.text("booking.order.otherFilmNews")
        moved = markup.phrase("booking.order.moved", "news", "now", "sold")
        movedNews = markup.text("booking.order.movedNews")
        seat = markup.phrase("booking.order.seat", "seat")
        code = markup.phrase("booking.order.code", "seat")
        void = markup.text("booking.order.void")
    }
}

/// What the page of the simulated bank says: all but its title is markup.
struct BankWords: Sendable {
    let title, heading, lead: String
    let ask: String
    let askAmount: Phrase<String>
    let complete, fail, cancel: String
    let answered, close, back: String

    init(_ words: inout WordReader, markup: inout WordReader) {
        title = words.text("booking.bank.title")
        heading = markup.text("booking.bank.heading")
        lead = markup.text("booking.bank.lead")
        ask = markup.text("booking.bank.ask")
        askAmount = markup.phrase("booking.bank.askAmount", "amount")
        complete = markup.text("booking.bank.complete")
        fail = markup.text("booking.bank.fail")
        cancel = markup.text("booking.bank.cancel")
        answered = markup.text("booking.bank.answered")
        close = markup.text("booking.bank.close")
        back = markup.text("booking.bank.back")
    }
}
