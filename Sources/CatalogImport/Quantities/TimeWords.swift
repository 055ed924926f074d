/// The words of lengths of time, in the languages of tables that cinemas have, in small letters.
enum TimeWords {
    enum Unit { case hours, minutes, seconds }

    static let units: [String: Unit] = {
        let words: [(unit: Unit, words: String)] = [
            (
                .hours,
                """
                h hr hrs hour hours std stunde stunden heure heures ora ore hora horas uur timme timmar timer tunti \
                tuntia godz ч час часа часов 時間 小时 小時 시간
                """
            ),
            (
                .minutes,
                """
                m mn min mins minute minutes minuten minuto minutos minuti minut minuter minutter minuut minuuttia perc \
                мин минут 分 分钟 分鐘 분
                """
            ),
            (
                .seconds,
                """
                s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos secondi 秒 초
                """
            ),
        ]
        var units: [String: Unit] = [:]
        for (unit, words) in words {
            for word in words.split(separator: " ") { units[String(word)] = unit }
        }
        return units
    }()

    /// Words between the parts of one length: `1 h and 33 min`.
    static let joints: Set<String> = ["and", "und", "et", "y", "e", "en", "och", "og", "i"]

    /// Words that change what the numbers beside them mean, so that a text with one of them is not understood.
    static let misleading: Set<String> = [
        "half", "quarter", "quarters", "halb", "halbe", "anderthalb", "viertel", "demi", "demie", "quart", "media",
        "mezza", "minus", "less", "plus", "times", "x", "and", "or", "to", "bis", "day", "days",
    ]
}
