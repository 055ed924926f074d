/// Letters of the Latin script that Unicode does not take apart into a plain letter and a mark, small ones alone.
enum LatinLetters {
    /// The plain letters that people write for one: `ss` for `ß`; `nil` for every other letter.
    static func plain(_ letter: Unicode.Scalar) -> String? {
        switch letter {
        case "ß": "ss"
        case "æ": "ae"
        case "œ": "oe"
        case "ø": "o"
        case "đ", "ð": "d"
        case "ł": "l"
        case "þ": "th"
        case "ı": "i"
        default: nil
        }
    }
}
