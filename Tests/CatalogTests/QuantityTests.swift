import CatalogImport
import Cinema
import Testing

@Suite("What the cells of a table say")
struct QuantityTests {
    @Test(
        "as a length of time is read in whole minutes",
        arguments: [
            ("93", 93), ("93.0", 93), ("93 min", 93), ("93min", 93), ("93 MINUTES", 93), ("93\u{A0}min.", 93),
            ("93'", 93),
            ("15 min (short)", 15), ("Length: 15 min", 15), ("10 minutes each", 10), ("24 min with intermission", 24),
            ("1 h 33 min", 93), ("1h33", 93), ("1h 33", 93), ("1 hr. 33 min.", 93), ("1 hour, 33 minutes", 93),
            ("1 hour and 33 minutes", 93), ("1:33", 93), ("01:33", 93), ("1:33:00", 93), ("1:33 h", 93), ("2h", 120),
            ("1,5 h", 90), ("1.5 h", 90), ("1.75 h", 105), ("2 Stunden", 120), ("1 Std. 33 Min.", 93),
            ("1 h 33 mn", 93),
            ("PT1H33M", 93), ("PT93M", 93), ("PT5580S", 93), ("120 seconds", 2), ("1 h 33 min (93 min)", 93),
            ("93 min (1 h 33)", 93), ("９３分", 93), ("٩٣", 93), ("1時間33分", 93), ("0 min", 0),
        ])
    func minutes(text: String, minutes: Int) {
        #expect(Minutes.read(text) == minutes)
    }

    @Test(
        "as a length of time is not read where it says none, or may mean two things",
        arguments: [
            "", "long", "1 Season", "2 Seasons", "2 x 45 min", "45 min + 45 min", "45 min, 45 min", "93 min or 105 min",
            "90-100 min", "90–100 min", "-15 min", "1:33:20", "12:30", "1:5", "1:60", "93.5", "93.5 min", "1.30 h",
            "1,250 min", ".5 h", "½ h", "1½ h", "1 h and a half", "half an hour 10 min", "an hour and 30 min",
            "90 seconds",
            "1 h 99", "1h-2h", "2 h 2 h", "93 min 4K", "93 min (2019)", "S01E05 45 min", "90 min / 8 episodes", "1e3",
            "0x5D", "<90 min", "1 day", "一時間30分", "5\u{301} min", "99999999999999999999 h", "PT", "P1D", "PT1M1H",
            "1’30", "min", "h 5",
        ])
    func noMinutes(text: String) {
        #expect(Minutes.read(text) == nil)
    }

    @Test(
        "as a year prefers the one in brackets at the end, and else is the only one",
        arguments: [
            ("1999", 1999), ("31 March 1999", 1999), ("31.03.1999", 1999), ("1999-03-31", 1999), ("12/05/1999", 1999),
            ("c. 1920", 1920), ("1999–", 1999), ("1999年", 1999), ("٢٠٠١", 2001), ("2001: A Space Odyssey (1968)", 1968),
            ("Blade 2049 (2017)", 2017), ("1408 (2007)", 2007), ("3000 (1999)", 1999), ("1917 (2019)", 2019),
            ("Metropolis [1927]", 1927), ("Dune (1984 film)", 1984), ("(500) Days of Summer (2009)", 2009),
        ])
    func years(text: String, year: Int) {
        #expect(Year.read(text) == year)
    }

    @Test(
        "as a year is not read where there is none, or a choice",
        arguments: [
            "", "soon", "Blade 2049 2017", "1999 (re-release 2010)", "1968 (director's cut 1992)", "1999 (USA 2000)",
            "1999(re-release 2010)", "2010 (orig. 1999)", "1999/2000", "(2019–2020)", "1990s", "2160p", "1,999",
            "12345", "19990331",
            "1869", "2101", "3000", "AD1999", "99",
        ])
    func noYears(text: String) {
        #expect(Year.read(text) == nil)
    }

