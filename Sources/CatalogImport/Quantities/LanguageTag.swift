import Foundation
import Text

/// A language as BCP 47 names it: `en`, `pt-BR`, `zh-Hant`.
package enum LanguageTag {
    package enum Reading: Equatable {
        /// In its usual letters: `pt-BR` for `PT-br`.
        case tag(String)
        /// What is wrong with it.
        case problem(String)
    }

    /// - Parameter isBare: whether the text stood without quotes in YAML, where `no` means false.
    package static func read(_ text: String, isBare: Bool = false) -> Reading {
        if isBare, ["no", "yes", "on", "off", "y", "n", "true", "false"].contains(text.lowercased()) {
            return .problem(
                "'\(text)' without quotes is a yes or no in YAML: write \"no\" in quotes, or nb, for Norwegian; "
                    + "leave the field out if there is nothing to say")
        }
        return tag(text).map(Reading.tag) ?? .problem(advice(for: text))
    }

    private static func tag(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let language = parts.first.flatMap(language), let rest = subtags(parts.dropFirst()) else { return nil }
        return ([language] + rest).joined(separator: "-")
    }

    /// Scripts, regions and variants, in this order and each with its usual letters.
    private static func subtags(_ parts: ArraySlice<String>) -> [String]? {
        var result: [String] = []
        var rest = parts
        if let script = rest.first, script.utf8.count == 4, isAlphabetic(script) {
            result.append(script.prefix(1).uppercased() + script.dropFirst().lowercased())
            rest = rest.dropFirst()
        }
        if let region = rest.first,
            (region.utf8.count == 2 && isAlphabetic(region)) || (region.utf8.count == 3 && isNumeric(region))
        {
            result.append(region.uppercased())
            rest = rest.dropFirst()
        }
        for variant in rest {
            let isLong = (5...8).contains(variant.utf8.count)
            let isShort = variant.utf8.count == 4 && isNumeric(String(variant.prefix(1)))
            guard isLong || isShort, variant.utf8.allSatisfy(isAlphanumeric) else { return nil }
            result.append(variant.lowercased())
        }
        return result
    }

    /// Two letters that name a language, or three of ISO 639; where a language has two letters, these are its code.
    private static func language(_ text: String) -> String? {
        let code = text.lowercased()
        switch code.utf8.count {
        case 2: return known.contains(code) ? code : nil
        case 3 where isAlphabetic(code) && !words.contains(code):
            if let short = bibliographic[code] { return short }
            return Locale.LanguageCode(code).identifier(.alpha2) ?? code
        default: return nil
        }
    }

    /// "bh" and "tl" are of ISO 639, and not of the list at hand.
    private static let known = Set(Locale.LanguageCode.isoLanguageCodes.map(\.identifier) + ["bh", "tl"])

    /// Three letters that are the code of some language, and more likely mean that there is none.
    private static let words: Set<String> = [
        "all", "any", "nan", "new", "nil", "non", "not", "off", "oui", "tba", "yes",
    ]

    /// The other codes of three letters that ISO 639-2 has for languages of two.
    private static let bibliographic = [
        "alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl", "fre": "fr",
        "geo": "ka",
        "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi", "may": "ms", "per": "fa", "rum": "ro",
        "slo": "sk",
        "tib": "bo", "wel": "cy",
    ]

    private static func advice(for text: String) -> String {
        let meant = tag(text.replacing("_", with: "-")) ?? code(named: text)
        if text.contains(where: { ",;".contains($0) }), text.contains(where: \.isLetter), meant == nil {
            return "'\(text)' is no language code of BCP 47; write several as a list: [fr, nl]"
        }
        let example = meant.map { "; do you mean '\($0)'?" } ?? " such as en or pt-BR"
        return "'\(text)' is no language code of BCP 47\(example)"
    }

    /// The code of what somebody wrote as a name, in English or in the language itself, or as a country's code.
    private static func code(named text: String) -> String? { codes[text.lowercased()] }

    private static let codes: [String: String] = {
        var codes = ["jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk"]
        let english = Locale(identifier: "en")
        // The shortest code of a name comes first, and stays.
        for code in Locale.LanguageCode.isoLanguageCodes.map(\.identifier).sorted(by: {
            ($0.count, $0) < ($1.count, $1)
        }) {
            for locale in [english, Locale(identifier: code)] {
                guard let name = locale.localizedString(forLanguageCode: code)?.lowercased(), name != code else {
                    continue
                }
                if codes[name] == nil { codes[name] = code }
            }
        }
        return codes
    }()

    private static func isAlphabetic(_ text: String) -> Bool {
        text.utf8.allSatisfy { isAlphanumeric($0) && $0 > 0x39 }
    }
    private static func isNumeric(_ text: String) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
