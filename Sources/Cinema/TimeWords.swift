/// How days and times are said in words: on pages and in their titles, on tickets, in calendars.
///
/// A showing after midnight is listed under the evening before (``LocalTime/cinemaDay``). A bare day beside its time
/// could be taken for either, so both days are said; the last one is always the calendar's.
package enum TimeWords {
    package static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    package static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `Saturday 21 November 2026`. Always with its year: programmes reach far ahead, and pages and calendars are kept.
    package static func day(_ day: CivilDate) -> String {
        "\(dayAndMonth(day)) \(day.year)"
    }

    /// `Saturday 12 December 2026`; from midnight to the end of the cinema day
    /// `night of Saturday 12 to Sunday 13 December 2026`
    package static func day(of time: LocalTime) -> String {
        let (evening, date) = (time.cinemaDay, time.date)
        guard evening != date else { return day(date) }
        let month = evening.month == date.month ? "" : " \(months[evening.month - 1])"
        let year = evening.year == date.year ? "" : " \(evening.year)"
        return "night of \(weekdays[evening.weekday]) \(evening.day)\(month)\(year) to \(day(date))"
    }

    /// `Saturday 12 December 2026, 20:30`, `night of Saturday 12 to Sunday 13 December 2026, 00:30`
    package static func moment(_ time: LocalTime) -> String {
        "\(day(of: time)), \(time.clock)"
    }

    /// The same within a sentence: `on Saturday 12 December 2026, 20:30`, `on the night of Saturday 12 to …`
    package static func onMoment(_ time: LocalTime) -> String {
        "on \(time.isAfterMidnight ? "the " : "")\(moment(time))"
    }

    /// What a time needs beside it where it stands below its cinema day: `night to Sunday 13 December`, else nothing.
    package static func night(of time: LocalTime) -> String {
        time.isAfterMidnight ? "night to \(dayAndMonth(time.date))" : ""
    }

    private static func dayAndMonth(_ day: CivilDate) -> String {
        "\(weekdays[day.weekday]) \(day.day) \(months[day.month - 1])"
    }
}
