import Foundation

/// What the labels of rows look like (Unicode's confusables, UTS 39, as far as common fonts draw letters and digits alike).
enum RowLooks {
    /// All ways in which a label may be read. Two labels look alike if they share one: `l` is read as the letter L by who
    /// knows it, and as I or 1 by who only sees it.
    static func looks(of label: String) -> [String] {
        label.decomposedStringWithCompatibilityMapping.unicodeScalars.reduce([""]) { looks, scalar in
            // More than a label of four letters can have are no help.
            let readings = readings(of: scalar)
            return looks.count > 256
                ? looks.map { $0 + readings[0] } : readings.flatMap { reading in looks.map { $0 + reading } }
        }
    }

    private static func readings(of scalar: Unicode.Scalar) -> [String] {
        let capital = capital(of: scalar)
        guard let drawn = small[scalar], drawn != capital else { return [capital] }
        return [capital, drawn]
    }

    /// The Latin capital or the digit that the scalar's capital is drawn as, or that capital itself.
    private static func capital(of scalar: Unicode.Scalar) -> String {
        if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
            let digit = String(Int(value))
            return digit.unicodeScalars.first.flatMap { capitals[$0] } ?? digit
        }
        return scalar.properties.uppercaseMapping.unicodeScalars.reduce(into: "") { text, scalar in
            text += capitals[scalar] ?? String(scalar)
        }
    }

    /// Greek, Cyrillic, Armenian, Coptic, Cherokee, Lisu and Canadian capitals, and signs of East Asia.
    private static let capitals = table([
        ("A", "ΑАꓮᎪⲀᗅ"),
        ("B", "ΒВꓐᏴⲂᗷ"),
        ("C", "СꓚᏟⲤϹᑕ"),
        ("D", "ꓓᎠᗞ"),
        ("E", "ΕЕꓰᎬ"),
        ("F", "ꓝϜᖴ"),
        ("G", "ԌꓖᏀ"),
        ("H", "ΗНꓧᎻⲎᕼ"),
        ("I", "ΙІӀꓲⲒƖǀ1"),
        ("J", "ЈꓙᎫᒍͿ"),
        ("K", "ΚКꓗᏦⲔ"),
        ("L", "ꓡᏞᒪ"),
        ("M", "ΜМꓟᎷⲘϺᗰ"),
        ("N", "ΝꓠⲚ"),
        ("O", "ΟОꓳⲞՕ0"),
        ("P", "ΡРꓑᏢⲢᑭ"),
        ("Q", "Ԛ"),
        ("R", "ꓣᎡᖇ"),
        ("S", "ЅꓢᏚՏ"),
        ("T", "ΤТꓔᎢⲦ"),
        ("U", "ꓴՍᑌ"),
        ("V", "ꓦᏙᐯѴ"),
        ("W", "ԜꓪᎳᏔ"),
        ("X", "ΧХꓫⲬ"),
        ("Y", "ΥУҮꓬᎩⲨ"),
        ("Z", "ΖꓜᏃ"),
        ("Đ", "ÐƉ"),
        ("2", "Ƨ"),
        ("3", "ЗӠƷȜ"),
        ("5", "Ƽ"),
        ("8", "Ȣ"),
        ("Θ", "Ө"),
        ("Γ", "Г"),
        ("Λ", "Л"),
        ("Π", "П"),
        ("Φ", "Ф"),
        ("Ә", "Ə"),
        ("ロ", "口囗"),
        ("カ", "力"),
        ("ニ", "二"),
        ("ハ", "八"),
        ("エ", "工"),
        ("タ", "夕"),
        ("ト", "卜"),
        ("ヘ", "へ"),
        ("リ", "り"),
        ("一", "ー"),
    ])

    /// Small letters that are drawn as another letter than their capital.
    private static let small = table([
        ("I", "lıι"),
        ("V", "νѵ"),
        ("U", "υսʋ"),
        ("Y", "γуү"),
        ("N", "ηո"),
        ("W", "ωѡ"),
        ("P", "рρ"),
        ("A", "αɑ"),
        ("G", "ɡց"),
        ("H", "һհ"),
        ("O", "σօ"),
        ("Q", "ԛզգ"),
        ("D", "ԁ"),
        ("J", "ϳյ"),
        ("B", "ь"),
        ("6", "б"),
    ])

    private static func table(_ rows: [(one: String, others: String)]) -> [Unicode.Scalar: String] {
        Dictionary(
            rows.flatMap { row in row.others.unicodeScalars.map { ($0, row.one) } }, uniquingKeysWith: { one, _ in one }
        )
    }
}
