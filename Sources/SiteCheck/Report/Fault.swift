import Markup

/// One thing that is wrong with a site.
package struct Fault: Sendable, CustomStringConvertible {
    /// Of the file, below the folder.
    package let path: String
    let place: Place
    package let message: String

    package var line: Int { place.line }

    package var description: String { "\(path):\(place.line):\(place.column): \(message)" }
}

/// The kinds of faults, in the order in which a report has them.
package enum FaultKind: Int, CaseIterable, Sendable {
    case unreadableFile
    case brokenLink
    case missingFragment
    case foreignOrigin
    case inlineCode
    case securityPolicy
    case forbiddenSign
    case title
    case description
    case canonical
    case heading
    case language
    case duplicateID
    case structuredData
    case json
    case xml
    case feed
    case calendar
    case sitemap
    case robots
    case weight
    case requests
}
