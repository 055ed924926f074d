import Catalog

extension SiteChapters {
    func renderMovies(_ ids: [Int64], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let movies = try reader.movies(ids)
        let credits = try reader.credits(ofMovies: ids)
        let showtimes = try reader.showtimes(of: movies)
        for movie in movies {
            let credits = credits[movie.id] ?? MovieCredits()
            let showtimes = showtimes[movie.id] ?? []
            let address = site.url.movie(movie.slug)
            try page(
                address, templates.movie, site.movieContext(movie, credits, hasShowings: !showtimes.isEmpty),
                site.moviePage(movie, credits, showtimes), sink)
            try calendar(of: address, named: movie.title, showtimes, reader, sink)
            try data("movies/\(movie.slug)", site.movieData(movie, credits, showtimes), sink)
        }
    }

    func renderPeople(_ ids: [Int64], _ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let filmographies = try reader.filmographies(ofPeople: ids)
        for person in try reader.people(ids) {
            try page(
                site.url.person(person.slug), templates.person, site.personContext(person),
                site.personPage(person, filmographies[person.id] ?? Filmography()), sink)
        }
    }

    func renderMovieList(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        let genres = try reader.genres()
        let pages = pages(try reader.moviesShowingFirst())
        for (index, ids) in pages.enumerated() {
            let number = index + 1
            try page(
                site.url.page(number, of: site.url.movies), templates.movies, site.moviesContext(page: number),
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
                    site.url.page(number, of: site.url.genre(genre.slug)), templates.genre,
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

    func renderSearch(_ reader: ProgrammeReader, _ sink: any FileSink) throws {
        var index = SearchIndex()
        for ids in try reader.movieIDs().pieces(of: 512) {
            let credits = try reader.credits(ofMovies: ids)
            for movie in try reader.movies(ids) { index.add(movie, credits[movie.id] ?? MovieCredits()) }
        }
        let files = index.files()
        for file in files { try sink.write(file.bytes, to: "data/search/\(file.name)") }
        try sink.keepOnly(Set(files.map(\.name)), in: "data/search")
    }
}
