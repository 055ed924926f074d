import HTTPTypes
import Hummingbird

/// The bytes that are sent for an address, and what there is to say about them.
struct Representation: Sendable {
    enum Content: Sendable {
        case file(ServedFile)
        case bytes([UInt8])

        var size: Int {
            switch self {
            case .file(let file): file.size
            case .bytes(let bytes): bytes.count
            }
        }
    }

    let content: Content
    let type: String
    let cacheControl: String
    /// Another for every state of the bytes: a strong entity tag.
    let tag: String
    let modified: HTTPDate
    /// How the bytes are compressed.
    var coding: ContentCoding?
    /// Whether the client could get them compressed in another way, or not at all.
    var dependsOnCoding = false

    /// What a browser that has the bytes already is told as well.
    var cacheHeaders: HTTPFields {
        var headers: HTTPFields = [
            .cacheControl: cacheControl, .eTag: tag, .lastModified: modified.description,
        ]
        if dependsOnCoding { headers[.vary] = "Accept-Encoding" }
        return headers
    }

    var headers: HTTPFields {
        var headers = cacheHeaders
        headers[.contentType] = type
        if let coding {
            headers[.contentEncoding] = coding.rawValue
        } else {
            headers[.acceptRanges] = "bytes"
        }
        return headers
    }

    func body(_ range: Range<Int>) -> ResponseBody {
        switch content {
        case .bytes(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes[range]))
        case .file(let file): ResponseBody(file, range)
        }
    }
}

extension ResponseBody {
    /// Enough to keep a connection busy, and little enough to have many of them.
    private static let chunk = 128 * 1024

    /// Part of a file, read as fast as the client takes it.
    init(_ file: ServedFile, _ range: Range<Int>) {
        self.init(contentLength: range.count) { writer in
            var rest = range
            while !rest.isEmpty {
                let bytes = try file.read(rest.prefix(Self.chunk))
                try await writer.write(ByteBuffer(bytes: bytes))
                rest = rest.dropFirst(bytes.count)
            }
            try await writer.finish(nil)
        }
    }
}
