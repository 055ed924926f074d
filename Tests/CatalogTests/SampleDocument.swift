import Testing

/// A cinema with one room, and what can be wrong with its programme.
enum SampleDocument {
    static let small = """
        marquee: 1
        name: The Corner
        currency: EUR
        ticketTypes: [{id: adult, name: Adult}, {id: child, name: Child}]
        priceCategories: [{id: standard, name: Standard}, {id: premium, name: Premium}]
        priceLists:
          - id: evening
            prices:
              adult: {standard: 12.50, premium: 15.00}
              child: 7
        theaters:
          - id: corner
            name: The Corner
            timeZone: Europe/Paris
            city: Lyon
            auditoriums:
              - name: One
                plan: |
                  A  .ss_s
                  B  pp_wc

                  C  ss
        movies:
          - id: third-man
            title: The Third Man
            year: 1949
            runtime: 104
          - id: amelie
            title: Amélie
            originalTitle: Le Fabuleux Destin d'Amélie Poulain
            year: 2001
            runtime: 122
            genres: [Comedy, Romance]
            cast:
              - {name: Audrey Tautou, character: Amélie}
              - Mathieu Kassovitz
        showtimes:
          - {movie: third-man, auditorium: One, starts: [2026-11-21 18:00, 2026-11-22 18:00]}
          - {movie: amelie, auditorium: One, starts: 2026-11-21 20:15, language: fr, subtitles: en}
        """
}

/// A document with a mistake, and what is said of it.
struct SampleProblem: Sendable, CustomTestStringConvertible {
    let name: String
    let document: String
    let problems: [String]

    var testDescription: String { name }

    private static let room = """
        marquee: 1
        theaters: [{id: t, name: T, timeZone: Europe/Paris, auditoriums: [{name: One, rows: 2, columns: 2}]}]
        movies: [{id: film, title: Film, runtime: 100}]

        """

