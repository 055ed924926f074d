import Cinema
import Foundation
import GRDB

extension ProgrammeReader {
    /// - Returns: those that exist, in the order of the ids.
    package func theaters(_ ids: some Collection<Int64>) throws -> [Theater] {
        if let trace { for id in ids { trace.note(.theater, id) } }
        let missing = ids.filter { theatersByID[$0] == nil }
        guard !missing.isEmpty else { return ids.compactMap { theatersByID[$0] } }
        try each(
            """
            SELECT id, slug, name, time_zone, street, postal_code, city, region, country, latitude, longitude,
                   website, phone, description
            FROM theater WHERE id IN (SELECT value FROM json_each(?))
            """, [list(missing)]
        ) { row in
            theatersByID[row[0]] = try Theater(row: row)
        }
        return ids.compactMap { theatersByID[$0] }
    }

    /// The auditoriums of each of these theaters, in the order of the catalog.
    package func auditoriums(ofTheaters ids: some Collection<Int64>) throws -> [Int64: [Auditorium]] {
        _ = try theaters(ids)
        var auditoriums: [Int64: [Auditorium]] = [:]
        try each(
            """
            SELECT theater_id, name, seat_layout_id FROM auditorium
            WHERE theater_id IN (SELECT value FROM json_each(?)) ORDER BY theater_id, position, id
            """, [list(ids)]
        ) { row in
            guard let theater = theatersByID[row[0]] else { return }
            auditoriums[row[0], default: []].append(Auditorium(theater: theater, name: row[1], layout: row[2]))
        }
        return auditoriums
    }

    func loadAuditoriums(_ ids: some Collection<Int64>) throws {
        if let trace { for id in ids.sorted() { trace.note(.auditorium, id) } }
        let missing = ids.filter { auditoriumsByID[$0] == nil }
        guard !missing.isEmpty else { return }
        var rows: [(id: Int64, theater: Int64, name: String, layout: String)] = []
        try each(
            """
            SELECT id, theater_id, name, seat_layout_id FROM auditorium
            WHERE id IN (SELECT value FROM json_each(?))
            """, [list(missing)]
        ) { rows.append(($0[0], $0[1], $0[2], $0[3])) }
        _ = try theaters(Set(rows.map(\.theater)).sorted())
        for row in rows {
            guard let theater = theatersByID[row.theater] else { continue }
            auditoriumsByID[row.id] = Auditorium(theater: theater, name: row.name, layout: row.layout)
        }
    }

    /// How many layouts are kept: those of a few theaters. A big room's takes tens of kilobytes.
    private static let layoutsKept = 64

    /// - Returns: those that exist, by id.
    /// - Throws: ``CatalogContentError`` for a plan that an editor got wrong.
    package func layouts(_ ids: Set<String>) throws -> [String: Layout] {
        if let trace { for id in ids.sorted() { trace.note(.layout, id) } }
        let missing = ids.subtracting(layoutsByID.keys)
        if layoutsByID.count + missing.count > Self.layoutsKept {
            layoutsByID = layoutsByID.filter { ids.contains($0.key) }
        }
        if !missing.isEmpty {
            try each("SELECT id, plan FROM seat_layout WHERE id IN (SELECT value FROM json_each(?))", [list(missing)]) {
                layoutsByID[$0[0]] = try Layout(row: $0)
            }
        }
        return layoutsByID.filter { ids.contains($0.key) }
    }
}

extension Theater {
    fileprivate convenience init(row: Row) throws {
        let zone: String = row[3]
        guard let timeZone = TimeZone(identifier: zone) else {
            throw CatalogContentError(
                row: "theater '\(row[2] as String)'", reason: "'\(zone)' is no IANA time zone such as Europe/Paris")
        }
        let latitude: Double? = row[9]
        let longitude: Double? = row[10]
        self.init(
            id: row[0], slug: try row.pageName(1, of: "theater \(row[0] as Int64)"), name: row[2], timeZone: timeZone,
            street: row[4], postalCode: row[5],
            city: row[6], region: row[7], country: row[8],
            coordinates: latitude.flatMap { latitude in
                longitude.map { Coordinates(latitude: latitude, longitude: $0) }
            },
            website: row[11], phone: row[12], description: row[13])
    }
}

extension Layout {
    fileprivate convenience init(row: Row) throws {
        let id = try row.pageName(0, "id", of: "seat layout")
        do {
            self.init(id: id, plan: row[1], seats: try SeatPlan.layout(of: row[1]))
        } catch {
            throw CatalogContentError(
                row: "seat layout '\(id)'", reason: "line \(error.line): \(error.message)")
        }
    }
}
