import Testing

/// Sends requests to the letter: a library that knows addresses would tidy them up first.
package struct SiteVisitor: Sendable {
    package let port: Int

    package init(port: Int) {
        self.port = port
    }

    /// The answer to one request, on a connection of its own.
    package func ask(
        _ target: String, method: String = "GET", _ headers: [String: String] = [:]
    ) async throws -> SiteAnswer {
        let connection = try RawConnection(port: port)
        try connection.send(method, target, headers.merging(["Connection": "close"]) { $1 })
        return try SiteAnswer(await connection.readToEnd())
    }
}

/// An answer as it came over the wire.
package struct SiteAnswer {
    package let status: Int
    package let headers: [String: String]
    package let body: String

    package init(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = try #require(text.firstRange(of: "\r\n\r\n"), "no answer: \(text)")
        let lines = text[..<head.lowerBound].split(separator: "\r\n")
        status = try #require(lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        let fields = lines.dropFirst().compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[colon...].dropFirst(2)))
        }
        headers = Dictionary(fields) { $0 + ", " + $1 }
        body = String(text[head.upperBound...])
    }

    package subscript(name: String) -> String? { headers[name] }
}
