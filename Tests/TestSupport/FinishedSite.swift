/// A few files that are a site to whoever serves them.
package enum FinishedSite {
    package static let page = "<!DOCTYPE html><title>Up</title><body><p>Up, 2009</p></body></html>\n"
    package static let missing = "<!DOCTYPE html><title>Not found</title><body><p>Not here</p></body></html>\n"

    /// A folder that has the site in `dist`, and what nobody may see in it and beside it.
    package static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(page, to: "dist/index.html")
        try folder.write(page, to: "dist/movies/up-2009/index.html")
        try folder.write(missing, to: "dist/404.html")
        try folder.write("0123456789", to: "dist/digits.txt")
        try folder.write("secret", to: "dist/.marquee")
        try folder.write("secret", to: "secret.txt")
        return folder
    }
}
