import Cinema

/// All that one file says, checked as far as the file alone allows.
struct CatalogRecords {
    let log: ProblemLog
    /// What the movies, theaters and price lists belong to: records of one source with one key are the same.
    var source: String
    /// What the showtimes belong to: those that the file no longer has are taken out of the catalog.
    var showtimeSource: String
    /// Whose programme it is.
    var name: String?
    var ticketTypes: [NamedCode] = []
    var priceCategories: [NamedCode] = []
    var priceLists: [PriceListRecord] = []
    var theaters: [TheaterRecord] = []
    var movies: [MovieRecord] = []
    /// `nil` if the file has nothing to say of showtimes, which is not the same as none.
    var showtimes: [ShowtimeRecord]?
    /// Where the file begins to speak of them.
    private(set) var showtimesPosition = Position.start

    /// Used where a document names no source of its own, whatever file it is in.
    static let documentSource = "programme"

    /// Reads a catalog document (see `docs/catalog.md`).
    ///
    /// - Throws: ``ImportFailure`` with all of its problems.
    init(document file: SourceFile) throws {
        try Self.requireDocumentType(of: file)
        let root = try file.readValue()
        log = ProblemLog(file: file.path)
        guard var fields = FieldReader(root, "a catalog document", log: log) else {
            throw ImportFailure(log)
        }
        let version = fields.located("marquee")
        if version?.text != "1" {
            log.note(
                version == nil
                    ? "'marquee: 1' is missing; if this is a table of films or theaters, give its --mapping"
                    : "this document is of version '\(version?.text ?? "")'; this Marquee reads version 1",
                at: version?.position ?? fields.position)
            try log.throwIfAny()
        }
        let source = fields.text("source")
        self.source = source ?? Self.documentSource
        showtimeSource = source ?? file.stem
        let log = log
        let currency = fields.located("currency").flatMap { Currency($0, log) }
        name = fields.text("name")
        ticketTypes = fields.records("ticketTypes").compactMap {
            NamedCode($0, "a ticket type", TicketType.keyRule, log: log)
        }
        priceCategories = fields.records("priceCategories").compactMap {
            NamedCode($0, "a price category", PriceCategory.keyRule, log: log)
        }
        priceLists = fields.records("priceLists").compactMap {
            PriceListRecord($0, currency: currency, log: log)
        }
        let layouts = fields.records("layouts").compactMap { LayoutRecord($0, log: log) }
        log.requireDistinct(ticketTypes.map { ($0.code, $0.position) }, "ticket types")
        log.requireDistinct(priceCategories.map { ($0.code, $0.position) }, "price categories")
        log.requireDistinct(priceLists.map { ($0.key, $0.position) }, "price lists")
        log.requireDistinct(layouts.map { ($0.id, $0.position) }, "layouts")
        let plans = Dictionary(layouts.map { ($0.id, $0.plan) }, uniquingKeysWith: { first, _ in first })
        theaters = fields.records("theaters").compactMap { TheaterRecord($0, layouts: plans, log: log) }
        movies = fields.records("movies").compactMap { MovieRecord($0, log: log) }
        showtimes =
            fields.has("showtimes")
            ? fields.records("showtimes").compactMap { ShowtimeRecord($0, log: log) } : nil
        showtimesPosition = fields.place(of: "showtimes") ?? .start
        fields.noteUnknownFields()
        for category in priceCategories where !PriceCategory.ofSeats.contains(where: { $0.text == category.code }) {
            log.note(
                "no seat can have the price category '\(category.code)': seats are "
                    + PriceCategory.ofSeats.map(\.text).joined(separator: " or "), at: category.position)
        }
        try log.throwIfAny()
    }

    private static func requireDocumentType(of file: SourceFile) throws {
        guard !["csv", "tsv", "tab", "psv", "jsonl", "ndjson", "geojson"].contains(file.fileType) else {
            throw ImportFailure(
                file: file.path,
                "is a table by its name, not a catalog document; give its --mapping (see docs/import.md)")
        }
    }

    /// Reads a table through its mapping.
    ///
    /// - Throws: ``ImportFailure`` with all of its problems.
    init(table file: SourceFile, mapping: Mapping) throws {
        log = ProblemLog(file: file.path)
        source = mapping.source
        showtimeSource = mapping.source
        let log = log
        let records = try mapping.records(of: file, log: log)
        switch mapping.kind {
        case .movies: movies = records.compactMap { MovieRecord($0, log: log) }
        case .theaters: theaters = records.compactMap { TheaterRecord($0, layouts: [:], log: log) }
        }
        try log.throwIfAny()
    }
}
