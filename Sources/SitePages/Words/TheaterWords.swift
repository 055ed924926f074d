import Words

/// What the pages of theaters say of themselves.
struct TheaterWords: Sendable {
    let title: Phrase<String>
    let nameAgain: Phrase<(String, String)>
    let description: Phrase<String>
    let screens: CountedPhrase
    let dayTitle: Phrase<(String, String)>
    let dayDescription: Phrase<(String, String)>
    let listTitle: String
    let listDescription: Phrase<String>

    init(_ words: inout WordReader) {
        title = words.phrase("theater.title", "theater")
        nameAgain = words.phrase("theater.nameAgain", "theater", "number")
        description = words.phrase("theater.description", "theater")
        screens = words.counted("theater.screenCount")
        dayTitle = words.phrase("theater.day.title", "theater", "day")
        dayDescription = words.phrase("theater.day.description", "theater", "day")
        listTitle = words.text("theater.list.title")
        listDescription = words.phrase("theater.list.description", "cinema")
    }
}

/// What the pages of showings say of themselves and of their rooms.
struct SeatWords: Sendable {
    let title: Phrase<(String, String, String)>
    let description: Phrase<(String, String, String)>
    let count: CountedPhrase
    let wheelchair: Phrase<String>
    let companion: Phrase<String>
    let premium: Phrase<String>

    init(_ words: inout WordReader) {
        title = words.phrase("seats.title", "movie", "moment", "place")
        description = words.phrase("seats.description", "movie", "moment", "place")
        count = words.counted("seats.count")
        wheelchair = words.phrase("seats.room.wheelchair", "numbers")
        companion = words.phrase("seats.room.companion", "numbers")
        premium = words.phrase("seats.room.premium", "numbers")
    }
}
