import Booking
import Randomness
import Testing

@Suite("Numbers of orders")
struct OrderNumberTests {
    private static let signs = Array("23456789CDFHJKMPQRTVWXY")

    private static let samples: [String] = {
        var random = SplitMix64(seed: 8)
        return (0..<200).map { _ in OrderNumber(random: &random).text }
    }()

    @Test("have eight signs of which no two look alike, and are read as people write them")
    func form() {
        for text in Self.samples {
            #expect(text.count == 8 && text.allSatisfy(Self.signs.contains))
            let spoken = "\(text.prefix(4).lowercased())-\(text.suffix(4)) "
            #expect(OrderNumber(text)?.text == text && OrderNumber(spoken)?.text == text)
        }
        #expect(Set(Self.samples).count == Self.samples.count)
    }

    @Test("one wrong sign makes a number that no order has")
    func wrongSign() {
        for text in Self.samples.prefix(50) {
            for place in text.indices {
                for sign in Self.signs where sign != text[place] {
                    var wrong = text
                    wrong.replaceSubrange(place...place, with: [sign])
                    #expect(OrderNumber(wrong) == nil, "\(text) told as \(wrong)")
                }
            }
        }
    }

    @Test("two signs that have changed places make a number that no order has")
    func changedPlaces() {
        for text in Self.samples {
            let signs = Array(text)
            for first in signs.indices {
                for second in signs.indices where signs[first] != signs[second] {
                    var wrong = signs
                    wrong.swapAt(first, second)
                    #expect(OrderNumber(String(wrong)) == nil, "\(text) told as \(String(wrong))")
                }
            }
        }
    }

    @Test("what is no number is none", arguments: ["", "2345678", "234567892", "ABCDEFGH", "2222222é", "２３４５６７８９"])
    func refused(text: String) {
        #expect(OrderNumber(text) == nil)
    }
}
