import Randomness

/// The look of a kind of films: its colours, and what is seen on its posters.
struct Mood {
    let palettes: [Palette]
    let motifs: [Motif]

    /// A genre that is not known here has a mood all the same, always the same one.
    static func of(genre: String) -> Mood {
        let name = genre.lowercased()
        if let known = byGenre[name] { return known }
        guard !name.isEmpty else { return documentary }
        let hash = name.utf8.reduce(UInt64(7)) { SplitMix64.mixed($0 ^ UInt64($1)) }
        return all[Int(hash % UInt64(all.count))]
    }

    static let all = [
        drama, comedy, romance, crime, thriller, horror, scienceFiction, fantasy, action, documentary, musical,
    ]

    private static let byGenre: [String: Mood] = {
        let names: [(Mood, [String])] = [
            (
                drama,
                ["drama", "biography", "historical", "history", "political", "social", "melodrama", "independent"]
            ),
            (comedy, ["comedy", "satire", "teen", "slapstick", "sports", "sport", "live action"]),
            (romance, ["romance", "erotic", "love", "romantic comedy"]),
            (crime, ["crime", "noir", "film noir", "mystery", "legal", "gangster", "heist", "detective"]),
            (thriller, ["thriller", "suspense", "spy", "found footage", "psychological"]),
            (horror, ["horror", "slasher", "supernatural", "vampire"]),
            (scienceFiction, ["science fiction", "sci-fi", "superhero", "space"]),
            (fantasy, ["fantasy", "adventure", "animated", "animation", "family", "children", "fairy tale"]),
            (action, ["action", "western", "war", "martial arts", "disaster", "swashbuckler", "epic", "road movie"]),
            (documentary, ["documentary", "silent", "short", "nature", "essay"]),
            (musical, ["musical", "music", "dance", "performance", "concert", "opera", "variety"]),
        ]
        return Dictionary(
            names.flatMap { mood, names in names.map { ($0, mood) } }, uniquingKeysWith: { first, _ in first })
    }()
}
