/// Theaters that nobody has built, as many as wanted.
struct InventedTheaters {
    private let entries: [String]

    private static let names = [
        "Rialto", "Odeon", "Apollo", "Lux", "Palace", "Rex", "Gloria", "Capitol", "Eden", "Vox",
    ]
    private static let cities = [
        ("Galway", "Europe/Dublin", "IE"), ("Cork", "Europe/Dublin", "IE"), ("Graz", "Europe/Vienna", "AT"),
        ("Linz", "Europe/Vienna", "AT"), ("Porto", "Europe/Lisbon", "PT"), ("Coimbra", "Europe/Lisbon", "PT"),
        ("Lyon", "Europe/Paris", "FR"), ("Turin", "Europe/Rome", "IT"), ("Tartu", "Europe/Tallinn", "EE"),
    ]

    init(count: Int, random: inout some RandomNumberGenerator) {
        entries = (0..<max(0, count)).map { Self.entry($0, &random) }
    }

    private static func entry(_ number: Int, _ random: inout some RandomNumberGenerator) -> String {
        let name = names[Int.random(in: 0..<names.count, using: &random)]
        let city = cities[Int.random(in: 0..<cities.count, using: &random)]
        let rooms = (1...Int.random(in: 1...6, using: &random)).map { room in
            let rows = Int.random(in: 6...16, using: &random)
            let columns = Int.random(in: 8...22, using: &random)
            return "{\"id\":\"\(room)\",\"name\":\"Screen \(room)\",\"rows\":\(rows),\"columns\":\(columns)}"
        }
        return """
            {"id":"invented-\(number)","name":"\(name) \(city.0)","timeZone":"\(city.1)","city":"\(city.0)",\
            "country":"\(city.2)","street":"\(Int.random(in: 1...99, using: &random)) Lantern Street",\
            "auditoriums":[\(rooms.joined(separator: ","))]}
            """
    }

    func document(source: String) -> String {
        "{\"marquee\":1,\"source\":\"\(source)\",\"theaters\":[\n\(entries.joined(separator: ",\n"))\n]}"
    }
}
