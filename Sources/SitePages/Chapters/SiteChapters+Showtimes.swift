import Catalog
import Cinema

extension SiteChapters {
    func renderShowtimes(_ ids: [String], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let showtimes = try reader.showtimes(ids)
        let rooms = try reader.layouts(Set(showtimes.map(\.auditorium.layout))).mapValues(site.room)
        let revisions = try reader.revisions(ofShowtimes: ids)
        for showtime in showtimes {
            guard let room = rooms[showtime.auditorium.layout] else { continue }
            let address = site.url.showtime(showtime.id)
            try page(
                address, templates.showtime, site.showtimeContext(showtime), site.showtimePage(showtime, room), sink)
            try sink.write(
                site.calendar([showtime], named: nil, revisions), to: site.url.file(site.url.calendar(of: address)))
        }
        for id in Set(ids).subtracting(showtimes.map(\.id)) {
            try removePage(site.url.showtime(id), sink)
        }
    }

    func renderHome(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let day = site.days.first
        let movies = try reader.movies(day.map { try reader.movies(on: $0, limit: Site.moviesToday) } ?? [])
        let coming = try reader.moviesShowingFirst(notOn: day, limit: Site.moviesComing)
        let showtimes = try day.flatMap { day in
            try reader.hasShowtimes(moreThan: site.listSizes.lines, of: movies, around: day)
                ? nil : reader.showtimes(of: movies, on: day)
        }
        try page(
            site.url.home, templates.home, site.homeContext(),
            site.homePage(movies, showtimes, coming: try reader.movies(coming)), sink)
    }

    func renderDays(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        try page(site.url.showtimes, templates.days, site.daysContext(), site.daysPage(), sink)
    }

    func renderPlainPages(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        try page(site.url.checkout, templates.checkout, site.checkoutContext(), PlainPage(), sink)
        try page(site.url.tickets, templates.tickets, site.ticketsContext(), PlainPage(), sink)
        try page(site.url.notFound, templates.notFound, site.notFoundContext(), PlainPage(), sink)
        try sink.write(Array(HeadersFile(site.headers, root: site.url.root).text.utf8), to: HeadersFile.name)
        for file in DefaultFile.allCases where !publicFiles.has(file.rawValue) {
            try sink.write(file.contents(site, publicFiles), to: file.rawValue)
        }
    }

    // MARK: Days

    func dayJobs(_ pages: PageSelection.Pages) -> [RenderJob] {
        var whole = Set(pages.isWhole ? site.days : [])
        var partly: [CivilDate: Set<Int64>] = [:]
        for key in pages.keys {
            switch key {
            case .day(let day): whole.insert(day)
            case .dayOfTheater(let day, let theater): partly[day, default: []].insert(theater)
            default: break
            }
        }
        return whole.union(partly.keys).sorted().map { day in
            let theaters = whole.contains(day) ? nil : partly[day]
            return RenderJob(pages: 1) { try renderDay(day, theaters, $0, $1) }
        }
    }

    /// - Parameter some: the theaters that were changed, if which theaters show films on that day was not.
    private func renderDay(
        _ day: CivilDate, _ some: Set<Int64>?, _ reader: ProgrammeReader, _ sink: any FileSink
    ) throws {
        let theaters = try reader.theaters(on: day)
        guard !theaters.isEmpty else { return try removeDay(day, sink) }
        // Each theater takes two lines at least.
        let areFew = theaters.count * 2 <= site.listSizes.lines
        if areFew {
            let showtimes = try reader.showtimes(ofTheaters: theaters, on: day)
            let lines = showtimes.values.reduce(0) { $0 + 1 + $1.daysByMovie()[0].showtimes.lines(below: \.movie.id) }
            if lines <= site.listSizes.lines {
                try page(
                    site.url.day(day), templates.day, site.dayContext(day, page: 1),
                    site.dayPage(day, try reader.theaters(theaters), showtimes), sink)
                return try endList(site.url.day(day), pages: 1, sink)
            }
        }
        if areFew || some == nil { try renderPlaces(day, try reader.theaters(theaters), sink) }
    }

    /// The day of a big cinema: where films are shown, each theater's own page has the rest.
    private func renderPlaces(_ day: CivilDate, _ theaters: [Theater], _ sink: any FileSink) throws {
        let pages = theaters.sorted { $0.place < $1.place }.pieces(of: site.listSizes.theaters)
        for number in 1...pages.count {
            try page(
                SiteURL.page(number, of: site.url.day(day)), templates.day, site.dayContext(day, page: number),
                site.dayPage(day, pages, page: number), sink)
        }
        try endList(site.url.day(day), pages: pages.count, sink)
    }

    private func removeDay(_ day: CivilDate, _ sink: any FileSink) throws {
        try sink.remove(site.url.file(site.url.day(day)))
        try endList(site.url.day(day), pages: 0, sink)
    }
}