    @Test(
        "as a whole number may have separators of thousands",
        arguments: [
            ("1250", 1250), ("1,250", 1250), ("1.250", 1250), ("1 250", 1250), ("1'250", 1250), ("1’250", 1250),
            ("1\u{A0}250", 1250), ("1\u{202F}250", 1250), ("1,250,000", 1_250_000), ("12,34,567", 1_234_567),
            ("450.0", 450), ("３００", 300), ("٣٠٠", 300), ("0", 0),
        ])
    func wholeNumbers(text: String, number: Int) {
        #expect(WholeNumber.read(text) == number)
    }

    @Test(
        "as a whole number is not read where something else is meant",
        arguments: [
            "", "-5", "+5", "450.5", "1,25", "1 25", "0,250", "1234,567", "1,250.5", "1,250,00", "1..2", "1e3", "0x10",
            "3 screens", "10-20", "999999999999", "½",
        ])
    func noWholeNumbers(text: String) {
        #expect(WholeNumber.read(text) == nil)
    }

    @Test(
        "as a first number is read as written, without zeros that say nothing",
        arguments: [
            ("4.0", "4"), ("93 min", "93"), ("-8.5", "-8.5"), ("48.8566", "48.8566"), ("0.50", "0.5"), ("007", "7"),
            ("(5 stars)", "5"), ("12A", "12"), ("12 of 20", "12"), ("0.00001", "0.00001"), ("−8.5", "-8.5"),
            ("+8.5", "8.5"),
            ("Length: 15", "15"), ("5 (10 votes)", "5"), ("33.86°", "33.86"), ("33.86N", "33.86"),
            ("€4.50", "4.5"), ("4.", "4"), ("No. 5", "5"), ("'5'", "5"), ("٤٥", "45"), ("4\u{A0}km", "4"), ("3rd", "3"),
        ])
    func firstNumbers(text: String, number: String) {
        #expect(DecimalNumber.first(in: text) == number)
    }

    @Test(
        "as a first number is not read where it is unclear where it ends",
        arguments: [
            "", "x", "1,250", "1 250", "10-20", "1e3", "2x45", "4/5", "1:33", "1.2.3", "–5", "A-5", ".5", "<5",
            "1_250", "1·250", "1٬250", "1\u{200B}250", "1\u{2060}250", "4 - 5", "4 – 5", "4 to 5", "4 or 5", "4, 5",
            "4; 5",
            "4 / 5", "4 x 5", "4 × 5", "- 4", "x - 4", "~4", "± 4", "4-", "4 -", "4+", "4±1", "4½", "4 ½", "½ 4", "4²",
            "٤٫٥", "4..5", "4 . 5", "4…5", "1e-3", "1E+3", "1.5 million", "4百", "4k", "33°51'31\"S", "33° 51'",
            "33°51.5'N", "93M", "93 m", "1 h 33", "33.86S", "33.86 s", "33.86° S", "S 33.86", "W0.12", "0.12 West",
            "0.12° O", "33.86 deg S", "5 %", "5%", "5 ‰", "(5)", "( 5 )", "(5", "1.2k",
            "5 percent", "minus 5", "moins 5", "−", "-",
        ])
    func noFirstNumbers(text: String) {
        #expect(DecimalNumber.first(in: text) == nil)
    }

    @Test(
        "as days of the week are names, ranges and lists of them",
        arguments: [
            ("mon", [0]), ("Tuesday", [1]), ("tues", [1]), ("thurs.", [3]), ("mondays", [0]),
            ("mon-fri", [0, 1, 2, 3, 4]),
            ("mon – fri", [0, 1, 2, 3, 4]), ("Mon to Wed", [0, 1, 2]), ("fri-mon", [4, 5, 6, 0]), ("sat/sun", [5, 6]),
            ("mon, tue, wed", [0, 1, 2]), ("mon, wed and fri", [0, 2, 4]), ("mon, wed, and fri", [0, 2, 4]),
            ("mon wed", [0, 2]),
            ("mon-wed, sat/sun", [0, 1, 2, 5, 6]), ("daily", [0, 1, 2, 3, 4, 5, 6]), ("weekdays", [0, 1, 2, 3, 4]),
            ("weekends", [5, 6]), ("weekends, wed", [5, 6, 2]),
        ])
    func weekdays(text: String, days: [Int]) {
        #expect(Weekdays.read(text) == .days(days))
    }

