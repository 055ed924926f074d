import Markup

/// Reads iCalendar (RFC 5545) as lines of properties.
struct CalendarScanner {
    struct Property {
        /// In capitals, without parameters.
        let name: String
        let value: String
        let offset: Int
    }

    private(set) var properties: [Property] = []
    private(set) var faults: [ScanFault] = []

    private static let longestLine = 75

    init(_ bytes: [UInt8]) {
        var (start, unfolded, beginning) = (0, [UInt8](), 0)
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == "\n" || $0 == "\r" } ?? bytes.count
            let isBroken = bytes[end...].prefix(2).elementsEqual("\r\n".utf8)
            if !isBroken { faults.append(ScanFault(offset: end, message: "this line must end with CR and LF")) }
            let line = bytes[start..<end]
            if line.count > Self.longestLine {
                faults.append(
                    ScanFault(
                        offset: start,
                        message: "this line has \(line.count) octets; after \(Self.longestLine) it must be folded"))
            }
            if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
                unfolded += line.dropFirst()
            } else {
                add(unfolded, at: beginning)
                (unfolded, beginning) = (Array(line), start)
            }
            start = end + (isBroken ? 2 : 1)
        }
        add(unfolded, at: beginning)
    }

    private mutating func add(_ line: [UInt8], at offset: Int) {
        guard !line.isEmpty else { return }
        guard let colon = Self.endOfParameters(line), String(validating: line, as: UTF8.self) != nil else {
            faults.append(
                ScanFault(offset: offset, message: "this line is no property: a name, a colon and a value in UTF-8"))
            return
        }
        let name = line[..<(line.firstIndex(of: UInt8(ascii: ";")).map { min($0, colon) } ?? colon)]
        properties.append(
            Property(name: name.text.uppercased(), value: line[(colon + 1)...].text, offset: offset))
    }

    /// The first colon that is not in a quoted parameter.
    private static func endOfParameters(_ line: [UInt8]) -> Int? {
        var isQuoted = false
        for (index, byte) in line.enumerated() {
            if byte == "\"" { isQuoted.toggle() }
            if byte == ":", !isQuoted { return index == 0 ? nil : index }
        }
        return nil
    }
}
