import Text

/// How the columns of somebody else's table become movies or theaters (see `docs/import.md`).
package struct Mapping: Sendable {
    enum Kind: String, CaseIterable {
        case movies
        case theaters
    }

    let kind: Kind
    let source: String
    let separator: UInt8
    /// Where the mapping says which; `nil` if it does not.
    let separatorPosition: Position?
    /// The columns that tell one record from all others.
    let keyColumns: [Located]
    /// Only rows whose column has this value are read.
    let conditions: [(column: Located, value: String)]
    let rules: [(field: String, rule: FieldRule)]
    let auditoriums: AuditoriumRule?
    /// The mapping's own path, for messages.
    let file: String

    /// - Throws: ``ImportFailure`` with all problems of the mapping file.
    package init(_ file: SourceFile) throws {
        let log = ProblemLog(file: file.path)
        guard var fields = FieldReader(try file.readValue(), "a mapping file", log: log) else {
            throw ImportFailure(log)
        }
        let kind = fields.required("records")
        let source = fields.required("source")
        let separatorField = fields.value("separator")
        let separator = separatorField.map { $0.text ?? "" } ?? ","
        keyColumns = fields.wholeList("key")
        conditions = Self.conditions(&fields, log)
        let table = fields.value("fields")
        fields.noteUnknownFields()
        if !Self.isSeparator(separator) {
            log.note(
                "'separator' must be one ASCII sign, not a letter, a digit, a space or a quote; a tabulator is \"\\t\"",
                at: separatorField?.position ?? .start)
        }
        if let kind, Kind(rawValue: kind.text) == nil {
            log.note("'records' must be movies or theaters, not '\(kind.text)'", at: kind.position)
        }
        var rules: [(String, FieldRule)] = []
        var auditoriums: AuditoriumRule?
        if let table, case .mapping(let entries) = table.content {
            for entry in entries where entry.key == "auditoriums" {
                auditoriums = AuditoriumRule(entry.value, log: log)
            }
            let known = kind?.text == Kind.theaters.rawValue ? TheaterRecord.fieldNames : MovieRecord.fieldNames
            for entry in entries where !known.contains(entry.key) {
                let place = FieldPlaces.hint(for: entry.key, outside: "'fields'")
                let nearest = place.isEmpty ? suggestion(for: entry.key, among: known) : place
                log.note("'\(entry.key)' is no field of \(kind?.text ?? "a record")\(nearest)", at: entry.keyPosition)
            }
            for entry in entries where entry.key != "auditoriums" {
                if let rule = FieldRule(entry.value, of: entry.key, log: log) { rules.append((entry.key, rule)) }
            }
        } else {
            log.note("'fields' is missing: say which column is which", at: table?.position ?? fields.position)
        }
        if let key = keyColumns.first, rules.contains(where: { $0.0 == "id" }) {
            log.note("the 'id' is made of 'key'; give one of the two", at: key.position)
        }
        try log.throwIfAny()
        self.rules = rules
        self.auditoriums = auditoriums
        self.source = source?.text ?? ""
        self.kind = kind.flatMap { Kind(rawValue: $0.text) } ?? .movies
        separatorPosition = separatorField?.position
        self.separator = separator == "\\t" ? UInt8(ascii: "\t") : separator.utf8.first ?? UInt8(ascii: ",")
        self.file = file.path
        try requireConstants()
    }

    /// What is wrong with a constant is told once, where it stands, not for each row.
    private func requireConstants() throws {
        let constants = rules.compactMap { field, rule in
            rule.constant.map { SourceValue.Entry(key: field, keyPosition: $0.position, value: $0) }
        }
        // The record of constants alone lacks fields, which is told of this place.
        let nowhere = Position(line: 0, column: 0)
        let record = SourceValue(.mapping(constants), at: nowhere)
        let trial = ProblemLog(file: file)
        switch kind {
        case .movies: _ = MovieRecord(record, log: trial)
        case .theaters: _ = TheaterRecord(record, layouts: [:], log: trial)
        }
        let problems = trial.problems.filter { $0.position != nowhere }
        if !problems.isEmpty { throw ImportFailure(problems: problems) }
    }

    private static func isSeparator(_ text: String) -> Bool {
        guard text != "\\t", text != "\t" else { return true }
        guard text.utf8.count == 1, let sign = text.first else { return false }
        return sign.isASCII && !sign.isLetter && !sign.isNumber && !sign.isWhitespace && sign != "\"" && sign != "'"
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private static func conditions(_ fields: inout FieldReader, _ log: ProblemLog) -> [(Located, String)] {
        guard let value = fields.value("where") else { return [] }
        guard case .mapping(let entries) = value.content else {
            log.note("'where' must be a mapping of columns to values", at: value.position)
            return []
        }
        for entry in entries where entry.value.text == nil {
            log.note("'where' needs one text for each column, this is \(entry.value.kind)", at: entry.value.position)
        }
        return entries.map { (Located(text: $0.key, position: $0.keyPosition), $0.value.text ?? "") }
    }

    /// Every column that the mapping names, and where.
    var columns: [Located] {
        keyColumns + conditions.map(\.column) + rules.compactMap(\.rule.column)
            + [auditoriums?.count, auditoriums?.seats].compactMap(\.self)
    }
}
