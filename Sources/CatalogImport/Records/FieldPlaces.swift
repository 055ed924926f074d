/// Where in a document or a mapping each field belongs, for those who wrote it in another place.
enum FieldPlaces {
    /// By what has the field, as messages call it.
    static let fields: [(place: String, names: Set<String>)] = [
        (
            "a catalog document",
            [
                "marquee", "source", "currency", "name", "ticketTypes", "priceCategories", "priceLists", "layouts",
                "theaters", "movies", "showtimes",
            ]
        ),
        ("a price list", ["id", "name", "currency", "prices"]),
        ("a theater", TheaterRecord.fieldNames),
        ("an auditorium", ["id", "name", "layout", "plan", "rows", "columns"]),
        ("a layout", ["id", "plan", "rows", "columns"]),
        ("a movie", MovieRecord.fieldNames),
        ("a person", ["name", "character"]),
        ("a showtime", ShowtimeRecord.fieldNames),
        ("a mapping file", ["records", "source", "separator", "key", "where", "fields"]),
        ("a field", ["column", "constant", "split", "take"]),
        ("'auditoriums'", ["count", "seats"]),
    ]

    /// What to add to a message about a field that stands in the wrong place: `; it belongs to a theater`, or nothing if
    /// no place has it.
    static func hint(for name: String, outside place: String) -> String {
        let isMapping = ["a mapping file", "a field", "'auditoriums'", "'fields'"].contains(place)
        if place == "'fields'",
            let record = [TheaterRecord.fieldNames: "a theater", MovieRecord.fieldNames: "a movie"]
                .first(where: { $0.key.contains(name) })
        {
            return "; it belongs to \(record.value)"
        }
        if place == "a mapping file", TheaterRecord.fieldNames.union(MovieRecord.fieldNames).contains(name) {
            return "; it belongs under 'fields'"
        }
        let places = fields.filter { $0.names.contains(name) && $0.place != place }.map(\.place)
        let near = places.filter { isMapping == ["a mapping file", "a field", "'auditoriums'"].contains($0) }
        guard let first = near.first else { return "" }
        return "; it belongs to "
            + (near.count == 1 ? first : near.dropLast().joined(separator: ", ") + " or \(near.last ?? first)")
    }
}
