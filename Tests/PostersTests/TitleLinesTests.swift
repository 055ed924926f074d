import Testing

@testable import Posters

@Suite("The title on a poster")
struct TitleLinesTests {
    private static let width = 344

    private static func lines(_ title: String) -> TitleLines { TitleLines(TitleText(title), width: width) }

    @Test(
        "fits its lines, which are five at most",
        arguments: [
            "M", "Up", "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb", "千と千尋の神隠し",
            "جدایی نادر از سیمین",
            "Donaudampfschifffahrtsgesellschaftskapitän", "Броненосец «Потёмкин»",
        ] + DrawnPosterTests.long)
    func fits(title: String) {
        let set = Self.lines(title)
        #expect((1...5).contains(set.lines.count))
        #expect(set.size >= 26)
        for line in set.lines {
            #expect(line.reduce(0) { $0 + LetterWidth.of($1, in: .sans) } * set.size / 100 <= Self.width, "\(line)")
            #expect(!line.isEmpty && !line.hasPrefix(" ") && !line.hasSuffix(" "))
        }
    }

    @Test("is the larger the shorter it is")
    func sizes() {
        let titles = ["Up", "Vertigo", "The Third Man", "The Cabinet of Doctor Caligari and Other Stories"]
        let sizes = titles.map { Self.lines($0).size }
        #expect(sizes == sizes.sorted(by: >))
        #expect(sizes[0] == 128)
    }

    @Test("keeps its words whole, and breaks its lines evenly")
    func words() {
        #expect(Self.lines("The Night Ferry").lines.joined(separator: " ") == "The Night Ferry")
        let even = Self.lines("Once Upon a Time in the West").lines.map(\.count)
        #expect(even.max()! - even.min()! <= 6)
    }

    @Test("of letters that know capitals is hyphenated where a word is longer than a line, of others just broken")
    func longWords() {
        let latin = Self.lines("Donaudampfschifffahrtsgesellschaftskapitän").lines
        #expect(latin.dropLast().allSatisfy { $0.hasSuffix("-") })
        #expect(latin.map { $0.replacing("-", with: "") }.joined() == "Donaudampfschifffahrtsgesellschaftskapitän")
        #expect(Self.lines("ทางไกลของคนขายข้าวในเมืองใหญ่ที่ไม่มีวันหลับใหล").lines.allSatisfy { !$0.hasSuffix("-") })
    }

    @Test("that is too long ends in an ellipsis")
    func ellipsis() {
        for title in DrawnPosterTests.long where title.count > 100 {
            #expect(Self.lines(title).lines.last?.hasSuffix("…") == true)
        }
        #expect(!Self.lines("Vertigo").lines.contains { $0.contains("…") })
    }

    @Test("in squares ends a line anywhere, but begins none with a mark that closes")
    func squares() {
        let set = Self.lines("機動戦士ガンダム、逆襲のシャア。永遠のフィルム「第一部」完全版です")
        #expect(set.lines.count > 1)
        #expect(!set.lines.contains { "、。」ー".contains($0.first!) || $0.last == "「" })
    }

    @Test("knows the direction in which it is read, whatever stands before it")
    func direction() {
        #expect(TitleText("ואלס עם באשיר").isRightToLeft)
        #expect(TitleText("12: جدایی").isRightToLeft)
        #expect(!TitleText("Waltz (ואלס)").isRightToLeft)
        #expect(!TitleText("1917").isRightToLeft)
    }

    @Test("in capitals stays as it is where capitals depend on the language")
    func capitals() {
        func text(_ title: String) -> String {
            TitleText(title, inCapitals: true).pieces.map { String($0.letters) }.joined(separator: " ")
        }
        #expect(text("Up & away") == "UP & AWAY")
        #expect(text("Straße") == "Straße")
    }

    @Test("of nothing that can be seen has no lines")
    func nothing() {
        for title in ["", " \n\t", "\u{200B}\u{202E}"] { #expect(Self.lines(title).lines == []) }
    }
}
