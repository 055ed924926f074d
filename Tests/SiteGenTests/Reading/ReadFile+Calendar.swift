import Foundation

extension ReadFile {
    /// iCalendar as RFC 5545 has it: lines end in CR LF and have at most 75 octets; one that begins with a space goes on
    /// where the one before stopped.
    mutating func read(calendar: String) throws {
        guard calendar.hasSuffix("\r\n") else { throw ReadingError("the last line has no end") }
        let physical = calendar.components(separatedBy: "\r\n").dropLast()
        for line in physical {
            guard line.utf8.count <= 75 else { throw ReadingError("a line of \(line.utf8.count) octets: '\(line)'") }
            guard line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" }) else {
                throw ReadingError("a control character in '\(line)'")
            }
        }
        var lines: [String] = []
        for line in physical {
            // By scalars: a line may be folded before a mark, which makes one character with the space.
            let signs = line.unicodeScalars
            if !lines.isEmpty, let first = signs.first, first == " " || first == "\t" {
                lines[lines.count - 1].unicodeScalars.append(contentsOf: signs.dropFirst())
            } else {
                lines.append(line)
            }
        }
        var open: [String] = []
        for line in lines {
            let (name, value) = try Self.property(line)
            switch name {
            case "BEGIN": open.append(value)
            case "END":
                guard open.popLast() == value else { throw ReadingError("'\(line)' ends what did not begin") }
            default:
                texts.append(Self.unescaped(value))
            }
            structure.append(["BEGIN", "END"].contains(name) ? line : name)
        }
        guard open.isEmpty else { throw ReadingError("\(open) never ends") }
    }

    /// The name of a content line with the names of its parameters, and its value.
    private static func property(_ line: String) throws -> (name: String, value: String) {
        var isQuoted = false
        let colon = line.unicodeScalars.firstIndex { sign in
            if sign == "\"" { isQuoted.toggle() }
            return sign == ":" && !isQuoted
        }
        guard let colon else { throw ReadingError("'\(line)' is no content line") }
        let names = line[..<colon].split(separator: ";").map { $0.prefix { $0 != "=" } }
        guard !names.isEmpty, names.joined().allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { throw ReadingError("'\(line)' is no content line") }
        let value = line.unicodeScalars[line.unicodeScalars.index(after: colon)...]
        return (names.joined(separator: ";"), String(value))
    }

    private static func unescaped(_ value: String) -> String {
        var result = ""
        var isEscaped = false
        for sign in value.unicodeScalars {
            if isEscaped {
                result.unicodeScalars.append(sign == "n" || sign == "N" ? "\n" : sign)
            } else if sign != "\\" {
                result.unicodeScalars.append(sign)
            }
            isEscaped = sign == "\\" && !isEscaped
        }
        return result
    }
}
