import Catalog
import Cinema
import Templating
import Text

// What the home page and the pages of theaters tell search engines.
extension Site {
    func structuredData(_ theater: Theater, _ auditoriums: [Auditorium], _ layouts: [String: Layout]) -> String {
        StructuredData.graph { json in
            json.thing("MovieTheater") { json in
                json.placeMembers(theater, url)
                json.known("description", theater.description)
                json.known("telephone", theater.phone)
                json.known("sameAs", Wording.webAddress(theater.website))
                if let position = theater.coordinates {
                    json.member("geo") { json in
                        json.thing("GeoCoordinates") { json in
                            json.member("latitude") { $0.decimal(position.latitude) }
                            json.member("longitude") { $0.decimal(position.longitude) }
                        }
                    }
                }
                if !auditoriums.isEmpty {
                    json.member("screenCount", auditoriums.count)
                    let seats = auditoriums.map { layouts[$0.layout]?.seats.seatCount ?? 0 }
                    json.member("maximumAttendeeCapacity", seats.reduce(0, +))
                }
            }
            json.breadcrumbs([(words.lists.theaters, url.absolute(url.theaters)), (theater.name, nil)])
        }
    }

    func structuredDataOfHome() -> String {
        StructuredData.graph { json in
            json.thing("WebSite") { json in
                json.member("name", context.name)
                json.member("url", url.absolute(url.home))
                json.member("inLanguage", context.language)
                json.member("publisher") { $0.organizer(self) }
                json.member("potentialAction") { json in
                    json.thing("SearchAction") { json in
                        json.member("target") { json in
                            json.thing("EntryPoint") { json in
                                json.member("urlTemplate", url.absolute(url.search) + "?q={search_term_string}")
                            }
                        }
                        json.member("query-input", "required name=search_term_string")
                    }
                }
            }
        }
    }
}

extension JSONWriter {
    /// Where an event is.
    mutating func place(_ theater: Theater, _ url: SiteURL) {
        thing("MovieTheater") { $0.placeMembers(theater, url) }
    }

    fileprivate mutating func placeMembers(_ theater: Theater, _ url: SiteURL) {
        member("name", theater.name)
        member("url", url.absolute(url.theater(theater.slug)))
        let country = theater.countryCode
        let address = [theater.street, theater.postalCode, theater.city, theater.region, country]
        // Search engines list no event without an address, which may also be a text.
        guard address.contains(where: { !$0.isEmpty }) else { return member("address", theater.name) }
        member("address") { json in
            json.thing("PostalAddress") { json in
                json.known("streetAddress", theater.street)
                json.known("postalCode", theater.postalCode)
                json.known("addressLocality", theater.city)
                json.known("addressRegion", theater.region)
                json.known("addressCountry", country)
            }
        }
    }

    /// The cinema, as the one who shows films and whose site it is.
    mutating func organizer(_ site: Site) {
        thing("Organization") { json in
            json.member("name", site.context.name)
            json.member("url", site.url.absolute(site.url.home))
        }
    }
}
