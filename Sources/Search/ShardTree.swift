/// The beginnings of words that have a file of their own, as a tree.
///
/// All films are in one file if they fit. What does not fit is divided by the next letter of its words; neighbours that
/// fit into one file share it. A word that is in too many films by itself is divided by how they have it
/// (``Standing``), and then by the digits of their years. So a change of one film changes the files of its own words,
/// and seldom another.
package struct ShardTree {
    /// Stands between a whole word and what tells its films apart.
    static let wordEnd: Unicode.Scalar = " "
    /// Stands between a common word and the word beside it.
    static let neighbour: Unicode.Scalar = "+"

    package private(set) var shards: [Shard] = []
    /// The tree as a text. A letter stands for a file, which has this letter and those up to the next one that is
    /// named; or, if parentheses follow, for the tree that they enclose. Empty if all films are in one file.
    package private(set) var description = ""

    private let index: WordIndex
    private let entries: [WordEntry]
    private let limit: Int

    /// - Parameter limit: how many bytes a file may have. One film is never divided.
    package init(_ index: WordIndex, limit: Int) {
        self.index = index
        self.limit = limit
        entries = index.entries(limit: limit)
        if let films = union(entries.indices) {
            add(Shard(path: [], films: films))
        } else {
            divide(entries.indices, at: [])
        }
    }

    /// What is in a file: an array of records.
    package func bytes(of shard: Shard) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for film in shard.films {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += index.records[Int(film)]
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    // MARK: Dividing

    /// - Parameter path: what all of these entries begin with.
    private mutating func divide(_ range: Range<Int>, at path: [Unicode.Scalar]) {
        var start = range.lowerBound
        if entries[start].letters.count == path.count {
            divide(entries[start], at: path + [Self.wordEnd])
            start += 1
        }
        var run: Shard?
        while start < range.upperBound {
            let letter = entries[start].letters[path.count]
            let end = entries[start..<range.upperBound].firstIndex { $0.letters[path.count] != letter }
            let group = start..<(end ?? range.upperBound)
            let films = union(group)
            extend(&run, path + [letter], films)
            if films == nil { enclose { $0.divide(group, at: path + [letter]) } }
            start = group.upperBound
        }
        if let run { add(run) }
    }

    /// Divides the films of one word by how they have it.
    private mutating func divide(_ entry: WordEntry, at path: [Unicode.Scalar]) {
        if fits(entry.films) { return add(Shard(path: path, films: entry.films)) }
        let groups = Dictionary(grouping: zip(entry.standings, entry.films)) { $0.0 }
            .map { (standing: $0.key, films: $0.value.map(\.1)) }.sorted { $0.standing < $1.standing }
        add(path)
        enclose { tree in
            var run: Shard?
            for (standing, films) in groups {
                let place = path + [standing.letter]
                let isWhole = tree.fits(films)
                tree.extend(&run, place, isWhole ? films : nil)
                if !isWhole { tree.enclose { $0.divide(films, at: place, digits: 1) } }
            }
            if let run { tree.add(run) }
        }
    }

    /// Divides films by the next digit of their places.
    private mutating func divide(_ films: [Int32], at path: [Unicode.Scalar], digits: Int) {
        let groups = Dictionary(grouping: films) { index.places[Int($0)][digits - 1] }
        var run: Shard?
        for (digit, films) in groups.sorted(by: { $0.key < $1.key }) {
            let isWhole = fits(films) || !films.contains { index.places[Int($0)].count > digits }
            extend(&run, path + [digit], isWhole ? films : nil)
            if !isWhole { enclose { $0.divide(films, at: path + [digit], digits: digits + 1) } }
        }
        if let run { add(run) }
    }

    /// Puts films into the same file as their neighbours, or into the next one if they do not fit.
    ///
    /// - Parameter films: `nil` if they are too many even for a file of their own: then only their letter is written.
    private mutating func extend(_ run: inout Shard?, _ path: [Unicode.Scalar], _ films: [Int32]?) {
        if let films, let begun = run, path.last != Self.neighbour, begun.path.last != Self.neighbour {
            let both = Array(Set(begun.films).union(films)).sorted()
            if fits(both) {
                run = Shard(path: begun.path, films: both)
                return
            }
        }
        if let run { add(run) }
        run = films.map { Shard(path: path, films: $0) }
        if films == nil { add(path) }
    }

    /// - Returns: each film once, in order; `nil` if they do not fit into one file.
    private func union(_ range: Range<Int>) -> [Int32]? {
        var films: Set<Int32> = []
        var size = 2
        for entry in entries[range] {
            for film in entry.films where films.insert(film).inserted {
                size += index.records[Int(film)].count + 1
                if size > limit, films.count > 1 { return nil }
            }
        }
        return films.sorted()
    }

    private func fits(_ films: [Int32]) -> Bool {
        films.count < 2 || films.reduce(2) { $0 + index.records[Int($1)].count + 1 } <= limit
    }

    // MARK: Text

    private mutating func add(_ shard: Shard) {
        shards.append(shard)
        add(shard.path)
    }

    private mutating func add(_ path: [Unicode.Scalar]) {
        if let letter = path.last { description.unicodeScalars.append(letter) }
    }

    private mutating func enclose(_ body: (inout ShardTree) -> Void) {
        description += "("
        body(&self)
        description += ")"
    }
}

extension ShardTree {
    /// A file: the films with a word that begins as its path says, or with one of its neighbours.
    package struct Shard {
        let path: [Unicode.Scalar]
        /// As numbers of the index, in order.
        let films: [Int32]

        /// The file's name without its extension: letters, digits, hyphens and underscores of ASCII, whatever the
        /// script.
        package var name: String {
            guard !path.isEmpty else { return "-" }
            return path.reduce(into: "") { name, letter in
                switch letter {
                case "a"..."z", "0"..."9": name.unicodeScalars.append(letter)
                case ShardTree.wordEnd: name += "-"
                case ShardTree.neighbour: name += "--"
                default: name += "_\(String(letter.value, radix: 16))_"
                }
            }
        }
    }
}
