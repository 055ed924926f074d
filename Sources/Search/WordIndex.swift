import Spelling

/// All films, each filed under every word of its texts.
///
/// The index knows of a film no more than its texts, its year and what is to be written for it; what that is, is up to
/// whoever adds it.
package struct WordIndex {
    /// Of a longer word so many letters are looked at.
    package static let longestWord = 24

    /// What is written for each film.
    private(set) var records: [[UInt8]] = []
    /// Where each film comes among those of one word: its year, then digits that scatter the films of a year.
    private(set) var places: [[Unicode.Scalar]] = []
    private var entries: [WordEntry] = []
    private var numbers: [String: Int] = [:]
    /// The words of each text, film by film.
    private var texts: [(film: Int32, words: [Int])] = []
    /// People are in many films.
    private var knownNames: [String: FiledText] = [:]

    private struct FiledText {
        /// In order, to tell which are neighbours.
        let words: [Int]
        /// `walle` of `WALL·E`.
        let compounds: [Int]
    }

    package init() {}

    /// - Parameters:
    ///   - record: a JSON value.
    ///   - slug: tells the film from all others.
    package mutating func add(_ record: [UInt8], slug: String, year: Int?, titles: [String], names: [String]) {
        let film = Int32(records.count)
        records.append(record)
        places.append(Self.place(slug, year))
        for title in titles { file(film, under: filed(title)) }
        for name in names {
            let text = knownNames[name] ?? filed(name)
            knownNames[name] = text
            file(film, under: text)
        }
    }

    /// The entries of all words in order. Of two neighbours that are each in more than `limit` bytes of records there
    /// is an entry too: neither of the two could be looked through to find the films that have both.
    func entries(limit: Int) -> [WordEntry] {
        let isCommon = entries.map { entry in
            var size = 0
            return entry.films.contains { film in
                size += records[Int(film)].count + 1
                return size > limit
            }
        }
        var pairs: [WordPair: [Int32]] = [:]
        for text in texts {
            for (first, second) in zip(text.words, text.words.dropFirst()) where isCommon[first] && isCommon[second] {
                let pair = WordPair(first: first, second: second)
                if pairs[pair]?.last != text.film { pairs[pair, default: []].append(text.film) }
            }
        }
        let pairEntries = pairs.map { pair, films in
            WordEntry(
                letters: entries[pair.first].letters + [ShardTree.neighbour] + entries[pair.second].letters,
                films: films)
        }
        return (entries + pairEntries).sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    }

    private struct WordPair: Hashable {
        let first: Int
        let second: Int
    }

    private mutating func file(_ film: Int32, under text: FiledText) {
        for word in text.words + text.compounds where entries[word].films.last != film {
            entries[word].films.append(film)
        }
        if text.words.count > 1 { texts.append((film, text.words)) }
    }

    private mutating func filed(_ text: String) -> FiledText {
        let pieces = Folding.pieces(of: text)
        let compounds = pieces.filter { $0.count > 1 }.map { $0.joined() }
        return FiledText(words: pieces.flatMap { $0 }.map { number($0) }, compounds: compounds.map { number($0) })
    }

    private mutating func number(_ word: String) -> Int {
        if let known = numbers[word] { return known }
        let letters = Array(word.unicodeScalars.prefix(Self.longestWord))
        let short = letters.count < Self.longestWord ? word : String(String.UnicodeScalarView(letters))
        if let known = numbers[short] { return known }
        numbers[short] = entries.count
        entries.append(WordEntry(letters: letters, films: []))
        return entries.count - 1
    }

    private static func place(_ slug: String, _ year: Int?) -> [Unicode.Scalar] {
        let digits = String(year ?? 0)
        let hash = String(StableHash.of(slug), radix: 16)
        return Array((String(repeating: "0", count: max(0, 4 - digits.count)) + digits + hash).unicodeScalars)
    }
}

/// A word, or two that are neighbours, and the films that have it, in the order in which they were added.
struct WordEntry {
    let letters: [Unicode.Scalar]
    var films: [Int32]
}
