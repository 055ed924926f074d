import Catalog
import Cinema
import Foundation
import Text

// The programme for programs: what stands here is part of the contract with them; fields may be added, none taken away.
extension Site {
    /// `/data/now-showing.json`: the movies that have a showtime ahead.
    func nowShowingData(_ movies: [(slug: String, title: String, year: Int?)]) -> [UInt8] {
        JSONWriter.object { json in
            json.member("movies", movies) { json, movie in
                json.object { json in
                    json.member("slug", movie.slug)
                    json.member("title", movie.title)
                    json.member("year", movie.year)
                }
            }
        }
    }

    /// `/data/movies/{slug}.json`
    func movieData(_ movie: Movie, _ credits: MovieCredits, _ showtimes: [Showtime]) -> [UInt8] {
        JSONWriter.object { json in
            json.member("slug", movie.slug)
            json.member("title", movie.title)
            json.member("originalTitle", movie.originalTitle)
            json.member("year", movie.year)
            json.member("releaseDate", movie.releaseDate?.iso)
            json.member("runtime", movie.runtime)
            json.member("certificate", movie.certificate)
            json.member("synopsis", movie.synopsis)
            json.member("languages", credits.languages) { $0.string($1) }
            json.member("genres", movie.genres) { $0.string($1.name) }
            json.member("cast", credits.cast) { json, role in
                json.object { json in
                    json.member("name", role.person.name)
                    json.member("character", role.character)
                }
            }
            json.member("directors", credits.directors) { $0.string($1.name) }
            json.member("writers", credits.writers) { $0.string($1.name) }
            json.member("showtimes", showtimes) { writeShowtime($1, to: &$0) }
        }
    }

    /// `/data/theaters/{slug}.json`
    func theaterData(
        _ theater: Theater, _ auditoriums: [Auditorium], _ layouts: [String: Layout], _ showtimes: [Showtime]
    ) -> [UInt8] {
        JSONWriter.object { json in
            json.member("slug", theater.slug)
            json.member("name", theater.name)
            json.member("timeZone", theater.timeZone.identifier)
            json.member("street", theater.street)
            json.member("postalCode", theater.postalCode)
            json.member("city", theater.city)
            json.member("region", theater.region)
            json.member("country", theater.country)
            json.member("latitude") { $0.decimal(theater.coordinates?.latitude) }
            json.member("longitude") { $0.decimal(theater.coordinates?.longitude) }
            json.member("auditoriums", auditoriums) { json, auditorium in
                json.object { json in
                    json.member("name", auditorium.name)
                    json.member("layout", auditorium.layout)
                    json.member("seats", layouts[auditorium.layout]?.seats.seatCount ?? 0)
                }
            }
            json.member("showtimes", showtimes) { writeShowtime($1, to: &$0) }
        }
    }

    /// `/data/layouts/{id}.json`
    func layoutData(_ layout: Layout) -> [UInt8] {
        JSONWriter.object { json in
            json.member("id", layout.id)
            json.member("rows", layout.seats.rows) { json, row in
                json.object { json in
                    json.member("label", row.label.text)
                    json.member("depth", row.depth)
                    json.member("seats", row.seats) { json, seat in
                        json.object { json in
                            json.member("label", seat.label.text)
                            json.member("column", seat.column)
                            json.member("kind", seat.kind.rawValue)
                            json.member("priceCategory", seat.priceCategory.text)
                        }
                    }
                }
            }
        }
    }

    private func writeShowtime(_ showtime: Showtime, to json: inout JSONWriter) {
        json.object { json in
            json.member("id", showtime.id)
            json.member("movie", showtime.movie.slug)
            json.member("startsAt", showtime.starts.rfc3339)
            json.member("endsAt", showtime.ends.rfc3339)
            json.member("theater", showtime.theater.slug)
            json.member("auditorium", showtime.auditorium.name)
            json.member("layout", showtime.auditorium.layout)
            json.member("format", showtime.format)
            json.member("language", showtime.language)
            json.member("subtitles", showtime.subtitles)
            json.member("audioDescription", showtime.audioDescription)
            json.member("captions", showtime.captions)
            json.member("relaxed", showtime.relaxed)
            json.member("status", showtime.status.rawValue)
            json.member("prices", json: prices(of: showtime).data)
        }
    }
}
