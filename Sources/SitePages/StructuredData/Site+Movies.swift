import Catalog
import Cinema
import Text

// What the pages of films and of their people tell search engines.
extension Site {
    func structuredData(_ movie: Movie, _ credits: MovieCredits) -> String {
        StructuredData.graph { json in
            json.thing("Movie") { json in
                json.member("name", movie.title)
                json.known("alternateName", movie.originalTitle)
                json.member("url", url.absolute(url.movie(movie.slug)))
                json.known("image", sharedImage(of: movie)?.address ?? "")
                json.known("description", movie.synopsis)
                json.known("datePublished", movie.releaseDate?.iso ?? movie.year.map { String($0) } ?? "")
                json.known("duration", movie.runtime.map { "PT\($0)M" } ?? "")
                json.known("contentRating", movie.certificate)
                json.known("genre", movie.genres.map(\.name))
                json.known("inLanguage", credits.languages.map(StructuredData.languageCode).filter { !$0.isEmpty })
                writePeople("director", credits.directors, to: &json)
                writePeople("author", credits.writers, to: &json)
                writePeople("actor", credits.cast.map(\.person).uniqued(), to: &json)
            }
            json.breadcrumbs([(words.lists.films, url.absolute(url.movies)), (movie.title, nil)])
        }
    }

    private func writePeople(_ role: StaticString, _ people: [Person], to json: inout JSONWriter) {
        guard !people.isEmpty else { return }
        json.member(role, people) { json, person in
            json.thing("Person") { json in
                json.member("name", person.name)
                json.member("url", url.absolute(url.person(person.slug)))
            }
        }
    }

    func structuredData(_ person: Person) -> String {
        StructuredData.graph { json in
            json.thing("Person") { json in
                json.member("name", person.name)
                json.member("url", url.absolute(url.person(person.slug)))
            }
            json.breadcrumbs([(words.lists.films, url.absolute(url.movies)), (person.name, nil)])
        }
    }

    func structuredData(_ genre: Genre) -> String {
        StructuredData.graph { $0.breadcrumbs([(words.lists.films, url.absolute(url.movies)), (genre.name, nil)]) }
    }
}
