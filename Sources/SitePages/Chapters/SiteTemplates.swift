package import Templating

/// The templates of a site, each bound to the models that it shows.
package struct SiteTemplates: Sendable {
    let home: FramedTemplate<Frame, HomePage>
    let movies: FramedTemplate<Frame, MoviesPage>
    let movie: FramedTemplate<Frame, MoviePage>
    let movieDay: FramedTemplate<Frame, MovieDayPage>
    let theaters: FramedTemplate<Frame, TheatersPage>
    let theater: FramedTemplate<Frame, TheaterPage>
    let theaterDay: FramedTemplate<Frame, TheaterDayPage>
    let days: FramedTemplate<Frame, DaysPage>
    let day: FramedTemplate<Frame, DayPage>
    let genre: FramedTemplate<Frame, GenrePage>
    let person: FramedTemplate<Frame, PersonPage>
    let showtime: FramedTemplate<Frame, ShowtimePage>
    let search: FramedTemplate<Frame, SearchPage>
    let checkout: FramedTemplate<Frame, PlainPage>
    let tickets: FramedTemplate<Frame, PlainPage>
    let notFound: FramedTemplate<Frame, PlainPage>

    /// The texts of all of them and of their partials and parents, by name.
    package private(set) var texts: [String: String]

    /// - Throws: ``TemplateError`` if any template does not fit its model.
    package init(_ library: TemplateLibrary) throws {
        home = try library.template("home", Frame.self, HomePage.self)
        movies = try library.template("movies", Frame.self, MoviesPage.self)
        movie = try library.template("movie", Frame.self, MoviePage.self)
        movieDay = try library.template("movie-day", Frame.self, MovieDayPage.self)
        theaters = try library.template("theaters", Frame.self, TheatersPage.self)
        theater = try library.template("theater", Frame.self, TheaterPage.self)
        theaterDay = try library.template("theater-day", Frame.self, TheaterDayPage.self)
        days = try library.template("days", Frame.self, DaysPage.self)
        day = try library.template("day", Frame.self, DayPage.self)
        genre = try library.template("genre", Frame.self, GenrePage.self)
        person = try library.template("person", Frame.self, PersonPage.self)
        showtime = try library.template("showtime", Frame.self, ShowtimePage.self)
        search = try library.template("search", Frame.self, SearchPage.self)
        checkout = try library.template("checkout", Frame.self, PlainPage.self)
        tickets = try library.template("tickets", Frame.self, PlainPage.self)
        notFound = try library.template("not-found", Frame.self, PlainPage.self)
        texts = [:]
        let names = Chapter.allCases.reduce(into: Set()) { $0.formUnion(sources(of: $1)) }
        texts = Dictionary(
            names.map { ($0, library.text(of: $0) ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    /// The names of the templates that the pages of a chapter are made with.
    package func sources(of chapter: Chapter) -> Set<String> {
        switch chapter {
        case .sitemap, .nowShowing, .feed, .layout, .posters: []
        case .search: search.sources
        case .movieList: movies.sources
        case .home: home.sources
        case .days: days.sources
        case .theaterList: theaters.sources
        case .plain: checkout.sources.union(tickets.sources).union(notFound.sources)
        case .genre: genre.sources
        case .day: day.sources
        case .theater: theater.sources.union(theaterDay.sources)
        case .showtime: showtime.sources
        case .movie: movie.sources.union(movieDay.sources)
        case .person: person.sources
        }
    }
}
