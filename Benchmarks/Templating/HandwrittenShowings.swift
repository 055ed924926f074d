/// What the page says of the film's showings.
extension HandwrittenHTML {
    mutating func add(_ day: DayShowings) {
        put("    <h3><a href=\"")
        escape(day.day.href)
        put("\"><time datetime=\"")
        escape(day.day.date)
        put("\">")
        escape(day.day.name)
        put("</time></a></h3>\n")
        for theater in day.theaters {
            put("    <h4>")
            add(theater.theater)
            put(" <small>")
            escape(theater.city)
            put("</small></h4>\n    <ul class=\"showings\">")
            for showing in theater.showings { add(showing) }
            put("</ul>\n")
        }
    }

    private mutating func add(_ showing: Showing) {
        put("<li data-starts-at=\"")
        escape(showing.startsAt)
        put("\">\n  ")
        if showing.isScheduled {
            put("<a class=\"stub\" href=\"")
            escape(showing.href)
            put("\">")
        }
        put("\n  <time>")
        escape(showing.time)
        put("</time> <small>ends ")
        escape(showing.endTime)
        put("</small> ")
        escape(showing.auditorium)
        put("\n  ")
        addVersion(showing)
        put("\n  ")
        if showing.isScheduled {
            put("from ")
            escape(showing.priceFrom)
            put("</a>")
        }
        put("\n</li>\n")
    }

    private mutating func addVersion(_ showing: Showing) {
        if !showing.format.isEmpty {
            put("<b>")
            escape(showing.format)
            put("</b>")
        }
        put("\n  ")
        if !showing.language.isEmpty {
            put("<i>")
            escape(showing.language)
            put("</i>")
        }
        if !showing.subtitles.isEmpty {
            put("<i>")
            escape(showing.subtitles)
            put(" subtitles</i>")
        }
        put("\n  ")
        if showing.captions { put("<span title=\"Open captions\">CC</span>") }
        if showing.relaxed { put("<span>Relaxed</span>") }
    }
}
