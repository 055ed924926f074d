import Cinema
import Testing

@testable import Syndication

@Suite("A calendar")
struct CalendarTests {
    private let paris = CalendarZone(
        identifier: "Europe/Paris", offset: 3_600, isDaylightSaving: false,
        changes: [
            .init(instant: 1_774_746_000, before: 3_600, after: 7_200, isDaylightSaving: true),
            .init(instant: 1_792_890_000, before: 7_200, after: 3_600, isDaylightSaving: false),
        ])

    private func event(
        summary: String = "Amélie", description: String = "", starts: Int = 1_795_280_400, offset: Int = 3_600,
        history: CalendarEvent.History = .init(announced: 1_790_000_000, changed: 1_790_000_000),
        isCancelled: Bool = false
    ) -> CalendarEvent {
        CalendarEvent(
            uid: "showtime-a@corner.example", history: history,
            starts: LocalTime(secondsSinceEpoch: starts, offset: offset),
            ends: LocalTime(secondsSinceEpoch: starts + 6_000, offset: offset), summary: summary,
            place: .init(name: "The Corner, Salle 1", latitude: 45.767, longitude: -0.00005),
            description: description, address: "https://corner.example/showtimes/a/", isCancelled: isCancelled)
    }

    private func file(_ event: CalendarEvent) -> String {
        var calendar = ICalendar()
        calendar.add(event, in: paris)
        return String(decoding: calendar.file, as: UTF8.self)
    }

    /// The lines of a file as a calendar program reads them: unfolded.
    private func lines(_ file: String) -> [String] {
        file.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("tells what, where and when, in lines that end in CRLF")
    func event() {
        let file = file(event())
        #expect(file.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
        #expect(file.utf8.filter { $0 == 0x0A }.count == file.utf8.filter { $0 == 0x0D }.count)
        let lines = lines(file)
        #expect(
            lines.suffix(13)
                == [
                    "BEGIN:VEVENT", "UID:showtime-a@corner.example", "DTSTAMP:20260921T141320Z",
                    "LAST-MODIFIED:20260921T141320Z", "SEQUENCE:0", "DTSTART;TZID=Europe/Paris:20261121T180000",
                    "DTEND;TZID=Europe/Paris:20261121T194000", "SUMMARY:Amélie", "LOCATION:The Corner\\, Salle 1",
                    "GEO:45.767000;-0.000050", "URL:https://corner.example/showtimes/a/", "STATUS:CONFIRMED",
                    "END:VEVENT",
                    "END:VCALENDAR",
                ].suffix(13))
        #expect(lines.contains("TZID:Europe/Paris"))
        #expect(lines.filter { $0 == "BEGIN:VTIMEZONE" }.count == 1)
    }

    @Test("has no line above 75 octets, and cuts none inside a character")
    func folding() {
        for length in 60...90 {
            let summary = String(repeating: "x", count: length) + String(repeating: "é映🎬", count: 60)
            let file = file(event(summary: summary))
            for line in file.split(separator: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
            #expect(lines(file).contains("SUMMARY:\(summary)"))
            #expect(!file.contains("\u{FFFD}"))
        }
    }

    @Test("folds a line as soon as it has 76 octets")
    func limit() {
        let prefix = "SUMMARY:".utf8.count
        #expect(file(event(summary: String(repeating: "x", count: 75 - prefix))).contains("x\r\nLOCATION"))
        #expect(file(event(summary: String(repeating: "x", count: 76 - prefix))).contains("x\r\n x\r\nLOCATION"))
    }

    @Test("lets text mean itself: commas, semicolons, backslashes, line breaks")
    func escaping() {
        let lines = lines(file(event(summary: "a,b;c\\d\ne\r\nf\rg\th", description: "\u{0}\u{1B}x\u{7F}")))
        #expect(lines.contains("SUMMARY:a\\,b\\;c\\\\d\\ne\\nf\\ng h"))
        #expect(lines.contains("DESCRIPTION:x"))
    }

    @Test("is not ended by a text that tries to")
    func injection() {
        let lines = lines(file(event(summary: "x\r\nEND:VEVENT\r\nBEGIN:VEVENT")))
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 1)
        #expect(lines.filter { $0 == "END:VEVENT" }.count == 1)
    }

    @Test("shows each change of the clocks, by the clock that was in use before it")
    func zone() {
        let lines = lines(file(event()))
        let begin = lines.firstIndex(of: "BEGIN:VTIMEZONE") ?? 0
        #expect(
            lines[begin..<begin + 18] == [
                "BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:STANDARD", "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20260329T020000",
                "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20261025T030000",
                "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
            ])
    }

    @Test("gives a time that clocks show twice as what it is the second time, and as local time the first")
    func repeatedHour() {
        let first = file(event(starts: 1_792_890_000 - 1_800, offset: 7_200))
        #expect(first.contains("DTSTART;TZID=Europe/Paris:20261025T023000\r\n"))
        let second = file(event(starts: 1_792_890_000 + 1_800, offset: 3_600))
        #expect(second.contains("DTSTART:20261025T013000Z\r\n"))
        #expect(second.contains("DTEND;TZID=Europe/Paris:20261025T041000\r\n"))
    }

    @Test("numbers an event higher after each change, and says that it is cancelled")
    func changed() {
        let lines = lines(
            file(event(history: .init(announced: 1_790_000_000, changed: 1_790_000_090), isCancelled: true)))
        #expect(lines.contains("SEQUENCE:90"))
        #expect(lines.contains("DTSTAMP:20260921T141450Z"))
        #expect(lines.contains("STATUS:CANCELLED"))
    }

    @Test("to subscribe to has a name, and says how often to look")
    func subscription() {
        let lines = lines(String(decoding: ICalendar(name: "Films, and more").file, as: UTF8.self))
        #expect(lines.contains("X-WR-CALNAME:Films\\, and more"))
        #expect(lines.contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H"))
    }

    @Test(
        "writes offsets that are no whole hours", arguments: [(-12_600, "-0330"), (20_700, "+0545"), (561, "+000921")])
    func offsets(seconds: Int, text: String) {
        var bytes: [UInt8] = []
        bytes.append(offset: seconds)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}
