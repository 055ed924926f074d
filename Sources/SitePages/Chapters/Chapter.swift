/// The kinds of files that a site consists of, besides the public ones.
package enum Chapter: String, CaseIterable, Codable, Sendable {
    case search, sitemap, movieList, home, days, theaterList, nowShowing, feed, plain
    case genre, day, theater, showtime, layout, movie, person, posters

    /// Whether its pages name the days to choose from, and which of them is today.
    package var showsDays: Bool {
        switch self {
        case .home, .days, .day: true
        case .search, .sitemap, .movieList, .theaterList, .nowShowing, .feed, .plain, .genre, .theater, .showtime,
            .layout, .movie, .person, .posters:
            false
        }
    }

    /// Whether its pages show the pictures of films, or are those pictures.
    package var showsPosters: Bool {
        switch self {
        case .home, .movieList, .genre, .day, .theater, .showtime, .movie, .person, .posters: true
        case .search, .sitemap, .days, .theaterList, .nowShowing, .feed, .plain, .layout: false
        }
    }
}
