import Foundation
import Randomness

/// Texts made of others by small changes, the same for the same seed.
struct Mutations: Sequence, IteratorProtocol {
    private let corpus: [String]
    private var random: SplitMix64
    private var left: Int

    /// The same for everybody, so that nobody's change is refused by chance; `MARQUEE_SEED` draws others.
    static let usualSeed = ProcessInfo.processInfo.environment["MARQUEE_SEED"].flatMap(UInt64.init) ?? 2_026

    init(of corpus: [String], seed: UInt64, count: Int) {
        self.corpus = corpus
        random = SplitMix64(seed: seed)
        left = count
    }

    /// What parsers are apt to take for something else.
    private static let pieces: [String] = [
        "0", "1", "9", "12", "１", "٤", "½", "²", "-", "+", "–", ".", ",", ":", ";", "/", "'", "\"", "(", ")", "[", "]",
        "{",
        "}", "#", "&a", "*a", "<<", "|", ">", "!", "%", "@", "`", "\\", "\\u", "\\ud800", "\0", "\u{1}", "\t", "\n",
        "\r",
        "\r\n", " ", "  ", "\u{85}", "\u{A0}", "\u{90}", "\u{200B}", "\u{200D}", "\u{2028}", "\u{202E}", "\u{2069}",
        "\u{FEFF}", "\u{FFFE}", "\u{301}", "e\u{301}", "é", "K", "Å", "😀", "👩‍👩‍👧", "a", "s", "p", "h", "min", "to", "and",
        "no", "null", "~", "true", "e3", "0x1F", "1_000", "1e999", "nan", "inf", "T", "Z", "+26", "---\n", "...\n",
        "- ",
        ": ", "? ", "  - ", "\u{1F1E9}", "ß", "İ",
    ]

    mutating func next() -> String? {
        guard left > 0, let first = corpus.randomElement(using: &random) else { return nil }
        left -= 1
        var text = Array(first.unicodeScalars)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let place = Int.random(in: 0...text.count, using: &random)
            let end = Swift.min(text.count, place + Int.random(in: 0...6, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: text.removeSubrange(place..<end)
            case 1: text.insert(contentsOf: text[place..<end], at: place)
            case 2:
                let other = Array((corpus.randomElement(using: &random) ?? "").unicodeScalars)
                text.replaceSubrange(place..., with: other.suffix(Int.random(in: 0...other.count, using: &random)))
            case 3: text.replaceSubrange(place..<end, with: piece())
            default: text.insert(contentsOf: piece(), at: place)
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text)
        return String(result)
    }

    private mutating func piece() -> [Unicode.Scalar] {
        Array((Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
    }
}
