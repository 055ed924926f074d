// What each model stands for, for those who write templates: `docs/templates.md` and `sitegen templates` say it.
// The model of a page says it itself.

// MARK: Every page

extension Frame { static let meaning = "What every page has." }
extension SiteContext { static let meaning = "The site: its name and its main addresses." }
extension PageContext { static let meaning = "What the page says of itself." }

// MARK: Parts of pages

extension Link { static let meaning = "A name that leads somewhere." }
extension PosterPart { static let meaning = "A picture of a film; its size in pixels may be unknown." }
extension MovieCard { static let meaning = "A film in a list." }
extension MovieFacts { static let meaning = "All that is known of a film." }
extension MovieFacts.CastMember { static let meaning = "Who plays, and whom." }
extension MovieShowings { static let meaning = "A film with some of its showings." }
extension MoviePage.Day { static let meaning = "The film's showings of one day." }
extension MoviePage.TheaterShowings { static let meaning = "The film's showings of that day in one theater." }
extension ShowingPart { static let meaning = "One showing." }
extension DayLink { static let meaning = "A cinema day: it ends at six in the morning." }
extension DayChoice { static let meaning = "A cinema day to choose." }
extension FurtherDays { static let meaning = "The days that the page has no room for." }
extension NeighbourDays { static let meaning = "The days before and after that have pages too." }
extension DayPage.Place { static let meaning = "A theater, and its page of that day." }
extension PlaceRange { static let meaning = "A page of a list of theaters, by its first and its last place." }
extension PersonPage.CreditedFilm { static let meaning = "A film, and what the person did for it." }
extension DayPage.TheaterDay { static let meaning = "What is on in one theater on that day." }
extension Pagination { static let meaning = "The way through a list that is too long for one page." }
extension Pagination.Page { static let meaning = "One page of the list." }
extension TheatersPage.Item { static let meaning = "A theater in a list." }
extension TheaterFacts { static let meaning = "All that is known of a theater." }
extension TheaterFacts.Room { static let meaning = "One auditorium." }
extension TheaterPage.Day { static let meaning = "What is on there on one day." }
extension ShowtimePage.PriceRow { static let meaning = "What one ticket type costs in each price category." }
extension ShowtimePage.Room { static let meaning = "The room in words and as a drawing." }
extension ShowtimePage.Room.Row { static let meaning = "One row of seats." }
extension ShowtimePage.Place { static let meaning = "Where the theater is." }
extension SearchedGenre { static let meaning = "A genre to choose, and the number that the search's files name it by." }
extension Choice { static let meaning = "A word to choose, as a visitor reads it and as the address has it." }
extension SharedImage { static let meaning = "A picture that stands beside a link to the page where people share it." }
