import Catalog
import Cinema
import Text
import Words

// What the page of a showtime tells search engines. There are hundreds of thousands of these pages, so that each says
// no more than is of use where an event is listed: the film's own page has the rest.
extension Site {
    func structuredData(_ showtime: Showtime) -> String {
        let (theater, movie) = (showtime.theater, showtime.movie)
        return StructuredData.graph { json in
            json.thing("ScreeningEvent") { json in
                json.member("name", movie.title)
                json.member("url", url.absolute(url.showtime(showtime.id)))
                json.known("image", sharedImage(of: movie)?.address ?? "")
                json.member("description", summary(of: showtime))
                json.member("startDate", showtime.starts.rfc3339)
                json.member("endDate", showtime.ends.rfc3339)
                let isCancelled = showtime.status == .cancelled
                json.member("eventStatus", "https://schema.org/\(isCancelled ? "EventCancelled" : "EventScheduled")")
                json.member("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode")
                json.known("videoFormat", showtime.format)
                json.known("inLanguage", StructuredData.languageCode(showtime.language))
                json.known("subtitleLanguage", StructuredData.languageCode(showtime.subtitles))
                json.member("location", json: parts(of: theater).place)
                json.member("workPresented") { writeWork(showtime, to: &$0) }
                writeOffers(showtime, to: &json)
                json.member("organizer") { $0.organizer(self) }
            }
            json.breadcrumbs([
                (words.time.day(showtime.day), dayAddress(of: showtime).map(url.absolute)),
                (theater.name, url.absolute(url.theater(theater.slug))), (movie.title, nil),
            ])
        }
    }

    /// Only works have accessibility features there, and this is the work as it is shown.
    private func writeWork(_ showtime: Showtime, to json: inout JSONWriter) {
        let movie = showtime.movie
        json.thing("Movie") { json in
            json.member("name", movie.title)
            json.member("url", url.absolute(url.movie(movie.slug)))
            json.known("duration", movie.runtime.map { "PT\($0)M" } ?? "")
            json.known("contentRating", movie.certificate)
            let features = [
                showtime.audioDescription ? "audioDescription" : "", showtime.captions ? "openCaptions" : "",
            ]
            json.known("accessibilityFeature", features.filter { !$0.isEmpty })
        }
    }

    /// Nothing is offered for a showing that does not take place.
    private func writeOffers(_ showtime: Showtime, to json: inout JSONWriter) {
        guard let prices = prices(of: showtime).range, showtime.status != .cancelled else { return }
        json.member("offers") { json in
            json.thing(prices.low == prices.high ? "Offer" : "AggregateOffer") { json in
                if prices.low == prices.high {
                    json.member("price", prices.low)
                } else {
                    json.member("lowPrice", prices.low)
                    json.member("highPrice", prices.high)
                }
                json.member("priceCurrency", prices.currency)
                let isSoldOut = showtime.status == .soldOut
                json.member("availability", "https://schema.org/\(isSoldOut ? "SoldOut" : "InStock")")
                json.member("url", url.absolute(url.showtime(showtime.id)))
            }
        }
    }
}
