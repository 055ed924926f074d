import Templating
import Text

/// A file that the site writes unless the public folder has one of its own under that name.
package enum DefaultFile: String, CaseIterable {
    case robots = "robots.txt"
    case manifest = "site.webmanifest"

    func contents(_ site: Site, _ publicFiles: PublicFiles) -> [UInt8] {
        switch self {
        case .robots: Array("User-agent: *\nDisallow:\n\nSitemap: \(site.url.absolute(site.url.sitemap))\n".utf8)
        case .manifest: Self.manifest(site, publicFiles)
        }
    }

    private static let icons: [(file: String, sizes: String, type: String)] = [
        ("icon.svg", "any", "image/svg+xml"), ("icon-180.png", "180x180", "image/png"),
        ("icon-192.png", "192x192", "image/png"), ("icon-512.png", "512x512", "image/png"),
    ]
    /// Of the header, as `theme-color` in the layout has it.
    private static let color = "#1b1113"

    /// What a phone has to know to put the site on its home screen (W3C, Web Application Manifest).
    private static func manifest(_ site: Site, _ publicFiles: PublicFiles) -> [UInt8] {
        let assets = site.url.assets(publicFiles.assetsHash)
        return JSONWriter.object { json in
            json.member("name", site.context.name)
            json.member("short_name", Wording.excerpt(site.context.name, limit: 24))
            json.member("lang", site.context.language)
            json.member("id", site.url.home)
            json.member("start_url", site.url.home)
            json.member("scope", site.url.home)
            json.member("display", "minimal-ui")
            json.member("theme_color", Self.color)
            json.member("background_color", Self.color)
            json.member("icons", icons.filter { publicFiles.has(site.url.file("\(assets)/\($0.file)")) }) {
                json, icon in
                json.object { json in
                    json.member("src", "\(assets)/\(icon.file)")
                    json.member("sizes", icon.sizes)
                    json.member("type", icon.type)
                }
            }
        }
    }
}
