package import Catalog
import Cinema

/// Finds what a file of the site shows.
package struct PageAddress {
    /// The file's path below the site's root.
    package let file: String
    /// `nil` if the file is no page or data of the programme.
    package let key: PageKey?

    /// - Parameter address: `movies/amelie-2001/index.html`, `/movies/amelie-2001/`, `data/movies/amelie-2001.json`, …
    package init(_ address: String, _ reader: ProgrammeReader) throws {
        var parts = address.split(separator: "/").map(String.init)
        if parts.isEmpty || address.hasSuffix("/") || parts.last?.contains(".") == false { parts.append("index.html") }
        file = parts.joined(separator: "/")
        key = try Self.key(parts, reader)
    }

    private static func key(_ parts: [String], _ reader: ProgrammeReader) throws -> PageKey? {
        let name = parts.last.map { String($0.prefix { $0 != "." }) } ?? ""
        switch parts.count {
        case 1:
            let files: [String: PageKey] = [
                "index.html": .home, "404.html": .plain, HeadersFile.name: .plain, DefaultFile.robots.rawValue: .plain,
                DefaultFile.manifest.rawValue: .plain, "feed.xml": .feed, "sitemap.xml": .sitemap,
            ]
            return files[parts[0]]
        case 2 where parts[0] == "data":
            return name == "now-showing" ? .nowShowing : nil
        case 2:
            let lists: [String: PageKey] = [
                "movies": .movieList, "theaters": .theaterList, "showtimes": .days, "search": .searchedShowtimes,
                "checkout": .plain, "tickets": .plain, "sitemaps": .sitemap, PosterFile.folder: .posters,
            ]
            return lists[parts[0]]
        case 3 where parts[0] == "data":
            return try key(parts[1], name, reader)
        case 3:
            return try key(parts[0], parts[1], reader)
        case 4 where parts[0] == PosterFile.folder:
            return try key("movies", parts[2], reader)
        case 4 where parts[0] == "data" && parts[1] == "search":
            return parts[2] == "words" ? .search : parts[2] == "showings" ? .searchedShowtimes : nil
        case 4 where parts[1] == "page" && Int(parts[2]) != nil:
            return parts[0] == "movies" ? .movieList : parts[0] == "theaters" ? .theaterList : nil
        case 4, 5, 6:
            return try key(parts[0], parts[1], reader)
        default:
            return nil
        }
    }

    private static func key(_ kind: String, _ name: String, _ reader: ProgrammeReader) throws -> PageKey? {
        switch kind {
        case "movies": try reader.id(of: .movie, name).map { .movie($0) }
        case "theaters": try reader.id(of: .theater, name).map { .theater($0) }
        case "genres": try reader.id(of: .genre, name).map { .genre($0) }
        case "people": try reader.id(of: .person, name).map { .person($0) }
        case "layouts": .layout(name)
        case "showtimes": CivilDate(iso: name).map { .day($0) } ?? .showtime(name)
        default: nil
        }
    }
}
