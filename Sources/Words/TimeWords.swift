package import Cinema

/// How days and times are said in words: on pages and in their titles, on tickets, in calendars.
///
/// A showing after midnight is listed under the evening before (``LocalTime/cinemaDay``). A bare day beside its time
/// could be taken for either, so both days are said; the last one is always the calendar's.
package final class TimeWords: Sendable {
    private let weekdays: [String]
    private let shortWeekdays: [String]
    private let months: [String]
    private let shortMonths: [String]
    private let today, tomorrow: String
    private let dateOfYear, shortDay: Phrase<(String, String, String)>
    private let fullDay, shortDayOfYear: Phrase<(String, String, String, String)>
    private let night: Phrase<(String, String, String)>
    private let nightOverMonths: Phrase<(String, String, String, String)>
    private let nightOverYears: Phrase<(String, String, String, String, String)>
    private let nightTo: Phrase<(String, String, String)>
    private let dayAndTime: Phrase<(String, String)>
    private let onMoment, onNight: Phrase<String>
    private let minutes, hours: Phrase<String>
    private let hoursAndMinutes: Phrase<(String, String)>

    package init(_ words: inout WordReader) {
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        weekdays = days.map { words.text("time.weekdays.\($0)") }
        shortWeekdays = days.map { words.text("time.shortWeekdays.\($0)") }
        months = names.map { words.text("time.months.\($0)") }
        shortMonths = names.map { words.text("time.shortMonths.\($0)") }
        today = words.text("time.today")
        tomorrow = words.text("time.tomorrow")
        dateOfYear = words.phrase("time.date", "day", "month", "year")
        fullDay = words.phrase("time.day", "weekday", "day", "month", "year")
        shortDay = words.phrase("time.shortDay", "weekday", "day", "month")
        shortDayOfYear = words.phrase("time.shortDayOfYear", "weekday", "day", "month", "year")
        night = words.phrase("time.night", "weekday", "day", "date")
        nightOverMonths = words.phrase("time.nightOverMonths", "weekday", "day", "month", "date")
        nightOverYears = words.phrase("time.nightOverYears", "weekday", "day", "month", "year", "date")
        nightTo = words.phrase("time.nightTo", "weekday", "day", "month")
        dayAndTime = words.phrase("time.moment", "day", "time")
        onMoment = words.phrase("time.onMoment", "moment")
        onNight = words.phrase("time.onNight", "moment")
        minutes = words.phrase("time.minutes", "minutes")
        hours = words.phrase("time.hours", "hours")
        hoursAndMinutes = words.phrase("time.hoursAndMinutes", "hours", "minutes")
    }

    /// `2 September 1949`
    package func date(_ day: CivilDate) -> String {
        dateOfYear(String(day.day), months[day.month - 1], String(day.year))
    }

    /// `Saturday 21 November 2026`. Always with its year: programmes reach far ahead, and pages and calendars are kept.
    package func day(_ day: CivilDate) -> String {
        fullDay(weekdays[day.weekday], String(day.day), months[day.month - 1], String(day.year))
    }

    /// `Saturday 12 December 2026`; from midnight to the end of the cinema day
    /// `night of Saturday 12 to Sunday 13 December 2026`
    package func day(of time: LocalTime) -> String {
        let (evening, date) = (time.cinemaDay, time.date)
        let end = day(date)
        guard evening != date else { return end }
        let (weekday, number, month) = (weekdays[evening.weekday], String(evening.day), months[evening.month - 1])
        guard evening.year == date.year else {
            return nightOverYears(weekday, number, month, String(evening.year), end)
        }
        return evening.month == date.month ? night(weekday, number, end) : nightOverMonths(weekday, number, month, end)
    }

    /// `Saturday 12 December 2026, 20:30`, `night of Saturday 12 to Sunday 13 December 2026, 00:30`
    package func moment(_ time: LocalTime) -> String { dayAndTime(day(of: time), time.clock) }

    /// The same within a sentence: `on Saturday 12 December 2026, 20:30`, `on the night of Saturday 12 to …`
    package func onMoment(_ time: LocalTime) -> String {
        time.isAfterMidnight ? onNight(moment(time)) : onMoment(moment(time))
    }

    /// What a time needs beside it where it stands below its cinema day: `night to Sunday 13 December`, else nothing.
    package func night(of time: LocalTime) -> String {
        guard time.isAfterMidnight else { return "" }
        return nightTo(weekdays[time.date.weekday], String(time.date.day), months[time.date.month - 1])
    }

    /// `Today`, `Tomorrow`, `Mon 23 Nov`; with its year where that could be another's, `Mon 22 Nov 2027`
    package func shortDay(_ day: CivilDate, today: CivilDate) -> String {
        let (weekday, number, month) = (shortWeekdays[day.weekday], String(day.day), shortMonths[day.month - 1])
        return switch day.daysSinceEpoch - today.daysSinceEpoch {
        case 0: self.today
        case 1: tomorrow
        case ..<Self.daysWithoutYear: shortDay(weekday, number, month)
        default: shortDayOfYear(weekday, number, month, String(day.year))
        }
    }

    /// Nearer than this, a day and its month need no year.
    private static let daysWithoutYear = 180

    /// `1 h 42 min`
    package func length(minutes count: Int) -> String {
        switch (count / 60, count % 60) {
        case (0, let rest): minutes(String(rest))
        case (let whole, 0): hours(String(whole))
        case (let whole, let rest): hoursAndMinutes(String(whole), String(rest))
        }
    }
}
