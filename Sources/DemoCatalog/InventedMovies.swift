import Cinema

/// Films that nobody has made, as many as wanted.
struct InventedMovies {
    private let entries: [String]

    private static let adjectives = [
        "Silent", "Last", "Crooked", "Golden", "Forgotten", "Midnight", "Paper", "Northern", "Hollow", "Velvet",
        "Second", "Distant", "Burning", "Quiet", "Winter", "Electric", "Broken", "Secret", "Endless", "Little",
    ]
    private static let nouns = [
        "Harbour", "Orchard", "Letter", "Witness", "Station", "Garden", "Comet", "Promise", "Bridge", "Carnival",
        "Lighthouse", "Waltz", "Detective", "Island", "Balloon", "Mirror", "Summer", "Telegram", "Thief", "Violin",
    ]
    private static let genres = ["Drama", "Comedy", "Thriller", "Romance", "Western", "Adventure", "Mystery"]
    private static let givenNames = [
        "Ada", "Bruno", "Clara", "Dario", "Edda", "Felix", "Greta", "Hugo", "Ines", "Jonas",
    ]
    private static let familyNames = [
        "Arden", "Bellweather", "Castellan", "Dorn", "Esterhaus", "Falk", "Grimaud", "Holloway", "Iversen", "Jardine",
        "Kestrel", "Lindqvist", "Marchetti", "Novak", "Ostrander", "Pell", "Quill", "Rosmarin", "Sandoval", "Thorne",
    ]

    init(count: Int, random: inout some RandomNumberGenerator) {
        entries = (0..<max(0, count)).map { Self.entry($0, &random) }
    }

    private static func entry(_ number: Int, _ random: inout some RandomNumberGenerator) -> String {
        func pick(_ words: [String], _ random: inout some RandomNumberGenerator) -> String {
            words[Int.random(in: 0..<words.count, using: &random)]
        }
        let title = "The \(pick(adjectives, &random)) \(pick(nouns, &random))"
        let year = Int.random(in: 1920...2020, using: &random)
        let runtime = Int.random(in: 70...170, using: &random)
        let people = (0..<5).map { _ in "\(pick(givenNames, &random)) \(pick(familyNames, &random))" }
        let cast = people.dropFirst().map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"id":"invented-\(number)","title":"\(title)","year":\(year),"runtime":\(runtime),"certificate":"PG",\
            "languages":["en"],"genres":["\(pick(genres, &random))"],"directors":["\(people[0])"],"cast":[\(cast)],\
            "synopsis":"An invented film: \(people[1]) finds what \(people[2]) has lost, and neither can say so."}
            """
    }

    func document(source: String) -> String {
        "{\"marquee\":1,\"source\":\"\(source)\",\"movies\":[\n\(entries.joined(separator: ",\n"))\n]}"
    }
}