    static let all = [
        SampleProblem(
            name: "no YAML", document: "marquee: 1\nmovies: [{title: A\n",
            problems: ["programme.yaml:3:1: this is not valid YAML: did not find expected ',' or '}'"]),
        SampleProblem(
            name: "a number that is a comment",
            document: "marquee: 1\nname: Bar #7\nmovies:\n  - title: Up  # so far\n",
            problems: [
                "programme.yaml:2:11: '#7' begins a comment, and 'Bar' is all of the value; write the value in quotes if this "
                    + "belongs to it, or a blank after the # if it does not"
            ]),
        SampleProblem(
            name: "a misspelt field", document: "marquee: 1\nmovies:\n  - titel: Metropolis\n    year: 1927",
            problems: [
                "programme.yaml:3:5: 'title' is missing",
                "programme.yaml:3:5: 'titel' is not known here; do you mean 'title'?",
            ]),
        SampleProblem(
            name: "text for a number", document: "marquee: 1\nmovies:\n  - title: A\n    runtime: long",
            problems: ["programme.yaml:4:14: 'runtime' must be a whole number from 1 to 1440, not 'long'"]),
        SampleProblem(
            name: "a sign in a seat plan",
            document: """
                marquee: 1
                layouts:
                  - id: big
                    plan: |
                      A  sss
                      B  sxs
                """,
            problems: [
                "programme.yaml:6:11: 'x' is no sign of a seat plan: s seat, p premium, w wheelchair, c companion, . or _ floor"
            ]),
        SampleProblem(
            name: "an unknown time zone",
            document: "marquee: 1\ntheaters:\n  - name: A\n    timeZone: Europe/Atlantis",
            problems: ["programme.yaml:4:15: 'Europe/Atlantis' is no IANA time zone; write one such as Europe/Paris"]),
        SampleProblem(
            name: "a movie that is not there",
            document: room + "showtimes: [{movie: flim, auditorium: One, theater: t, starts: 2026-11-21 20:00}]",
            problems: ["programme.yaml:4:21: no movie is called 'flim'; do you mean 'film'?"]),
        SampleProblem(
            name: "an auditorium that is not there",
            document: room + "showtimes: [{movie: film, auditorium: Two, theater: t, starts: 2026-11-21 20:00}]",
            problems: ["programme.yaml:4:39: that theater has no auditorium 'Two'; it has One"]),
        SampleProblem(
            name: "showtimes that overlap",
            document: room + """
                showtimes:
                  - {movie: film, auditorium: One, theater: t, starts: 2026-11-21 20:00}
                  - {movie: film, auditorium: One, theater: t, starts: 2026-11-21 21:39}
                """,
            problems: [
                "programme.yaml:6:56: this showtime overlaps 'Film', which is in the same auditorium on 2026-11-21 from 20:00 to 21:40"
            ]),
        SampleProblem(
            name: "two films in one room at one time",
            document: room + """
                showtimes:
                  - {movie: film, auditorium: One, theater: t, starts: 2026-11-21 20:00}
                  - {movie: film, auditorium: One, theater: t, starts: 2026-11-21 20:00}
                """,
            problems: [
                "programme.yaml:6:56: this showtime is in the same auditorium at the same time as the one on line 5"
            ]),
        SampleProblem(
            name: "one id for two showtimes",
            document: room + """
                showtimes:
                  - {id: a, movie: film, auditorium: One, theater: t, starts: 2026-11-21 20:00}
                  - {id: a, movie: film, auditorium: One, theater: t, starts: 2026-11-22 20:00}
                """,
            problems: ["programme.yaml:6:63: the id 'a' is given twice, first on line 5"]),
        SampleProblem(
            name: "an end that the clocks skip",
            document: room
                + "showtimes: [{movie: film, auditorium: One, theater: t, starts: 2026-03-28 23:00, ends: \"02:30\"}]",
            problems: ["programme.yaml:4:88: the clocks of Europe/Paris skip 02:30 on 2026-03-29"]),
        SampleProblem(
            name: "an end more than a day later",
            document: room
                + "showtimes: [{movie: film, auditorium: One, theater: t, starts: 2026-10-24 10:00, ends: \"10:00\"}]",
            problems: ["programme.yaml:4:88: a showtime must end after it starts, and within a day"]),
        SampleProblem(
            name: "a poster from elsewhere", document: "marquee: 1\nmovies: [{title: A, poster: //evil.example/a.png}]",
            problems: [
                "programme.yaml:2:29: 'poster' must be a file below the Public folder, such as posters/up.jpg, not '//evil.example/a.png'"
            ]),
        SampleProblem(
            name: "a room larger than any",
            document: "marquee: 1\nlayouts: [{id: a, rows: 200, columns: 200}]",
            problems: ["programme.yaml:2:11: the room has more than 5000 seats"]),
        SampleProblem(
            name: "a time that the clocks skip",
            document: room + "showtimes: [{movie: film, auditorium: One, theater: t, starts: 2026-03-29 02:30}]",
            problems: ["programme.yaml:4:64: the clocks of Europe/Paris skip 2026-03-29 02:30"]),
        SampleProblem(
            name: "a price that is no number",
            document: """
                marquee: 1
                currency: EUR
                ticketTypes: [{id: adult}]
                priceLists: [{id: a, prices: {adult: free}}]
                """,
            problems: ["programme.yaml:4:38: a price must be a number such as 12.50, this is 'free'"]),
        SampleProblem(
            name: "a table without its mapping", document: "- {title: A}",
            problems: ["programme.yaml:1:1: a catalog document must be a mapping of fields, this is a list"]),
        SampleProblem(
            name: "aliases that multiply",
            document: (1...9).reduce("marquee: 1\na0: &a0 [x, x, x, x, x, x, x, x, x]\n") { text, level in
                let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
                return text + "a\(level): &a\(level) [\(aliases)]\n"
            },
            problems: ["programme.yaml:1:1: the aliases (*) of this document multiply without end"]),
        SampleProblem(
            name: "a later version", document: "marquee: 2",
            problems: ["programme.yaml:1:10: this document is of version '2'; this Marquee reads version 1"]),
    ]
}
