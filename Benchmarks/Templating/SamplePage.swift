import Templating

/// One film's page and what frames it: data of a kind, in which every other film lacks something else.
struct SamplePage: Sendable {
    let frame: SiteFrame
    let page: MoviePage

    /// Pages of as many different films, of ten showings each.
    static func pages(_ count: Int) -> [SamplePage] {
        let site = Shared(
            SiteFacts(
                name: "Lanternlight", language: "en", assets: "/assets/0123456789abcdef", home: "/",
                movies: "/movies/", showtimes: "/showtimes/"))
        return (0..<count).map { number in
            let movie = Movie(sample: number)
            let facts = PageFacts(
                kind: "movie", title: movie.title,
                description: "\(movie.title): showtimes and tickets at Lanternlight.",
                canonical: "https://lanternlight.example/movies/\(number)/", inMovies: true, inShowtimes: false)
            let days = (0..<2).map { DayShowings(sample: $0, movie: number) }
            return SamplePage(
                frame: SiteFrame(site: site, page: facts), page: MoviePage(movie: movie, days: days, hasShowings: true))
        }
    }
}

extension Movie {
    fileprivate init(sample number: Int) {
        // One title in three has a sign that must be escaped.
        title = number % 3 == 0 ? "Salt & Silver \(number)" : "The Grand Voyage of Number \(number)"
        originalTitle = number % 2 == 0 ? "Le grand voyage" : ""
        year = "\(2010 + number % 17)"
        runtime = "1 h 5\(number % 10) min"
        certificate = "PG"
        let letters = number % 2 == 0 ? "that didn't come" : "which never came"
        synopsis =
            "A long story about a voyage that nobody expected, told by those who stayed at home and waited for "
            + "letters \(letters), in one evening."
        poster = number % 4 == 0 ? nil : Poster(src: "/posters/\(number).jpg", width: "300", height: "450")
        genres = ["Drama", "Comedy"].map { Link(name: $0, href: "/genres/\($0)/") }
        languages = ["English", "French"]
        directors = [Link(name: "Jane Doe", href: "/people/jane-doe/")]
        cast = (0..<6).map { role in
            CastMember(
                person: Link(name: "Actor Number \(role)", href: "/people/actor-number-\(role)/"),
                character: role == 3 ? "" : "Captain \(role)")
        }
    }
}

extension DayShowings {
    fileprivate init(sample number: Int, movie: Int) {
        day = Day(
            date: "2026-11-2\(number)", name: "Saturday 2\(number) November", href: "/showtimes/2026-11-2\(number)/")
        let showings = (number * 5..<number * 5 + 5).map { Showing(sample: $0, movie: movie) }
        theaters = [
            TheaterShowings(
                theater: Link(name: "Rex \(number)", href: "/theaters/rex-\(number)/"), city: "Paris",
                showings: showings)
        ]
    }
}

extension Showing {
    fileprivate init(sample number: Int, movie: Int) {
        href = "/showtimes/\(movie)-up-\(number)/"
        startsAt = "2026-11-2\(number % 9)T1\(number % 9):00:00+01:00"
        time = "1\(number % 9):00"
        endTime = "2\(number % 4):15"
        auditorium = "Screen \(number)"
        format = number % 3 == 0 ? "IMAX" : ""
        language = "English"
        subtitles = number % 2 == 0 ? "French" : ""
        captions = number % 4 == 0
        relaxed = number % 5 == 0
        isScheduled = number != 7
        priceFrom = "€12.50"
    }
}
