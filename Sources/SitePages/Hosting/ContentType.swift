/// What kind of content a file has, by its name.
package enum ContentType {
    package static let html = "text/html; charset=utf-8"
    package static let plainText = "text/plain; charset=utf-8"

    /// The value of `Content-Type`.
    package static func of(_ fileName: String) -> String {
        guard let dot = fileName.lastIndex(of: ".") else { return unknown }
        return types[fileName[fileName.index(after: dot)...].lowercased()] ?? unknown
    }

    static let unknown = "application/octet-stream"

    /// By the ending of a name, in small letters.
    static let types: [String: String] = [
        "html": html,
        "htm": html,
        "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "md": "text/markdown; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8",
        "txt": plainText,

        "atom": "application/atom+xml",
        "gz": "application/gzip",
        "json": "application/json",
        "map": "application/json",
        "pdf": "application/pdf",
        "rss": "application/rss+xml",
        "wasm": "application/wasm",
        "webmanifest": "application/manifest+json",
        "xml": "application/xml",

        "avif": "image/avif",
        "gif": "image/gif",
        "ico": "image/x-icon",
        "jpeg": "image/jpeg",
        "jpg": "image/jpeg",
        "png": "image/png",
        "svg": "image/svg+xml",
        "webp": "image/webp",

        "mp3": "audio/mpeg",
        "mp4": "video/mp4",
        "webm": "video/webm",

        "otf": "font/otf",
        "ttf": "font/ttf",
        "woff": "font/woff",
        "woff2": "font/woff2",
    ]
}
