import Catalog

extension SiteChapters {
    func renderTheaters(_ ids: [Int64], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let auditoriums = try reader.auditoriums(ofTheaters: ids)
        let layouts = try reader.layouts(Set(auditoriums.values.joined().map(\.layout)))
        for theater in try reader.theaters(ids) {
            let auditoriums = auditoriums[theater.id] ?? []
            let showtimes = try reader.showtimes(of: theater, days: Site.daysOfTheater)
            let address = site.url.theater(theater.slug)
            try page(
                address, templates.theater,
                site.theaterContext(theater, auditoriums, layouts, hasShowings: !showtimes.isEmpty),
                site.theaterPage(theater, auditoriums, layouts, showtimes), sink)
            try calendar(of: address, named: theater.name, showtimes, reader, sink)
            try data(
                "theaters/\(theater.slug)", site.theaterData(theater, auditoriums, layouts, showtimes), sink)
        }
    }

    func renderTheaterList(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let ids = try reader.theaterIDs()
        let pages = ids.isEmpty ? [[]] : ids.pieces(of: site.listSizes.theaters)
        for (index, ids) in pages.enumerated() {
            let number = index + 1
            try page(
                site.url.page(number, of: site.url.theaters), templates.theaters, site.theatersContext(page: number),
                site.theatersPage(
                    try reader.theaters(ids), try reader.auditoriums(ofTheaters: ids), page: number, of: pages.count),
                sink)
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
