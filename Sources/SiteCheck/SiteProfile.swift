/// What the check has to be told of a site: where it has what, and how much its pages may load. All else holds for every
/// site.
package struct SiteProfile: Sendable {
    /// Shown where there is no page; search engines do not list it.
    package let errorPage: String
    /// The first sitemap, which leads to all others.
    package let sitemap: String
    /// The file that tells hosts which headers to send.
    package let headers: String
    /// How much a first visit to the page at a path may load.
    package let budget: @Sendable (_ path: String) -> PageBudget
    /// What sort of thing a page is about, if it is about one thing. Two things of one sort may have one name, and so
    /// their pages one title.
    package let subject: @Sendable (_ path: String) -> String?
    /// What programs rely on in a JSON file; `nil` if that is not known.
    package let shape: @Sendable (_ path: String) -> JSONShape?

    /// - Parameters: paths are those of files below the site's folder, without a slash in front.
    package init(
        errorPage: String, sitemap: String, headers: String, budget: @escaping @Sendable (_ path: String) -> PageBudget,
        subject: @escaping @Sendable (_ path: String) -> String?,
        shape: @escaping @Sendable (_ path: String) -> JSONShape?
    ) {
        self.errorPage = errorPage
        self.sitemap = sitemap
        self.headers = headers
        self.budget = budget
        self.subject = subject
        self.shape = shape
    }
}

/// How much a first visit to a page may load, pictures apart.
package struct PageBudget: Sendable {
    /// In bytes, each file compressed with gzip.
    package let bytes: Int
    /// `nil` if it may make as many requests as it likes.
    package let requests: Int?

    package init(bytes: Int, requests: Int?) {
        self.bytes = bytes
        self.requests = requests
    }
}
