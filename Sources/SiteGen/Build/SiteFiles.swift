import Catalog
import Cinema
import Foundation
import Templating

/// Every file of a site: where it goes, and how its bytes are made when their turn comes.
struct SiteFiles {
    struct File: Sendable {
        /// Below the site's root.
        let path: String
        let isPage: Bool
        let bytes: @Sendable () throws -> [UInt8]
    }

    private let site: Site
    private(set) var files: [File] = []

    /// - Throws: ``TemplateError`` if any template does not fit its model.
    init(_ site: Site, _ templates: TemplateLibrary, _ publicFolder: PublicFolder) throws {
        self.site = site
        for file in publicFolder.files {
            files.append(File(path: file.path, isPage: false) { [UInt8](try Data(contentsOf: file.source)) })
        }
        addData()
        try addLists(templates)
        try addMovies(templates)
        try addTheaters(templates)
        try addShowtimes(templates)
        try addPlainPages(templates)
    }

    private mutating func addData() {
        let site = site
        add(data: "now-showing") { site.nowShowingData() }
        for index in site.programme.movies.indices {
            add(data: "movies/\(site.programme.movies[index].slug)") { site.movieData(index) }
        }
        for index in site.programme.theaters.indices {
            add(data: "theaters/\(site.programme.theaters[index].slug)") { site.theaterData(index) }
        }
        for layout in site.programme.layouts {
            add(data: "layouts/\(layout.id)") { site.layoutData(layout) }
        }
        let search = SearchIndex(site)
        add(data: "search/index") { search.index() }
        for shard in 0..<search.count {
            files.append(
                File(path: "data/search/\(search.fileName(shard))", isPage: false) {
                    search.shard(shard, site).bytes
                })
        }
    }

    private mutating func addLists(_ templates: TemplateLibrary) throws {
        let site = site
        let home = try templates.template("home", Frame.self, HomePage.self)
        add(page: site.url.home, home) { (site.homeContext(), site.homePage()) }

        let movies = try templates.template("movies", Frame.self, MoviesPage.self)
        let movieIndexes = site.listings.moviesShowingFirst
        let moviePages = movieIndexes.pages(of: Site.moviesPerPage)
        for number in 1...moviePages.count {
            add(page: site.url.page(number, of: site.url.movies), movies) {
                (site.moviesContext(number), site.moviesPage(number, of: moviePages))
            }
        }

        let genre = try templates.template("genre", Frame.self, GenrePage.self)
        for index in site.programme.genres.indices {
            let pages = site.listings.ofGenre[index].pages(of: Site.moviesPerPage)
            for number in 1...pages.count {
                add(page: site.url.page(number, of: site.url.genre(site.programme.genres[index].slug)), genre) {
                    (site.genreContext(index, number), site.genrePage(index, number, of: pages))
                }
            }
        }
    }

    private mutating func addMovies(_ templates: TemplateLibrary) throws {
        let site = site
        let movie = try templates.template("movie", Frame.self, MoviePage.self)
        for index in site.programme.movies.indices {
            add(page: site.url.movie(site.programme.movies[index].slug), movie) {
                (site.movieContext(index), site.moviePage(index))
            }
        }
        let person = try templates.template("person", Frame.self, PersonPage.self)
        for index in site.programme.people.indices {
            add(page: site.url.person(site.programme.people[index].slug), person) {
                (site.personContext(index), site.personPage(index))
            }
        }
    }

    private mutating func addTheaters(_ templates: TemplateLibrary) throws {
        let site = site
        let theaters = try templates.template("theaters", Frame.self, TheatersPage.self)
        let pages = Array(site.programme.theaters.indices).pages(of: Site.theatersPerPage)
        for number in 1...pages.count {
            add(page: site.url.page(number, of: site.url.theaters), theaters) {
                (site.theatersContext(number), site.theatersPage(number, of: pages))
            }
        }
        let theater = try templates.template("theater", Frame.self, TheaterPage.self)
        for index in site.programme.theaters.indices {
            add(page: site.url.theater(site.programme.theaters[index].slug), theater) {
                (site.theaterContext(index), site.theaterPage(index))
            }
        }
    }

    private mutating func addShowtimes(_ templates: TemplateLibrary) throws {
        let site = site
        let dayTemplate = try templates.template("day", Frame.self, DayPage.self)
        for day in site.listings.days {
            let pages = site.theaters(on: day).pages(of: Site.theatersPerDayPage)
            for number in 1...pages.count {
                add(page: site.url.page(number, of: site.url.day(day)), dayTemplate) {
                    (site.dayContext(day, number), site.dayPage(day, number, of: pages))
                }
            }
        }
        let showtime = try templates.template("showtime", Frame.self, ShowtimePage.self)
        for index in site.programme.showtimes.indices {
            add(page: site.url.showtime(site.programme.showtimes[index].id), showtime) {
                (site.showtimeContext(index), site.showtimePage(index))
            }
        }
    }

    private mutating func addPlainPages(_ templates: TemplateLibrary) throws {
        let site = site
        let search = try templates.template("search", Frame.self, SearchPage.self)
        add(page: site.url.search, search) { (site.searchContext(), SearchPage(genres: site.genreLinks)) }
        let checkout = try templates.template("checkout", Frame.self, PlainPage.self)
        add(page: site.url.checkout, checkout) { (site.checkoutContext(), PlainPage()) }
        let tickets = try templates.template("tickets", Frame.self, PlainPage.self)
        add(page: site.url.tickets, tickets) { (site.ticketsContext(), PlainPage()) }
        let notFound = try templates.template("not-found", Frame.self, PlainPage.self)
        add(page: site.url.notFound, notFound) { (site.notFoundContext(), PlainPage()) }
    }

    private mutating func add(data name: String, _ json: @escaping @Sendable () -> JSON) {
        files.append(File(path: "data/\(name).json", isPage: false) { json().bytes })
    }

    private mutating func add(
        page: String, _ template: Template, _ models: @escaping @Sendable () -> (PageContext, any TemplateModel)
    ) {
        let context = site.context
        files.append(
            File(path: site.url.file(page), isPage: true) {
                let (page, model) = models()
                return template.render(Frame(site: context, page: page), model)
            })
    }
}
