import Catalog
import Cinema

extension SiteChapters {
    func renderMovies(_ ids: [Int64], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let movies = try reader.movies(ids)
        let credits = try reader.credits(ofMovies: ids)
        let showtimes = try reader.showtimes(of: movies)
        for movie in movies {
            let credits = credits[movie.id] ?? MovieCredits()
            let showtimes = showtimes[movie.id] ?? []
            let address = site.url.movie(movie.slug)
            let days = showtimes.daysByTheater()
            let first = FirstDays(days, lines: site.listSizes.lines, below: \.theater.id)
            try page(
                address, templates.movie, site.movieContext(movie, credits, hasShowings: !showtimes.isEmpty),
                site.moviePage(movie, credits, first), sink)
            try renderDays(days, first.further, of: movie, sink)
            try calendar(of: address, named: movie.title, showtimes, reader, sink)
            try data("movies/\(movie.slug)", site.movieData(movie, credits, showtimes), sink)
            try renderDrawnPoster(of: movie, sink)
        }
    }

    /// The days that the film's own page has no room for.
    private func renderDays(
        _ days: [FirstDays.Day], _ further: [CivilDate], of movie: Movie, _ sink: any FileSink
    ) throws {
        for day in days.suffix(further.count) {
            let address = site.url.movie(movie.slug, on: day.day)
            let neighbours = site.neighbours(of: day.day, among: further) { site.link($0, of: movie) }
            let pages = day.showtimes.pages(of: site.listSizes.lines, below: \.theater.id)
            for (index, showtimes) in pages.enumerated() {
                let number = index + 1
                try page(
                    SiteURL.page(number, of: address), templates.movieDay,
                    site.movieDayContext(movie, day.day, page: number),
                    site.movieDayPage(movie, day.day, neighbours, showtimes, page: number, of: pages.count), sink)
            }
            try endList(address, pages: pages.count, sink)
        }
        try endDays(further, below: site.url.movie(movie.slug), sink)
    }

    func renderPeople(_ ids: [Int64], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let films = try reader.filmographies(ofPeople: ids)
        let movies = Dictionary(
            films.values.joined().map { ($0.movie.id, $0.movie) }, uniquingKeysWith: { first, _ in first })
        let next = Dictionary(
            grouping: try reader.nextShowtimes(of: Array(movies.values), limit: Site.showingsOnScreen), by: \.movie.id)
        for person in try reader.people(ids) {
            let credits = films[person.id] ?? []
            let onScreen = credits.compactMap { next[$0.movie.id] }.sorted { $0[0].startsAt < $1[0].startsAt }
            let address = site.url.person(person.slug)
            let pages = credits.isEmpty ? [[]] : credits.pieces(of: site.listSizes.movies)
            for (index, credits) in pages.enumerated() {
                let number = index + 1
                let showtimes = number == 1 ? onScreen.prefix(Site.filmsOnScreen).flatMap(\.self) : []
                try page(
                    SiteURL.page(number, of: address), templates.person, site.personContext(person, page: number),
                    site.personPage(person, credits, showtimes, page: number, of: pages.count), sink)
            }
            try endList(address, pages: pages.count, sink)
        }
    }

    func renderMovieList(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let genres = try reader.genres()
        let pages = pages(try reader.moviesShowingFirst())
        for (index, ids) in pages.enumerated() {
            let number = index + 1
            try page(
                SiteURL.page(number, of: site.url.movies), templates.movies, site.moviesContext(page: number),
                site.moviesPage(try reader.movies(ids), genres: genres, page: number, of: pages.count), sink)
        }
        try endList(site.url.movies, pages: pages.count, sink)
    }

    func renderGenres(_ ids: [Int64], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        for genre in try reader.genres() where ids.contains(genre.id) {
            let pages = pages(try reader.moviesShowingFirst(genre: genre.id))
            for (index, ids) in pages.enumerated() {
                let number = index + 1
                try page(
                    SiteURL.page(number, of: site.url.genre(genre.slug)), templates.genre,
                    site.genreContext(genre, page: number),
                    site.genrePage(genre, try reader.movies(ids), page: number, of: pages.count), sink)
            }
            try endList(site.url.genre(genre.slug), pages: pages.count, sink)
        }
    }

    /// An empty list has one page too, which says so.
    private func pages(_ movies: [Int64]) -> [ArraySlice<Int64>] {
        movies.isEmpty ? [[]] : movies.pieces(of: site.listSizes.movies)
    }

    func renderNowShowing(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        try data("now-showing", site.nowShowingData(try reader.nowShowing()), sink)
    }
}
