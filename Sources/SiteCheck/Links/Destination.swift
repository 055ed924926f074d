/// Where a link leads.
enum Destination: Hashable {
    /// To a file of the site.
    case file(Int)
    /// Into the site, but no file is there.
    case missing(path: String)
    /// To a path of the same host that is not below the site's own.
    case outside
    /// To another origin.
    case elsewhere(origin: String)
    /// To code instead of an address.
    case script
    /// To no page: mail, a telephone, data.
    case none

    var file: Int? {
        if case .file(let number) = self { number } else { nil }
    }
}
