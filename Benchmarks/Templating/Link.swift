import Templating

/// A name that leads somewhere.
struct Link: TemplateModel {
    let name: String
    let href: String

    static let fields = Fields<Link>(.text("name", \.name), .text("href", \.href))
}
