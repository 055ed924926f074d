import Catalog
import Cinema
import Foundation

/// The programme sorted in all the ways in which pages list it.
struct Listings: Sendable {
    /// A showtime on the clocks of its theater.
    struct LocalShowing: Sendable {
        let starts: LocalTime
        let ends: LocalTime
        var day: CivilDate { starts.cinemaDay }
    }

    /// For each showtime of the programme. Those that have begun are in no list below: they keep their own page until
    /// they are over, because tickets refer to it.
    let local: [LocalShowing]
    /// The cinema day at this moment, where the cinema is.
    let today: CivilDate
    /// Showtimes of each movie, in order of start.
    let ofMovie: [[Int]]
    let ofTheater: [[Int]]
    /// The days that have showtimes, in order.
    let days: [CivilDate]
    let ofDay: [CivilDate: [Int]]
    /// Movies that have a showtime ahead, in order of title, then all others.
    let moviesShowingFirst: [Int]
    let nowShowing: [Int]
    let ofGenre: [[Int]]
    let ofPerson: [Filmography]
    let auditoriumsOfTheater: [[Int]]

    /// The movies of a person, the latest first.
    struct Filmography: Sendable {
        var actedIn: [Int] = []
        var directed: [Int] = []
        var wrote: [Int] = []
    }

    init(_ programme: Programme, now: Date) {
        let showtimes = programme.showtimes
        let ahead = showtimes.indices.filter { showtimes[$0].startsAt > now }
        local = showtimes.map { showtime in
            let zone = programme.theater(of: showtime).timeZone
            return LocalShowing(
                starts: LocalTime(showtime.startsAt, in: zone), ends: LocalTime(showtime.endsAt, in: zone))
        }
        today = LocalTime(now, in: programme.theaters.first?.timeZone ?? .gmt).cinemaDay
        ofMovie = grouped(ahead, by: { showtimes[$0].movie }, into: programme.movies.count)
        ofTheater = grouped(
            ahead, by: { programme.auditoriums[showtimes[$0].auditorium].theater },
            into: programme.theaters.count)
        let local = local
        ofDay = Dictionary(grouping: ahead) { local[$0].day }
        days = ofDay.keys.sorted()

        let ofMovie = ofMovie
        nowShowing = programme.movies.indices.filter { !ofMovie[$0].isEmpty }
        moviesShowingFirst = nowShowing + programme.movies.indices.filter { ofMovie[$0].isEmpty }
        var ofGenre = [[Int]](repeating: [], count: programme.genres.count)
        var ofPerson = [Filmography](repeating: Filmography(), count: programme.people.count)
        let latestFirst = programme.movies.indices.sorted {
            (programme.movies[$1].year ?? 0, programme.movies[$0].slug)
                < (programme.movies[$0].year ?? 0, programme.movies[$1].slug)
        }
        for index in moviesShowingFirst {
            for genre in programme.movies[index].genres { ofGenre[genre].append(index) }
        }
        for index in latestFirst {
            let movie = programme.movies[index]
            for role in movie.cast { ofPerson[role.person].actedIn.append(index) }
            for person in movie.directors { ofPerson[person].directed.append(index) }
            for person in movie.writers { ofPerson[person].wrote.append(index) }
        }
        self.ofGenre = ofGenre
        self.ofPerson = ofPerson
        auditoriumsOfTheater = grouped(
            programme.auditoriums.indices, by: { programme.auditoriums[$0].theater }, into: programme.theaters.count)
    }
}

private func grouped(_ indices: some Sequence<Int>, by key: (Int) -> Int, into count: Int) -> [[Int]] {
    indices.reduce(into: [[Int]](repeating: [], count: count)) { $0[key($1)].append($1) }
}

extension Programme {
    func theater(of showtime: Showtime) -> Theater {
        theaters[auditoriums[showtime.auditorium].theater]
    }
}
