import Catalog

extension PageWriter {
    /// Writes the calendar of a page, or takes it away where there is nothing to come.
    ///
    /// - Parameter showtimes: ahead, in order of start.
    func calendar(
        of page: String, named name: String, _ showtimes: [Showtime], _ reader: ProgrammeReader, _ sink: any FileSink
    ) throws {
        let path = site.url.file(site.url.calendar(of: page))
        guard !showtimes.isEmpty else { return try sink.remove(path) }
        let shown = firstDays(of: showtimes)
        let revisions = try reader.revisions(ofShowtimes: shown.map(\.id))
        try sink.write(site.calendar(shown, named: name, revisions), to: path)
    }

    /// As many whole days as fit; of a day that does not fit by itself, what does.
    private func firstDays(of showtimes: [Showtime]) -> [Showtime] {
        let limit = site.listSizes.calendar
        guard showtimes.count > limit else { return showtimes }
        let days = showtimes.prefix(limit).filter { $0.day < showtimes[limit].day }
        return days.isEmpty ? Array(showtimes.prefix(limit)) : days
    }

    /// Takes a page away that may have a calendar.
    func removePage(_ address: String, _ sink: any FileSink) throws {
        try sink.remove(site.url.file(address))
        try sink.remove(site.url.file(site.url.calendar(of: address)))
    }
}
