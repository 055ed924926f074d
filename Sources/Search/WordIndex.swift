import Text

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
    /// The words of each text of several, film by film.
    private var texts: [(film: Int32, words: [Int], isTitle: Bool)] = []
    /// People are in many films.
    private var knownNames: [String: FiledText] = [:]

    private struct FiledText {
        /// In order, to tell which are neighbours.
        let words: [Int]
        /// See ``Folding/compounds(of:)``.
        let compounds: [Int]
        /// The first word, and the compounds of the first piece.
        let first: [Int]
        /// What is the whole text: its only word, or the compounds of its only piece.
        let whole: [Int]
    }

    package init() {}

    /// - Parameters:
    ///   - record: a JSON value.
    ///   - slug: tells the film from all others.
    package mutating func add(_ record: [UInt8], slug: String, year: Int?, titles: [String], names: [String]) {
        let film = Int32(records.count)
        records.append(record)
        places.append(Self.place(slug, year))
        for title in titles { file(film, under: filed(title), isTitle: true) }
        for name in names {
            let text = knownNames[name] ?? filed(name)
            knownNames[name] = text
            file(film, under: text, isTitle: false)
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
        var pairs: [WordPair: WordEntry] = [:]
        for text in texts {
            for (place, (first, second)) in zip(text.words, text.words.dropFirst()).enumerated()
            where isCommon[first] && isCommon[second] {
                let pair = WordPair(first: first, second: second)
                let letters = { entries[first].letters + [ShardTree.neighbour] + entries[second].letters }
                let standing: Standing =
                    !text.isTitle ? .name : place > 0 ? .inTitle : text.words.count == 2 ? .title : .beginsTitle
                pairs[pair, default: WordEntry(letters: letters())].add(text.film, standing)
            }
        }
        let pairEntries = pairs.values
        return (entries + pairEntries).sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
    }

    private struct WordPair: Hashable {
        let first: Int
        let second: Int
    }

    private mutating func file(_ film: Int32, under text: FiledText, isTitle: Bool) {
        for word in text.words + text.compounds { entries[word].add(film, isTitle ? .inTitle : .name) }
        if isTitle {
            for word in text.first { entries[word].add(film, .beginsTitle) }
            for word in text.whole { entries[word].add(film, .title) }
        }
        if text.words.count > 1 { texts.append((film, text.words, isTitle)) }
    }

    private mutating func filed(_ text: String) -> FiledText {
        let pieces = Folding.pieces(of: text)
        let compounds = pieces.map { piece in Folding.compounds(of: piece).map { number($0) } }
        let words = pieces.flatMap { $0 }.map { number($0) }
        let first = Array(words.prefix(1)) + (compounds.first ?? [])
        let whole = words.count == 1 ? words : pieces.count == 1 ? compounds[0] : []
        return FiledText(words: words, compounds: compounds.flatMap { $0 }, first: first, whole: whole)
    }

    private mutating func number(_ word: String) -> Int {
        if let known = numbers[word] { return known }
        let letters = Array(word.unicodeScalars.prefix(Self.longestWord))
        let short = letters.count < Self.longestWord ? word : String(String.UnicodeScalarView(letters))
        if let known = numbers[short] { return known }
        numbers[short] = entries.count
        entries.append(WordEntry(letters: letters))
        return entries.count - 1
    }

    private static func place(_ slug: String, _ year: Int?) -> [Unicode.Scalar] {
        let digits = String(year ?? 0)
        let hash = String(ShortStableHash.of(slug), radix: 16)
        return Array((String(repeating: "0", count: max(0, 4 - digits.count)) + digits + hash).unicodeScalars)
    }
}

/// How a film has a word, from what is meant least by those who type it to what is meant most.
enum Standing: UInt8, Comparable {
    case name, inTitle, beginsTitle, title

    static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }

    /// Its letter in the path of a file.
    var letter: Unicode.Scalar { Unicode.Scalar(UInt8(ascii: "0") + rawValue) }
}

/// A word, or two that are neighbours, and the films that have it, in the order in which they were added.
struct WordEntry {
    let letters: [Unicode.Scalar]
    private(set) var films: [Int32] = []
    /// Of each film, the best.
    private(set) var standings: [Standing] = []

    init(letters: [Unicode.Scalar]) {
        self.letters = letters
    }

    mutating func add(_ film: Int32, _ standing: Standing) {
        if films.last == film {
            standings[standings.count - 1] = max(standing, standings[standings.count - 1])
        } else {
            films.append(film)
            standings.append(standing)
        }
    }
}
