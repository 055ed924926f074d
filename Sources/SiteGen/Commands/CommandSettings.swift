import Settings

/// The settings of all commands, each with its name, its default and its meaning.
enum CommandSettings {
    static let catalog = Setting("catalog", default: "catalog.sqlite", "The catalog's file.")
    static let output = Setting("output", default: "dist", "The folder of the finished site.")
    static let now = Setting("now", defaultInWords: "the clock", "Takes this instant (RFC 3339) for now.")
    static let templates = Setting("templates", default: "Templates", "The folder of the templates.")
    static let publicFolder = Setting("public", default: "Public", "The folder of files that are served as they are.")
    static let posters = Setting(
        "posters", defaultInWords: "the folder of public files",
        "The folder of the pictures that films name as their posters.")
    static let baseURL = Setting("base-url", default: "http://localhost:8080", "The site's own address.")
    static let apiURL = Setting("api-url", default: "http://localhost:8081", "The address of the booking API.")

    // MARK: Of single commands

    static let host = Setting("host", default: "127.0.0.1", "The address to listen on.")
    static let port = NumberSetting(
        "port", in: 0...65_535, default: 8080, "The port to listen on; 0 takes any that is free.")
    static let servedURL = baseURL.meaning(
        "The address that the site was built for; its path, if it has one, is where the site is shown.")
    static let checkedURL = baseURL.meaning(
        "The site's own address.", defaultInWords: "that which the home page gives")

    static let all = [catalog, output, now, templates, publicFolder, posters, baseURL, apiURL, host, port.setting]
}
