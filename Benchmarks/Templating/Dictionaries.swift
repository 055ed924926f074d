import Templating

/// The same data for an engine that looks fields up by name while it renders.
///
/// Empty text is left out: that engine shows a section for it, and `Templating` does not.
extension SamplePage {
    var dictionary: [String: Any] {
        [
            "site": frame.site.value.dictionary, "page": frame.page.dictionary, "movie": page.movie.dictionary,
            "days": page.days.map(\.dictionary), "hasShowings": page.hasShowings,
        ]
    }
}

extension SiteFacts {
    fileprivate var dictionary: [String: Any] {
        texts([
            "name": name, "language": language, "assets": assets, "home": home, "movies": movies,
            "showtimes": showtimes,
        ])
    }
}

extension PageFacts {
    fileprivate var dictionary: [String: Any] {
        texts(["kind": kind, "title": title, "description": description, "canonical": canonical])
            .adding(["inMovies": inMovies, "inShowtimes": inShowtimes])
    }
}

extension Movie {
    fileprivate var dictionary: [String: Any] {
        var dictionary = texts([
            "title": title, "originalTitle": originalTitle, "year": year, "runtime": runtime,
            "certificate": certificate, "synopsis": synopsis,
        ]).adding([
            "genres": genres.map(\.dictionary), "languages": languages, "directors": directors.map(\.dictionary),
            "cast": cast.map { texts(["name": $0.person.name, "href": $0.person.href, "character": $0.character]) },
        ])
        if let poster {
            dictionary["poster"] = texts(["src": poster.src, "width": poster.width, "height": poster.height])
        }
        return dictionary
    }
}

extension DayShowings {
    fileprivate var dictionary: [String: Any] {
        [
            "day": texts(["date": day.date, "name": day.name, "href": day.href]),
            "theaters": theaters.map(\.dictionary),
        ]
    }
}

extension TheaterShowings {
    fileprivate var dictionary: [String: Any] {
        ["theater": theater.dictionary, "city": city, "showings": showings.map(\.dictionary)]
    }
}

extension Showing {
    fileprivate var dictionary: [String: Any] {
        texts([
            "href": href, "startsAt": startsAt, "time": time, "endTime": endTime, "auditorium": auditorium,
            "format": format, "language": language, "subtitles": subtitles, "priceFrom": priceFrom,
        ]).adding(["captions": captions, "relaxed": relaxed, "isScheduled": isScheduled])
    }
}

extension Link {
    fileprivate var dictionary: [String: Any] { texts(["name": name, "href": href]) }
}

private func texts(_ texts: [String: String]) -> [String: Any] { texts.filter { !$0.value.isEmpty } }

extension [String: Any] {
    fileprivate func adding(_ more: [String: Any]) -> [String: Any] { merging(more) { _, new in new } }
}
