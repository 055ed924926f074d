import Markup
import StrictJSON

/// JSON-LD names what search engines ask of an event and of a film (schema.org).
enum LinkedDataRule {
    private static let context = "https://schema.org"

    static func check(_ root: JSONNode, _ document: Document, _ faults: inout FaultLog) {
        for node in root.elements where node.kind == .object {
            let context = node["@context"]?.string.map { $0.text } ?? ""
            let withoutSlash = context.hasSuffix("/") ? String(context.dropLast()) : context
            guard withoutSlash == Self.context || node["@context"]?.kind == .object else {
                faults.add(
                    .structuredData, document, at: node.offset,
                    "the structured data must name its \"@context\": \"\(Self.context)\"")
                continue
            }
        }
        walk(root, document, &faults)
    }

    private static func walk(_ node: JSONNode, _ document: Document, _ faults: inout FaultLog) {
        switch node.kind {
        case .array: for element in node.elements { walk(element, document, &faults) }
        case .object:
            let members = node.members
            checkMembers(of: node, members, document, &faults)
            for member in members { walk(member.value, document, &faults) }
        case .name, .string, .number, .word: break
        }
    }

    private static func checkMembers(
        of node: JSONNode, _ members: [(name: String, value: JSONNode)], _ document: Document, _ faults: inout FaultLog
    ) {
        let types = (node["@type"]?.elements ?? []).compactMap(\.string?.text)
        // One with an "@id" alone stands for what is told elsewhere.
        let isReference = members.allSatisfy { $0.name == "@id" || $0.name == "@type" } && node["@id"] != nil
        guard !isReference, let type = types.first(where: { $0.hasSuffix("Event") || $0 == "Movie" }) else { return }
        let required = type == "Movie" ? ["name"] : ["name", "startDate", "location"]
        for name in required where members.first(where: { $0.name == name })?.value.isEmpty ?? true {
            faults.add(
                .structuredData, document, at: node.offset,
                "this \(type) has no '\(name)', which search engines ask for")
        }
        if type != "Movie", let date = node["startDate"], let text = date.string, !TimeText.isInstant(text) {
            faults.add(
                .structuredData, document, at: date.offset,
                "the startDate '\(text.text)' must be a time with its offset, such as 2026-11-21T20:30:00+01:00")
        }
    }
}

extension JSONNode {
    fileprivate var isEmpty: Bool { string?.isEmpty ?? false }
}
