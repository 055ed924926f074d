import Cinema
import Crypto
import Foundation
import GRDB
import Text

extension CatalogWriter {
    func write(_ theater: TheaterRecord, source: String) throws {
        let slug = try slugs.slug(
            .theater, source: source, key: theater.key,
            wishes: [Slug.spell(theater.name), Slug.spell("\(theater.name) \(theater.city)")])
        let id = try upsert(
            into: "theater", key: ["source", "source_key"],
            [
                ("slug", slug), ("source", source), ("source_key", theater.key), ("name", theater.name),
                ("time_zone", theater.timeZone), ("street", theater.street), ("postal_code", theater.postalCode),
                ("city", theater.city), ("region", theater.region), ("country", theater.country),
                ("latitude", theater.coordinates?.latitude), ("longitude", theater.coordinates?.longitude),
                ("website", theater.website), ("phone", theater.phone), ("description", theater.description),
            ],
            keeping: ["slug"])
        for (position, auditorium) in theater.auditoriums.enumerated() {
            _ = try upsert(
                into: "auditorium", key: ["theater_id", "source_key"],
                [
                    ("theater_id", id), ("source_key", auditorium.key), ("position", position),
                    ("name", auditorium.name), ("seat_layout_id", try idOfLayout(auditorium.plan)),
                ])
        }
    }

    /// Rooms that are drawn alike share a layout.
    private func idOfLayout(_ plan: String) throws -> String {
        let digest = SHA256.hash(data: Data(plan.utf8))
        let id = Hexadecimal.encode(digest.prefix(6))
        if try !exists(in: "seat_layout", [("id", id)]) {
            try execute("INSERT INTO seat_layout (id, plan) VALUES (?, ?)", [id, plan])
        }
        return id
    }
}
