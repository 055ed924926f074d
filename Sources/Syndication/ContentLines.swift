import Cinema

/// The lines of a calendar (RFC 5545, section 3.1): at most 75 octets each, and CRLF after each.
struct ContentLines {
    private(set) var bytes: [UInt8] = []

    private static let longest = 75

    /// A line that is known to be short.
    mutating func plain(_ line: StaticString) {
        line.withUTF8Buffer { bytes.append(contentsOf: $0) }
        endLine()
    }

    mutating func append(_ lines: [UInt8]) { bytes.append(contentsOf: lines) }

    /// - Parameter name: with its parameters, if it has any.
    mutating func line(_ name: StaticString, _ value: (inout [UInt8]) -> Void) {
        let start = bytes.count
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: ":"))
        value(&bytes)
        fold(from: start)
        endLine()
    }

    /// A value of the type TEXT; none if it is empty.
    mutating func text(_ name: StaticString, _ text: String) {
        guard !text.isEmpty else { return }
        line(name) { $0.append(escaping: text) }
    }

    /// A value that is no text, such as an address. Control characters are left out: they could end the line.
    mutating func property(_ name: StaticString, _ value: String) {
        line(name) { $0.append(contentsOf: value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }) }
    }

    /// When something begins or ends, on the clocks of a zone.
    mutating func time(_ name: StaticString, _ time: LocalTime, in zone: CalendarZone) {
        guard !zone.isRepeated(time) else { return instant(name, time.secondsSinceEpoch) }
        let start = bytes.count
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: ";TZID=".utf8)
        bytes.append(contentsOf: zone.identifier.utf8)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(local: time)
        fold(from: start)
        endLine()
    }

    /// - Parameter seconds: since 1970.
    mutating func instant(_ name: StaticString, _ seconds: Int) {
        line(name) { bytes in
            bytes.append(local: LocalTime(secondsSinceEpoch: seconds, offset: 0))
            bytes.append(UInt8(ascii: "Z"))
        }
    }

    /// Cuts the line into several, each but the first after a space, and none inside a character.
    private mutating func fold(from start: Int) {
        guard bytes.count - start > Self.longest else { return }
        var rest = Array(bytes[start...])[...]
        bytes.removeSubrange(start...)
        var room = Self.longest
        while rest.count > room {
            var end = rest.startIndex + room
            while rest[end] & 0xC0 == 0x80 { end -= 1 }
            bytes.append(contentsOf: rest[..<end])
            endLine()
            bytes.append(UInt8(ascii: " "))
            rest = rest[end...]
            room = Self.longest - 1
        }
        bytes.append(contentsOf: rest)
    }

    private mutating func endLine() {
        bytes.append(0x0D)
        bytes.append(0x0A)
    }
}

extension [UInt8] {
    /// What has a meaning in a TEXT is escaped; a line break stays one, and other control characters are left out.
    mutating func append(escaping text: String) {
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
                append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x0A where last == 0x0D: break
            case 0x0A, 0x0D: append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case 0x09: append(UInt8(ascii: " "))
            case 0..<0x20, 0x7F: break
            default: append(byte)
            }
            last = byte
        }
    }

    /// `20261121T203000`
    mutating func append(local time: LocalTime) {
        append(time.date.year, digits: 4)
        append(time.date.month, digits: 2)
        append(time.date.day, digits: 2)
        append(UInt8(ascii: "T"))
        append(time.hour, digits: 2)
        append(time.minute, digits: 2)
        append(time.second, digits: 2)
    }

    /// `+0100`, and `-001730` where clocks once went by the sun.
    mutating func append(offset seconds: Int) {
        let distance = abs(seconds)
        append(UInt8(ascii: seconds < 0 ? "-" : "+"))
        append(distance / 3_600, digits: 2)
        append(distance % 3_600 / 60, digits: 2)
        if distance % 60 != 0 { append(distance % 60, digits: 2) }
    }

    /// The last so many digits of a number.
    private mutating func append(_ number: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
