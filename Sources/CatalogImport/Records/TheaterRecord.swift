import Cinema
import Foundation

/// A theater and its auditoriums as a file describes them.
struct TheaterRecord: Sendable {
    /// What tells this theater from all others of its source, whatever becomes of its name.
    let key: String
    let name: String
    let timeZone: String
    let street: String
    let postalCode: String
    let city: String
    let region: String
    let country: String
    let coordinates: (latitude: Double, longitude: Double)?
    let website: String
    let phone: String
    let description: String
    let auditoriums: [AuditoriumRecord]
    let position: Position

    static let fieldNames: Set<String> = [
        "id", "name", "timeZone", "street", "postalCode", "city", "region", "country", "latitude", "longitude",
        "website", "phone", "description", "auditoriums",
    ]

    init?(_ value: SourceValue, layouts: [String: String], log: ProblemLog) {
        guard var fields = FieldReader(value, "a theater", log: log) else { return nil }
        let name = fields.required("name")
        let id = fields.id()
        let zone = fields.required("timeZone")
        street = fields.text("street") ?? ""
        postalCode = fields.text("postalCode") ?? ""
        city = fields.text("city") ?? ""
        region = fields.text("region") ?? ""
        country = Self.country(&fields)
        let latitude = fields.coordinate(.latitude)
        let longitude = fields.coordinate(.longitude)
        coordinates = fields.both(latitude, "latitude", longitude, "longitude").map { (latitude: $0, longitude: $1) }
        website = fields.link("website") ?? ""
        phone = fields.text("phone") ?? ""
        description = fields.paragraphs("description") ?? ""
        auditoriums = Self.auditoriums(&fields, layouts, log)
        position = value.position
        fields.noteUnknownFields()
        guard let name, let zone else { return nil }
        if !ZoneName.isPlace(zone.text) { log.note(ZoneName.advice(for: zone.text), at: zone.position) }
        timeZone = zone.text
        self.name = name.text
        key = id?.text ?? [name.text, city].filter { !$0.isEmpty }.joined(separator: ", ").asKey
    }

    private static func country(_ fields: inout FieldReader) -> String {
        guard let country = fields.located("country") else { return "" }
        switch CountryCode.read(country.text) {
        case .country(let code): return code
        case .problem(let message):
            fields.note(message, at: country.position)
            return ""
        }
    }

    private static func auditoriums(
        _ fields: inout FieldReader, _ layouts: [String: String], _ log: ProblemLog
    ) -> [AuditoriumRecord] {
        var keys: Set<String> = []
        return fields.records("auditoriums").compactMap { item in
            guard let record = AuditoriumRecord(item, layouts: layouts, log: log) else { return nil }
            if !keys.insert(record.key).inserted {
                log.note("this theater has two auditoriums '\(record.key)'", at: item.position)
            }
            return record
        }
    }
}

/// A room of a theater as a file describes it.
struct AuditoriumRecord: Sendable {
    let key: String
    let name: String
    /// See ``SeatPlan``.
    let plan: String

    /// - Parameter layouts: the plans that the file gives names to.
    init?(_ value: SourceValue, layouts: [String: String], log: ProblemLog) {
        guard var fields = FieldReader(value, "an auditorium", log: log) else { return nil }
        let name = fields.required("name")
        let id = fields.id()
        let layoutName = fields.located("layout")
        let ownPlan = LayoutRecord.plan(&fields, log: log)
        fields.noteUnknownFields()
        guard let name else { return nil }
        if let layoutName, ownPlan != nil {
            log.note("an auditorium has a 'layout' or seats of its own, not both", at: layoutName.position)
        }
        if let layoutName {
            guard let named = layouts[layoutName.text] else {
                log.note("no layout is called '\(layoutName.text)'", at: layoutName.position)
                return nil
            }
            plan = named
        } else if let ownPlan {
            plan = ownPlan
        } else {
            log.note("an auditorium needs a 'layout', a 'plan', or 'rows' and 'columns'", at: fields.position)
            return nil
        }
        self.name = name.text
        key = id?.text ?? name.text.asKey
    }
}

/// A seat layout that a file gives a name to.
struct LayoutRecord: Sendable {
    let id: String
    let plan: String
    let position: Position

    init?(_ value: SourceValue, log: ProblemLog) {
        guard var fields = FieldReader(value, "a layout", log: log) else { return nil }
        let id = fields.requiredID()
        let plan = Self.plan(&fields, log: log)
        fields.noteUnknownFields()
        guard let id else { return nil }
        guard let plan else {
            log.note("a layout needs a 'plan', or 'rows' and 'columns'", at: fields.position)
            return nil
        }
        self.id = id.text
        position = id.position
        self.plan = plan
    }

    /// A picture of the room, or the size of a rectangular one.
    static func plan(_ fields: inout FieldReader, log: ProblemLog) -> String? {
        let rows = fields.integer("rows", in: 1...200)
        let columns = fields.integer("columns", in: 1...200)
        guard let picture = fields.value("plan") else {
            guard let (rows, columns) = fields.both(rows, "rows", columns, "columns") else { return nil }
            if rows * columns > SeatPlan.maximumSeats {
                log.note("the room has more than \(SeatPlan.maximumSeats) seats", at: fields.position)
            }
            return SeatPlan.rectangle(rows: rows, columns: columns)
        }
        if rows != nil || columns != nil {
            log.note("a 'plan' says all of the room: leave 'rows' and 'columns' out", at: picture.position)
        }
        guard let text = picture.text else {
            log.note("'plan' must be text: write '|' after the colon and the rows below it", at: picture.position)
            return nil
        }
        let plan = text.trimmingCharacters(in: .newlines)
        do {
            try SeatPlan.requireDistinctRows(try SeatPlan.layout(of: plan))
            return plan
        } catch {
            let start = picture.blockPosition ?? picture.position
            let inBlock = Position(line: start.line + error.line - 1, column: start.column + error.column - 1)
            log.note(error.message, at: picture.blockPosition == nil ? start : inBlock)
            return plan
        }
    }
}
