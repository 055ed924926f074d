import Markup
import Text

/// An address on a page, as it is meant.
struct Link {
    let kind: LinkKind
    let address: ByteText
    /// Where it stands in the file.
    let offset: Int
    var destination = Destination.none

    /// What stands behind the `#`; `nil` if there is nothing, or what a page need not have: the top, or a piece of text.
    var fragment: ByteText? {
        guard let hash = address.firstIndex(of: UInt8(ascii: "#")) else { return nil }
        let fragment = address[(hash + 1)...]
        if fragment.isEmpty || fragment.matches("top") || fragment.begins(with: ":~:") { return nil }
        return fragment.contains(UInt8(ascii: "%")) ? ArraySlice(PercentEncoding.decode(fragment)) : fragment
    }
}

/// What an address on a page is for.
enum LinkKind {
    case page
    case form
    case frame
    case object
    case styleSheet
    case script
    /// A module that is loaded because another one will need it.
    case announcedModule
    case picture
    case font
    case media
    case manifest
    case canonical
    /// `<link>` with any other relation.
    case relation

    /// In a message: `the script '…'`.
    var noun: String {
        switch self {
        case .page, .relation: "link"
        case .form: "form"
        case .frame: "frame"
        case .object: "object"
        case .styleSheet: "style sheet"
        case .script: "script"
        case .announcedModule: "module"
        case .picture: "picture"
        case .font: "font"
        case .media: "media file"
        case .manifest: "manifest"
        case .canonical: "canonical address"
        }
    }

    /// The directive of a content security policy that says from where it may be loaded; `nil` if the page does not
    /// load it.
    var directive: String? {
        switch self {
        case .styleSheet: "style-src"
        case .script, .announcedModule: "script-src"
        case .picture: "img-src"
        case .font: "font-src"
        case .media: "media-src"
        case .frame: "frame-src"
        case .object: "object-src"
        case .manifest: "manifest-src"
        case .page, .form, .canonical, .relation: nil
        }
    }

    /// Whether a browser fetches it before the page is complete, pictures and the like apart.
    var isWaitedFor: Bool { self == .styleSheet || self == .script || self == .announcedModule }
}
