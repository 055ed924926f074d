import Catalog
import Text
import Words

// Two films may have one title and year, two theaters one name, a person and a film both: their addresses differ, and so
// do the titles of their pages.
extension Site {
    /// `Hamlet (1913)`, and `Hamlet (film)` if nobody knows the year; for the second film of that title and year
    /// `Hamlet (1913/II)`, as film databases write it.
    func fullTitle(_ movie: Movie) -> String {
        let number = Self.number(of: movie).map(Wording.roman)
        return switch (movie.year, number) {
        case (let year?, let number?): words.movies.titleAndYearAgain(movie.title, String(year), number)
        case (let year?, nil): words.movies.titleAndYear(movie.title, String(year))
        case (nil, let number?): words.movies.titleAgain(movie.title, number)
        case (nil, nil): words.movies.titleAlone(movie.title)
        }
    }

    /// A genre's page is not called as a film, a person or a theater of that name is, nor is any of them as another.
    func fullName(_ genre: Genre) -> String { words.movies.genreTitle(genre.name) }
    func fullName(_ person: Person) -> String { words.people.title(person.name) }

    /// A number at the end of a slug tells films apart only if neither the title nor the year ends with it.
    private static func number(of movie: Movie) -> Int? {
        guard let (base, number) = numbered(movie.slug) else { return nil }
        if let year = movie.year { return base == "\(year)" || base.hasSuffix("-\(year)") ? number : nil }
        return base == Slug.spell(movie.title) || base == Slugged.movie.rawValue ? number : nil
    }

    /// A theater whose city nobody knows is not called as a film or a person is.
    func title(_ theater: Theater) -> String {
        let name = fullName(theater)
        return name == theater.name ? words.theaters.title(name) : name
    }

    /// `The Corner, Lyon`; with its street if another theater had that name before.
    func fullName(_ theater: Theater) -> String {
        let isFirst = theater.slug == Slug.spell(theater.name)
        let number = isFirst ? nil : Self.numberOfNamesake(theater)
        let name = number.map { words.theaters.nameAgain(theater.name, Wording.roman($0)) } ?? theater.name
        return Wording.joined(name, isFirst ? "" : theater.street, theater.city)
    }

    private static func numberOfNamesake(_ theater: Theater) -> Int? {
        guard let (base, number) = numbered(theater.slug) else { return nil }
        return base == Slug.spell("\(theater.name) \(theater.city)") || base == Slugged.theater.rawValue ? number : nil
    }

    /// The number that was added to a slug which was taken, and what stands before it.
    private static func numbered(_ slug: String) -> (base: Substring, number: Int)? {
        guard let hyphen = slug.lastIndex(of: "-"), let number = Int(slug[slug.index(after: hyphen)...]), number > 1
        else { return nil }
        return (slug[..<hyphen], number)
    }
}
