/// What many pages show and what takes long to make, made when it is first asked for. The keys are ids of the catalog, so
/// caches serve one state of it: one build.
package struct SiteCaches: Sendable {
    let languages = LanguageNames()
    let prices = PricePartsCache()
    let calendarZones = CalendarZones()
    let theaterParts = TheaterPartsCache()

    package init() {}
}
