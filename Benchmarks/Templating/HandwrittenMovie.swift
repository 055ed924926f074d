/// What the page says of the film itself.
extension HandwrittenHTML {
    mutating func addHead(_ movie: Movie) {
        put("  <div class=\"film-head\">\n    ")
        addPoster(movie)
        put("\n    <h1>")
        escape(movie.title)
        put("</h1>\n    ")
        if !movie.originalTitle.isEmpty {
            put("<p class=\"original-title\">")
            escape(movie.originalTitle)
            put("</p>")
        }
        put("\n    <ul class=\"facts\">\n      ")
        addFact(movie.year)
        put("\n      ")
        addFact(movie.runtime)
        put("\n      ")
        addFact(movie.certificate)
        put("\n    </ul>\n    <ul class=\"genres\">")
        for genre in movie.genres {
            put("<li>")
            add(genre)
            put("</li>")
        }
        put("</ul>\n    ")
        if !movie.synopsis.isEmpty {
            put("<p class=\"synopsis\">")
            escape(movie.synopsis)
            put("</p>")
        }
        put("\n  </div>\n")
    }

    mutating func addPeople(_ movie: Movie) {
        put("  <dl class=\"crew\">\n    <div><dt>Directed by</dt>")
        for director in movie.directors {
            put("<dd>")
            add(director)
            put("</dd>")
        }
        put("</div>\n    <div><dt>Spoken in</dt>")
        for language in movie.languages {
            put("<dd>")
            escape(language)
            put("</dd>")
        }
        put("</div>\n  </dl>\n  <ul class=\"cast\">\n    ")
        for member in movie.cast {
            put("<li>")
            add(member.person)
            if !member.character.isEmpty {
                put(" <span>")
                escape(member.character)
                put("</span>")
            }
            put("</li>\n")
        }
        put("  </ul>\n")
    }

    mutating func add(_ link: Link) {
        put("<a href=\"")
        escape(link.href)
        put("\">")
        escape(link.name)
        put("</a>")
    }

    private mutating func addPoster(_ movie: Movie) {
        if let poster = movie.poster {
            put("<img class=\"poster\" src=\"")
            escape(poster.src)
            put("\" width=\"")
            escape(poster.width)
            put("\" height=\"")
            escape(poster.height)
            put("\" alt=\"\">\n    ")
        } else {
            put("\n    <span class=\"poster poster-drawn\">")
            escape(movie.title)
            put("</span>")
        }
    }

    private mutating func addFact(_ fact: String) {
        guard !fact.isEmpty else { return }
        put("<li>")
        escape(fact)
        put("</li>")
    }
}
