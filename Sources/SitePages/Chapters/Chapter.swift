/// The kinds of files that a site consists of, besides the public ones.
package enum Chapter: String, CaseIterable, Codable, Sendable {
    case search, sitemap, movieList, home, days, theaterList, nowShowing, feed, plain
    case genre, day, theater, showtime, layout, movie, person, posters
}
