import Templating

/// All days that have showtimes.
struct DaysPage: TemplateModel {
    let days: [DayChoice]

    static let fields = Fields<DaysPage>(.list("days", \.days))
}

extension Site {
    func daysPage() -> DaysPage { DaysPage(days: days.map { choice($0) }) }

    func daysContext() -> PageContext {
        PageContext(
            kind: .days, title: "Showtimes by day", description: "All days on which \(context.name) shows films.",
            canonical: url.absolute(url.showtimes))
    }
}
