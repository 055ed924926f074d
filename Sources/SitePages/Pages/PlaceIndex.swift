import Catalog
import Templating

/// A page of a list of theaters that is in order of place, by the places with which it begins and ends.
struct PlaceRange: TemplateModel {
    let first: String
    let last: String
    let href: String
    let isCurrent: Bool

    static let fields = Fields<PlaceRange>(
        .text("first", \.first),
        .text("last", \.last),
        .text("href", \.href),
        .flag("isCurrent", \.isCurrent)
    )
}

extension Site {
    /// Which page of a list has which places; none if there is one page only.
    func placeIndex(of list: String, _ pages: [ArraySlice<Theater>], current: Int) -> [PlaceRange] {
        guard pages.count > 1 else { return [] }
        func place(_ theater: Theater?) -> String {
            theater.map { $0.city.isEmpty ? $0.name : $0.city } ?? ""
        }
        return pages.enumerated().map { index, theaters in
            PlaceRange(
                first: place(theaters.first), last: place(theaters.last), href: SiteURL.page(index + 1, of: list),
                isCurrent: index + 1 == current)
        }
    }
}
