import Catalog
import Cinema

extension SiteChapters {
    func renderTheaters(_ ids: [Int64], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let auditoriums = try reader.auditoriums(ofTheaters: ids)
        let layouts = try reader.layouts(Set(auditoriums.values.joined().map(\.layout)))
        let showtimes = try reader.showtimes(ofTheaters: ids)
        for theater in try reader.theaters(ids) {
            let auditoriums = auditoriums[theater.id] ?? []
            let showtimes = showtimes[theater.id] ?? []
            let address = site.url.theater(theater.slug)
            let days = showtimes.daysByMovie()
            try page(
                address, templates.theater,
                site.theaterContext(theater, auditoriums, layouts, hasShowings: !showtimes.isEmpty),
                site.theaterPage(
                    theater, auditoriums, layouts,
                    FirstDays(days, lines: site.listSizes.lines, below: \.movie.id)),
                sink)
            try renderDays(days, in: theater, sink)
            try calendar(of: address, named: theater.name, showtimes, reader, sink)
            let last = days.prefix(Site.daysOfTheater).last?.day ?? site.today
            try data(
                "theaters/\(theater.slug)",
                site.theaterData(theater, auditoriums, layouts, showtimes.filter { $0.day <= last }), sink)
        }
    }

    private func renderDays(_ days: [FirstDays.Day], in theater: Theater, _ sink: any FileSink) throws {
        let dates = days.map(\.day)
        for day in days {
            let address = site.url.theater(theater.slug, on: day.day)
            let neighbours = site.neighbours(of: day.day, among: dates) { site.link($0, in: theater) }
            let pages = day.showtimes.pages(of: site.listSizes.lines, below: \.movie.id)
            for (index, showtimes) in pages.enumerated() {
                let number = index + 1
                try page(
                    SiteURL.page(number, of: address), templates.theaterDay,
                    site.theaterDayContext(theater, day.day, page: number),
                    site.theaterDayPage(theater, day.day, neighbours, showtimes, page: number, of: pages.count), sink)
            }
            try endList(address, pages: pages.count, sink)
        }
        try endDays(dates, below: site.url.theater(theater.slug), sink)
    }

    func renderTheaterList(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let theaters = try reader.theaters(try reader.theaterIDs()).sorted { $0.place < $1.place }
        let pages = theaters.isEmpty ? [[]] : theaters.pieces(of: site.listSizes.theaters)
        for number in 1...pages.count {
            let auditoriums = try reader.auditoriums(ofTheaters: pages[number - 1].map(\.id))
            try page(
                SiteURL.page(number, of: site.url.theaters), templates.theaters, site.theatersContext(page: number),
                site.theatersPage(pages, auditoriums, page: number), sink)
        }
        try endList(site.url.theaters, pages: pages.count, sink)
    }

    func renderLayouts(_ ids: [String], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let layouts = try reader.layouts(Set(ids))
        for id in ids {
            if let layout = layouts[id] {
                try data("layouts/\(id)", site.layoutData(layout), sink)
            } else {
                try sink.remove("data/layouts/\(id).json")
            }
        }
    }
}
