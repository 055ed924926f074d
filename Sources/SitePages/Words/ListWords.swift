import Words

/// What lists of pages, the menu and the trail above a heading say.
struct ListWords: Sendable {
    let page: Phrase<(String, String)>
    let films: String
    let theaters: String
    let newFilms: Phrase<String>
    let poster: Phrase<String>

    init(_ words: inout WordReader) {
        page = words.phrase("pages.title", "page", "number")
        films = words.text("site.films")
        theaters = words.text("site.theaters")
        newFilms = words.phrase("site.newFilms", "cinema")
        poster = words.phrase("site.poster", "movie")
    }
}

/// What the pages of days say of themselves.
struct DayWords: Sendable {
    let title: Phrase<String>
    let description: Phrase<(String, String)>
    let listTitle: String
    let listDescription: Phrase<String>

    init(_ words: inout WordReader) {
        title = words.phrase("day.title", "day")
        description = words.phrase("day.description", "cinema", "day")
        listTitle = words.text("day.list.title")
        listDescription = words.phrase("day.list.description", "cinema")
    }
}

/// What a price list says besides its prices.
struct ShowingWords: Sendable {
    let free: String
    /// Where a ticket type is not sold.
    let noPrice: String

    init(_ words: inout WordReader) {
        free = words.text("showing.free")
        noPrice = words.text("showing.noPrice")
    }
}

/// What calendars say of a showing.
struct CalendarWords: Sendable {
    let title: Phrase<(String, String)>
    let subtitles: Phrase<String>
    let audioDescription: String
    let captions: String
    let relaxed: String
    let soldOut: String
    let from: Phrase<String>
    let free: String

    init(_ words: inout WordReader) {
        title = words.phrase("calendar.title", "name", "cinema")
        subtitles = words.phrase("calendar.subtitles", "subtitles")
        audioDescription = words.text("calendar.audioDescription")
        captions = words.text("calendar.captions")
        relaxed = words.text("calendar.relaxed")
        soldOut = words.text("calendar.soldOut")
        from = words.phrase("calendar.from", "price")
        free = words.text("calendar.free")
    }
}
