import Cinema

/// Where the files of a site lie below its folder, for those who look at a finished one without its catalog. The names are
/// those of the kinds of pages.
package enum SitePaths {
    package static let data = RootEntry.data.name
    package static let movies = RootEntry.movies.name
    package static let theaters = RootEntry.theaters.name
    package static let layouts = "layouts"
    package static let nowShowing = "\(data)/now-showing.json"
    package static let notFound = RootEntry.notFound.name
    package static let sitemap = RootEntry.sitemap.name

    /// The pages on which tickets are paid and shown.
    package static let booking = [RootEntry.checkout, .tickets].map { "\($0.name)/index.html" }

    /// Whether it is the page on which the seats of a showing are chosen.
    package static func isShowtime(_ path: String) -> Bool {
        folderOfSubject(path: path) == RootEntry.showtimes.name && CivilDate(iso: name(path) ?? "") == nil
    }

    /// The folder of a page that is about one film, one theater, one person, one showing or one day.
    package static func folderOfSubject(path: String) -> String? {
        name(path) == nil ? nil : subjects.first { path.hasPrefix($0 + "/") }
    }

    private static let subjects = [RootEntry.movies, .people, .showtimes, .theaters].map(\.name)

    /// The second name of three, of which the last is that of a page.
    private static func name(_ path: String) -> String? {
        let parts = path.split(separator: "/")
        return parts.count == 3 && parts[2] == "index.html" ? String(parts[1]) : nil
    }
}
