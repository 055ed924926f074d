import Foundation
import Testing
import Text

@Suite("Folding")
struct FoldingTests {
    /// A text and its words, those of each piece between white space: what the browser's tests read too.
    private struct Vector: Decodable {
        let text: String
        let words: String

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            text = try values.decode(String.self)
            words = try values.decode(String.self)
        }
    }

    @Test("makes of every tricky text the words that the browser makes of it")
    func vectors() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "folding.json")
        let vectors = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: file))
        #expect(vectors.count > 500)
        for vector in vectors {
            let words = Folding.pieces(of: vector.text).map { $0.joined(separator: " ") }.joined(separator: " | ")
            #expect(words == vector.words, "\(vector.text.debugDescription)")
        }
    }

    @Test(
        "finds what people type for what is written",
        arguments: [
            ("Amélie", "amelie"), ("Straße", "STRASSE"), ("Łódź", "lodz"), ("Smørrebrød", "smorrebrod"),
            ("İstanbul", "ıstanbul"), ("ΟΔΥΣΣΕΥΣ", "οδυσσεύς"), ("ｱﾒﾘ", "アメリ"), ("ﬁne", "FINE"), ("أحمد", "احمد"),
            ("٣", "3"), ("Hawaiʻi", "hawaii"), ("8½", "8 1/2"),
        ])
    func equals(written: String, typed: String) {
        #expect(Folding.words(of: written) == Folding.words(of: typed))
    }

    @Test("tells which words stand together, for those who write them as one")
    func pieces() {
        #expect(Folding.pieces(of: "WALL·E  and Spider-Man") == [["wall", "e"], ["and"], ["spider", "man"]])
    }
}
