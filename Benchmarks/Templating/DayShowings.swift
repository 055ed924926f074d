import Templating

/// The showings of a film on one day.
struct DayShowings: TemplateModel {
    let day: Day
    let theaters: [TheaterShowings]

    static let fields = Fields<DayShowings>(.object("day", \.day), .list("theaters", \.theaters))
}

struct Day: TemplateModel {
    let date: String
    let name: String
    let href: String

    static let fields = Fields<Day>(.text("date", \.date), .text("name", \.name), .text("href", \.href))
}

/// The showings of a film on one day in one theater.
struct TheaterShowings: TemplateModel {
    let theater: Link
    let city: String
    let showings: [Showing]

    static let fields = Fields<TheaterShowings>(
        .object("theater", \.theater), .text("city", \.city), .list("showings", \.showings))
}

struct Showing: TemplateModel {
    let href: String
    let startsAt: String
    let time: String
    let endTime: String
    let auditorium: String
    let format: String
    let language: String
    let subtitles: String
    let captions: Bool
    let relaxed: Bool
    let isScheduled: Bool
    let priceFrom: String

    static let fields = Fields<Showing>(
        .text("href", \.href), .text("startsAt", \.startsAt), .text("time", \.time), .text("endTime", \.endTime),
        .text("auditorium", \.auditorium), .text("format", \.format), .text("language", \.language),
        .text("subtitles", \.subtitles), .flag("captions", \.captions), .flag("relaxed", \.relaxed),
        .flag("isScheduled", \.isScheduled), .text("priceFrom", \.priceFrom))
}
