/// RFC 3492: letters of any script as letters, digits and hyphens.
enum Punycode {
    private static let (base, least, most, skew, damp) = (36, 1, 26, 38, 700)

    /// - Parameter text: in small letters, without `xn--`.
    /// - Returns: `nil` if nothing is written so.
    static func decoded(_ text: Substring) -> String? {
        let bytes = Array(text.utf8)
        let delimiter = bytes.lastIndex(of: UInt8(ascii: "-"))
        var scalars = bytes[..<(delimiter ?? 0)].map { UnicodeScalar($0) }
        var (code, place, bias) = (128, 0, 72)
        var rest = bytes[(delimiter.map { $0 + 1 } ?? 0)...]
        while !rest.isEmpty {
            let before = place
            guard let distance = takeNumber(&rest, bias: bias) else { return nil }
            let count = scalars.count + 1
            let (sum, isTooLarge) = place.addingReportingOverflow(distance)
            guard !isTooLarge else { return nil }
            bias = adapted(sum - before, count: count, isFirst: before == 0)
            code += sum / count
            place = sum % count
            guard let value = UInt32(exactly: code), let scalar = UnicodeScalar(value) else { return nil }
            scalars.insert(scalar, at: place)
            place += 1
        }
        var decoded = ""
        decoded.unicodeScalars.append(contentsOf: scalars)
        return decoded
    }

    private static func takeNumber(_ rest: inout ArraySlice<UInt8>, bias: Int) -> Int? {
        var (number, weight, step) = (0, 1, base)
        while let byte = rest.popFirst() {
            guard let digit = digit(byte) else { return nil }
            let (part, isPartTooLarge) = digit.multipliedReportingOverflow(by: weight)
            let (sum, isSumTooLarge) = number.addingReportingOverflow(part)
            guard !isPartTooLarge, !isSumTooLarge else { return nil }
            number = sum
            let threshold = min(max(step - bias, least), most)
            if digit < threshold { return number }
            let (next, isTooLarge) = weight.multipliedReportingOverflow(by: base - threshold)
            guard !isTooLarge else { return nil }
            (weight, step) = (next, step + base)
        }
        return nil
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
        default: nil
        }
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var steps = 0
        while delta > (base - least) * most / 2 {
            delta /= base - least
            steps += base
        }
        return steps + (base - least + 1) * delta / (delta + skew)
    }
}