    @Test(
        "as days of the week are not read by their first letters, or with an end missing",
        arguments: [
            ("monthly", "monthly"), ("sunset", "sunset"), ("monn", "monn"), ("mo", "mo"), ("mon, thirsday", "thirsday"),
            ("mon-", "mon-"), ("-fri", "-fri"), ("mon-mon", "mon-mon"), ("mon-wed-fri", "mon-wed-fri"),
            ("mon..fri", "mon..fri"), ("mon,,tue", "mon,,tue"), ("and", "and"), ("mon and", "mon and"),
            ("mon and and tue", "mon and and tue"),
            ("and mon", "and mon"), ("", ""),
        ])
    func noWeekdays(text: String, part: String) {
        #expect(Weekdays.read(text) == .unknown(part))
    }

    @Test(
        "as a language is a code of BCP 47, in its usual letters",
        arguments: [
            ("en", "en"), ("EN-gb", "en-GB"), ("pt-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"),
            ("de-1996", "de-1996"), ("no", "no"), ("nb", "nb"), ("fil", "fil"), ("zxx", "zxx"), ("eng", "en"),
            ("ger", "de"), ("cub", "cub"), ("tl", "tl"),
        ])
    func languages(text: String, tag: String) {
        #expect(LanguageTag.read(text) == .tag(tag))
    }

    @Test(
        "as a language is not a word, a country or a yes or no",
        arguments: [
            ("english", "'en'"), ("Deutsch", "'de'"), ("français", "'fr'"), ("jp", "'ja'"), ("en_GB", "'en-GB'"),
            ("xx", "no language code"), ("none", "no language code"), ("non", "no language code"),
            ("en-", "no language code"),
            ("fr, nl", "[fr, nl]"),
        ])
    func noLanguages(text: String, advice: String) {
        guard case .problem(let message) = LanguageTag.read(text) else {
            Issue.record("'\(text)' was taken for a language")
            return
        }
        #expect(message.contains(advice))
    }

    @Test(
        "as a language is not a bare word that YAML may take for yes or no", arguments: ["no", "No", "yes", "on", "y"])
    func bareLanguages(text: String) {
        guard case .problem(let message) = LanguageTag.read(text, isBare: true) else {
            Issue.record("'\(text)' was taken for a language")
            return
        }
        #expect(message.contains("in quotes"))
    }

    @Test(
        "as a time zone is a place of the IANA database",
        arguments: [
            "Europe/Paris", "Europe/Kyiv", "Asia/Kolkata", "US/Pacific", "America/Argentina/Buenos_Aires", "UTC",
        ])
    func zones(name: String) {
        #expect(ZoneName.isPlace(name))
    }

    @Test(
        "as a time zone is not a distance, an abbreviation or a misspelt place",
        arguments: [
            ("GMT+1", "distance"), ("UTC+2", "distance"), ("+01:00", "distance"), ("Etc/GMT+1", "distance"),
            ("PST", "America/Los_Angeles"), ("EST", "America/New_York"), ("CET", "Europe/Paris"),
            ("GMT", "Europe/London"),
            ("Paris", "Europe/Paris"), ("europe/paris", "Europe/Paris"), ("Europe/Pariss", "Europe/Paris"),
            ("new york", "America/New_York"), ("Mars/Olympus", "write one"),
        ])
    func noZones(name: String, advice: String) {
        #expect(!ZoneName.isPlace(name))
        #expect(ZoneName.advice(for: name).contains(advice))
    }

    @Test(
        "as a country becomes its code of ISO 3166; names stay",
        arguments: [
            ("GB", "GB"), ("UK", "GB"), ("uk", "GB"), ("ie", "IE"), ("EL", "GR"), ("USA", "US"), ("Irland", "Irland"),
        ])
    func countries(text: String, country: String) {
        #expect(CountryCode.read(text) == .country(country))
    }

    @Test("as a country is no other code", arguments: ["XX", "ZZ", "42", "QQQ"])
    func noCountries(text: String) {
        guard case .problem = CountryCode.read(text) else {
            Issue.record("'\(text)' was taken for a country")
            return
        }
    }
}
