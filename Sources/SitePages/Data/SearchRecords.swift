import Catalog
import Text

/// What the search's files say of each film. `Public/assets/search/films.js` reads it.
enum SearchRecords {
    /// `["citizen-kane-1941","Citizen Kane",1941,[3],"","Orson Welles","Joseph Cotten"]`: slug, title, year, genres,
    /// original title, people. The slug is 0 where it is made of the title and the year in the usual way.
    static func record(_ movie: SearchedMovie) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            let usual = Folding.words(of: movie.title).joined(separator: "-") + "-\(movie.year ?? 0)"
            if movie.slug == usual { json.number(0) } else { json.string(movie.slug) }
            json.string(movie.title)
            json.number(movie.year ?? 0)
            json.array { json in movie.genres.forEach { json.number(Int($0)) } }
            json.string(movie.originalTitle)
            for name in movie.people { json.string(name) }
        }
        return json.bytes
    }

    /// `["amelie-2001","Amélie",2001,[2,5],["IMAX","fr","",3,20778,2,1,4]]`: slug, title, year, genres, and each
    /// version in which it is shown: format, language, subtitles; 1 for audio description, 2 for captions and 4 for
    /// relaxed, added up; the first day since 1970, then by turns how many days have showings and how many have none.
    static func record(_ movie: ShownMovie) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            json.string(movie.slug)
            json.string(movie.title)
            json.number(movie.year ?? 0)
            json.array { json in movie.genres.forEach { json.number(Int($0)) } }
            for version in movie.versions {
                json.array { json in
                    json.string(version.format)
                    json.string(version.language)
                    json.string(version.subtitles)
                    json.number(version.accessibility)
                    for number in runs(version.days) { json.number(number) }
                }
            }
        }
        return json.bytes
    }

    /// - Parameter days: in order, each once.
    static func runs(_ days: [Int]) -> [Int] {
        guard var last = days.first else { return [] }
        var runs = [last, 1]
        for day in days.dropFirst() {
            if day == last + 1 { runs[runs.count - 1] += 1 } else { runs += [day - last - 1, 1] }
            last = day
        }
        return runs
    }
}
