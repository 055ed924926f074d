import Markup
import Text

/// JSON-LD says of each thing what it is, and names what search engines ask of it (schema.org).
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
            for thing in (node["@graph"] ?? node).elements { checkType(of: thing, document, &faults) }
        }
        walk(root, document, &faults)
    }

    /// What a search engine is told first it has to know the kind of.
    private static func checkType(of thing: JSONNode, _ document: Document, _ faults: inout FaultLog) {
        guard thing.kind == .object else {
            faults.add(
                .structuredData, document, at: thing.offset,
                "the structured data must tell of things, and this is \(thing.sort)")
            return
        }
        guard !isReference(thing), types(of: thing).isEmpty else { return }
        faults.add(
            .structuredData, document, at: thing.offset,
            "this thing has no '@type' that says what it is, which search engines ask for")
    }

    private static func types(of node: JSONNode) -> [String] {
        (node["@type"]?.elements ?? []).compactMap(\.string?.text).filter { !$0.isEmpty }
    }

    /// One with an "@id" alone stands for what is told elsewhere.
    private static func isReference(_ node: JSONNode) -> Bool {
        node["@id"] != nil && node.members.allSatisfy { $0.name == "@id" || $0.name == "@type" }
    }

    private static func walk(_ node: JSONNode, _ document: Document, _ faults: inout FaultLog) {
        switch node.kind {
        case .array: for element in node.elements { walk(element, document, &faults) }
        case .object:
            checkMembers(of: node, document, &faults)
            for member in node.members { walk(member.value, document, &faults) }
        case .name, .string, .number, .word: break
        }
    }

    private static func checkMembers(of node: JSONNode, _ document: Document, _ faults: inout FaultLog) {
        guard !isReference(node) else { return }
        for type in types(of: node) {
            guard let required = LinkedDataMember.required(of: type, node) else { continue }
            for member in required { check(member, of: type, node, document, &faults) }
            return
        }
    }

    private static func check(
        _ member: LinkedDataMember, of type: String, _ node: JSONNode, _ document: Document, _ faults: inout FaultLog
    ) {
        guard let value = node[member.name], !value.isEmpty else {
            faults.add(
                .structuredData, document, at: node.offset,
                "this \(type) has no '\(member.name)', which search engines ask for")
            return
        }
        guard let wrong = value.elements.first(where: { !member.form.fits($0) }) else { return }
        if member.form == .instant, let text = wrong.string {
            faults.add(
                .structuredData, document, at: wrong.offset,
                "the \(member.name) '\(text.text)' must be a time with its offset, such as 2026-11-21T20:30:00+01:00")
        } else {
            faults.add(
                .structuredData, document, at: wrong.offset,
                "the '\(member.name)' of this \(type) must be \(member.form.rawValue), and is \(wrong.sort)")
        }
    }
}
