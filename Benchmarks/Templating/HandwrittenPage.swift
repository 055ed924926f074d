import Templating

/// The page that the templates describe, written as one would without any.
extension HandwrittenHTML {
    mutating func add(_ sample: SamplePage) {
        let (site, facts, page) = (sample.frame.site.value, sample.frame.page, sample.page)
        put("<!DOCTYPE html>\n<html lang=\"")
        escape(site.language)
        put("\">\n<head>\n")
        addHead(site, facts)
        put("</head>\n<body class=\"page-")
        escape(facts.kind)
        put("\" data-home=\"")
        escape(site.home)
        put("\">\n")
        addNavigation(site, facts)
        put("<main id=\"content\" tabindex=\"-1\">\n<article>\n")
        addHead(page.movie)
        put("  <section id=\"showtimes\">\n    ")
        if !page.hasShowings { put("<p class=\"notice\">No showing is on sale at the moment.</p>") }
        put("\n")
        for day in page.days { add(day) }
        put("  </section>\n")
        addPeople(page.movie)
        put("</article>\n</main>\n</body>\n</html>\n")
    }

    private mutating func addHead(_ site: SiteFacts, _ page: PageFacts) {
        put("<meta charset=\"utf-8\">\n<title>")
        escape(page.title)
        put(" · ")
        escape(site.name)
        put("</title>\n<meta name=\"description\" content=\"")
        escape(page.description)
        put("\">\n<link rel=\"canonical\" href=\"")
        escape(page.canonical)
        put("\">\n<link rel=\"stylesheet\" href=\"")
        escape(site.assets)
        put("/site.css\">\n")
    }

    private mutating func addNavigation(_ site: SiteFacts, _ page: PageFacts) {
        put("<nav><ul>\n<li><a href=\"")
        escape(site.showtimes)
        put("\"")
        if page.inShowtimes { put(" aria-current=\"true\"") }
        put(">Showtimes</a></li>\n<li><a href=\"")
        escape(site.movies)
        put("\"")
        if page.inMovies { put(" aria-current=\"true\"") }
        put(">Films</a></li>\n</ul></nav>\n")
    }
}
