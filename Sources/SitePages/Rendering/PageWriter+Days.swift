import Catalog
import Cinema
import Templating

/// What is on one page of a day that a film, or a theater, has pages of its own for.
struct PageOfDay {
    let day: CivilDate
    let neighbours: NeighbourDays
    let showtimes: [Showtime]
    let number: Int
    let count: Int
}

extension PageWriter {
    /// The days that have pages of their own below the page of a film or a theater.
    ///
    /// - Parameters:
    ///   - heading: see ``Swift/Collection/lines(below:)``.
    ///   - link: to the page of a day.
    func days<Page: TemplateModel>(
        _ days: some Collection<FirstDays.Day>, below address: String, by heading: (Showtime) -> Int64,
        _ link: (CivilDate) -> DayLink, _ template: FramedTemplate<Frame, Page>, _ sink: any FileSink,
        _ page: (PageOfDay) -> (PageContext, Page)
    ) throws {
        let dates = days.map(\.day)
        for day in days {
            let neighbours = site.neighbours(of: day.day, among: dates, link)
            let pages = day.showtimes.pages(of: site.listSizes.lines, below: heading)
            try list(link(day.day).href, pages, template, sink) { showtimes, number in
                page(
                    PageOfDay(
                        day: day.day, neighbours: neighbours, showtimes: showtimes, number: number, count: pages.count))
            }
        }
        try endDays(dates, below: address, sink)
    }

    /// Takes away the page of a film or a theater, and those of its days.
    func removeDays(below address: String, _ sink: any FileSink) throws {
        try removePage(address, sink)
        try endDays([], below: address, sink)
    }

    /// Of the days that have pages of their own below an address, no others are left.
    private func endDays(_ days: [CivilDate], below address: String, _ sink: any FileSink) throws {
        try sink.keepOnly(Set(days.map(\.iso)), in: String(folder(of: address).dropLast())) {
            CivilDate(iso: $0) != nil
        }
    }
}
