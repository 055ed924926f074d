/// Something that is right or wrong with a page, whatever the other pages say.
protocol PageRule: Sendable {
    func check(_ page: Page, of site: Site, _ faults: inout FaultLog)
}

/// The rules, as a list to read.
enum Rules {
    static let ofPages: [any PageRule] = [
        LinkRule(), FragmentRule(), OriginRule(), InlineCodeRule(), SecurityPolicyRule(), HeadRule(), CanonicalRule(),
        HeadingRule(), LanguageRule(), ForbiddenSignRule(), DuplicateIDRule(), WeightRule(), RequestRule(),
    ]

    /// Those about several pages come when all pages have been read.
    static let ofSite: [any SiteRule] = [FragmentRule(), UniqueTextRule(), SitemapRule(), RobotsRule()]
}
