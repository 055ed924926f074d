import Text

/// Something that search engines ask of a kind of thing, as far as a site of Marquee's tells of such things.
struct LinkedDataMember {
    let name: String
    let form: Form

    /// What its value may be; or a list of such.
    enum Form: String {
        case text = "a text"
        case number = "a number"
        case instant = "a time with its offset"
        case thing = "a thing"
        case textOrThing = "a text or a thing"

        func fits(_ node: JSONNode) -> Bool {
            if node.isEmpty { return false }
            switch self {
            // A text may also be tagged with its language.
            case .text: return node.kind == .string || node["@value"]?.kind == .string
            case .number: return node.kind == .number || node.kind == .string
            case .instant: return node.string.map(TimeText.isInstant) ?? false
            case .thing: return node.kind == .object
            case .textOrThing: return node.kind == .string || node.kind == .object
            }
        }
    }

    /// - Returns: `nil` for a kind of which nothing is asked.
    static func required(of type: String, _ node: JSONNode) -> [LinkedDataMember]? {
        let members = forms[type] ?? (type.hasSuffix("Event") ? event : nil)
        // A step on the way to a page may leave its name to the thing that it leads to.
        let isNamedElsewhere = type == "ListItem" && node["item"]?.kind == .object
        return members?.filter { !isNamedElsewhere || $0.key != "name" }.map { LinkedDataMember(name: $0, form: $1) }
    }

    private static let event: KeyValuePairs<String, Form> = [
        "name": .text, "startDate": .instant, "location": .textOrThing,
    ]

    private static let forms: [String: KeyValuePairs<String, Form>] = [
        "Movie": ["name": .text],
        "Person": ["name": .text],
        "Organization": ["name": .text],
        "MovieTheater": ["name": .text, "address": .textOrThing],
        "GeoCoordinates": ["latitude": .number, "longitude": .number],
        "BreadcrumbList": ["itemListElement": .thing],
        "ListItem": ["position": .number, "name": .text],
        "Offer": ["price": .number, "priceCurrency": .text],
        "AggregateOffer": ["lowPrice": .number, "priceCurrency": .text],
        "WebSite": ["name": .text, "url": .text],
        "SearchAction": ["target": .textOrThing],
        "EntryPoint": ["urlTemplate": .text],
    ]
}
