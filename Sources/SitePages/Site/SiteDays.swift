package import Catalog
package import Cinema

/// The cinema days that the pages of a site name.
package struct SiteDays: Sendable {
    /// The day at this moment, where the cinema is.
    package let today: CivilDate
    /// The days that have showtimes ahead, in order.
    package let ahead: [CivilDate]

    package init(_ reader: ProgrammeReader) throws {
        today = try reader.today()
        ahead = try reader.days()
    }
}
