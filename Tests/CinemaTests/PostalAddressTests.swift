import Testing

@testable import Cinema

@Suite("A postal address")
struct PostalAddressTests {
    private static func address(
        _ street: String, _ postalCode: String, _ city: String, _ region: String, _ country: String
    ) -> PostalAddress {
        PostalAddress(street: street, postalCode: postalCode, city: city, region: region, country: country)
    }

    @Test(
        "has the order of its country",
        arguments: [
            ("Leake Street", "SE1 8XT", "London", "", "GB", "Leake Street, London SE1 8XT"),
            ("Leake Street", "SE1 8XT", "London", "Greater London", "UK", "Leake Street, London SE1 8XT"),
            ("1 Main St", "62704", "Springfield", "IL", "US", "1 Main St, Springfield, IL 62704"),
            ("1 Main St", "M5V 2T6", "Toronto", "ON", "ca", "1 Main St, Toronto ON M5V 2T6"),
            ("1 Main St", "2000", "Sydney", "NSW", "AU", "1 Main St, Sydney NSW 2000"),
            ("Main St", "D02 X285", "Dublin", "", "IE", "Main St, Dublin D02 X285"),
            ("1 rue de Paris", "75001", "Paris", "Île-de-France", "FR", "1 rue de Paris, 75001 Paris"),
            ("Hauptstr. 1", "10115", "Berlin", "Berlin", "DE", "Hauptstr. 1, 10115 Berlin"),
            ("Damrak 1", "1012 LG", "Amsterdam", "", "NL", "Damrak 1, 1012 LG Amsterdam"),
            ("Via Roma 1", "20121", "Milano", "MI", "IT", "Via Roma 1, 20121 Milano MI"),
            ("Calle Mayor 1", "28001", "Madrid", "Madrid", "ES", "Calle Mayor 1, 28001 Madrid"),
            ("Av. Paulista 1", "01310-100", "São Paulo", "SP", "BR", "Av. Paulista 1, São Paulo-SP, 01310-100"),
            ("1-1 Marunouchi", "100-0005", "Chiyoda", "Tokyo", "JP", "1-1 Marunouchi, Chiyoda, Tokyo 100-0005"),
            ("丸の内1-1", "100-0005", "千代田区", "東京都", "JP", "〒100-0005 東京都千代田区丸の内1-1"),
            ("Váci utca 1", "1052", "Budapest", "", "HU", "Budapest, Váci utca 1, 1052"),
            ("Main 1", "1234", "Town", "County", "", "Main 1, 1234 Town"),
            ("Main 1", "1234", "Town", "County", "Ruritania", "Main 1, 1234 Town"),
        ])
    func order(street: String, code: String, city: String, region: String, country: String, line: String) {
        #expect(Self.address(street, code, city, region, country).line == line)
    }

    @Test("leaves out what is not known, with what would divide it from the rest, in every country")
    func missing() {
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
        for country in letters.flatMap({ first in letters.map { first + $0 } }) + ["", "?"] {
            for script in [["S1", "P2", "C3", "R4"], ["一", "P2", "三", "四"]] {
                for known in 0..<16 {
                    let parts = script.enumerated().map { known >> $0.offset & 1 == 1 ? $0.element : "" }
                    let address = Self.address(parts[0], parts[1], parts[2], parts[3], country)
                    let line = address.line
                    #expect(!line.contains(", ,") && !line.contains("  "), "\(country): '\(line)'")
                    #expect(line.first.map { $0.isLetter || $0.isNumber || $0 == "〒" } ?? true, "\(country): '\(line)'")
                    #expect(line.last.map { $0.isLetter || $0.isNumber } ?? true, "\(country): '\(line)'")
                    #expect(!address.locality.contains(script[0]))
                    #expect(address.lines.allSatisfy { !$0.isEmpty })
                }
            }
        }
    }

    @Test(
        "knows a country by its code and by what else people write",
        arguments: [
            ("UK", "GB"), ("uk", "GB"), ("U.K.", "GB"), ("United Kingdom", "GB"), ("gb", "GB"), ("USA", "US"),
            ("U.S.A.", "US"), ("Germany", "DE"), ("FR", "FR"), ("", ""), ("Ruritania", "Ruritania"), ("EL", "GR"),
        ])
    func countries(written: String, code: String) {
        #expect(Country.code(written) == code)
    }

    @Test(
        "without a country has that of its clock",
        arguments: [
            ("Europe/London", "GB"), ("America/New_York", "US"), ("Asia/Tokyo", "JP"), ("Europe/Amsterdam", "NL"),
            ("Indian/Reunion", "RE"),
        ])
    func zones(zone: String, country: String) {
        #expect(Country.code(ofZone: zone) == country)
        #expect(Country.code(ofZone: "UTC") == nil)
    }
}
