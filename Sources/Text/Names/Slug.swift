import Foundation

/// The part of a URL that names a thing: ASCII letters, digits and single hyphens, at most 80.
package enum Slug {
    package static let maximumLength = 80

    /// `Amélie` becomes `amelie`, `WALL·E` becomes `wall-e`, `七人の侍` becomes `qi-renno-shi` (in Latin letters as ICU has it).
    ///
    /// - Parameter ending: kept whole however long the text is, such as a year.
    /// - Returns: an empty text if nothing of `text` can be spelt.
    package static func spell(_ text: String, ending: String = "") -> String {
        let suffix = ending.isEmpty ? "" : "-" + ending
        let slug = shortened(words(of: text), to: maximumLength - suffix.utf8.count)
        return slug.isEmpty ? ending : slug + suffix
    }

    /// Whether Windows takes a file or folder of that name for a device, so that no folder can have it.
    package static func isDevice(_ slug: String) -> Bool { devices.contains(slug) }

    /// Their names, in the letters of slugs.
    package static let devices: Set<String> = {
        let numbered = (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
        return Set(["con", "prn", "aux", "nul"] + numbered)
    }()

    private static func words(of text: String) -> [String] {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let latin = isASCII ? text : text.applyingTransform(.toLatin, reverse: false) ?? text
        let plain = isASCII ? text : latin.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
        var words: [String] = []
        var word = ""
        for scalar in plain.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
            case "'", "’", "ʻ", "ʹ", "ʼ": continue
            case "&":
                words += [word, "and"]
                word = ""
            default:
                if let plain = LatinLetters.plain(scalar) {
                    word += plain
                } else {
                    words.append(word)
                    word = ""
                }
            }
        }
        words.append(word)
        return words.filter { !$0.isEmpty }
    }

    /// As many whole words as fit.
    private static func shortened(_ words: [String], to maximum: Int) -> String {
        var slug = ""
        for word in words {
            let longer = slug.isEmpty ? word : slug + "-" + word
            guard longer.utf8.count <= maximum else { break }
            slug = longer
        }
        return slug.isEmpty ? String(words.first?.prefix(maximum) ?? "") : slug
    }
}
