import Foundation
import Yams

/// What openapi.yaml says: for each call, which statuses there are and of which media types.
struct Documentation: Sendable {
    /// `GET /v1/holds/{id}` → 200 → its media types.
    let calls: [String: [Int: [String]]]
    let problemCodes: [String]

    static let shared = Documentation(
        yaml: (try? String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../../openapi.yaml").standardized, encoding: .utf8)) ?? "")

    private init(yaml: String) {
        let document = (try? Yams.load(yaml: yaml) as? [String: Any]) ?? [:]
        func resolved(_ value: Any?) -> [String: Any] {
            let node = value as? [String: Any] ?? [:]
            guard let reference = node["$ref"] as? String else { return node }
            return reference.split(separator: "/").dropFirst().reduce(document) { node, key in
                node[String(key)] as? [String: Any] ?? [:]
            }
        }
        var calls: [String: [Int: [String]]] = [:]
        for (path, methods) in document["paths"] as? [String: [String: Any]] ?? [:] {
            for (method, operation) in methods {
                let responses = (operation as? [String: Any])?["responses"] as? [String: Any] ?? [:]
                for (status, response) in responses {
                    let types = (resolved(response)["content"] as? [String: Any] ?? [:]).keys.sorted()
                    calls["\(method.uppercased()) \(path)", default: [:]][Int(status) ?? 0] = types
                }
            }
        }
        self.calls = calls
        let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any]
        let problem = (schemas?["Problem"] as? [String: Any])?["properties"] as? [String: Any]
        problemCodes = (problem?["code"] as? [String: Any])?["enum"] as? [String] ?? []
    }

    /// - Returns: what about an answer is not documented, or `nil`.
    func flaw(of status: Int, _ type: String?, to method: String, _ path: String) -> String? {
        let method = method == "HEAD" ? "GET" : method
        let path = String(path.prefix { $0 != "?" })
        guard let call = calls.keys.filter({ Self.matches($0, "\(method) \(path)") }).max(by: { $0.count < $1.count })
        else {
            // What the document says of all other paths and methods.
            return [204, 404, 405].contains(status) ? nil : "\(status) for \(method) \(path) is not documented"
        }
        guard let types = calls[call]?[status] else { return "\(status) for \(call) is not documented" }
        let media = type.map { String($0.prefix { $0 != ";" }) }
        guard media.map(types.contains) ?? types.isEmpty else {
            return "\(media ?? "no content") as \(status) for \(call) is not documented"
        }
        return nil
    }

    private static func matches(_ pattern: String, _ call: String) -> Bool {
        let (pattern, call) = (pattern.split(separator: "/"), call.split(separator: "/"))
        return pattern.count == call.count
            && zip(pattern, call).allSatisfy { part, given in
                guard part.hasPrefix("{") else { return part == given }
                return part.hasSuffix("}") ? !given.contains(".") : given.hasSuffix(part.drop { $0 != "." })
            }
    }
}
