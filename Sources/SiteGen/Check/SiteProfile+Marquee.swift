import SiteCheck
import SitePages

extension SiteProfile {
    /// What the check has to know of a site that `sitegen build` has made.
    static let marquee = SiteProfile(
        errorPage: SitePaths.notFound, sitemap: SitePaths.sitemap, headers: HeadersFile.name,
        budget: { path in
            // The page to choose seats on is a program; those of the programme are for a quick look on a cheap phone.
            let isShowtime = SitePaths.isShowtime(path)
            return PageBudget(
                bytes: isShowtime ? 65_000 : 45_000,
                requests: isShowtime || SitePaths.booking.contains(path) ? nil : 5)
        },
        subject: { SitePaths.folderOfSubject(path: $0) },
        shape: { DataShapes.shape(of: $0) })
}
