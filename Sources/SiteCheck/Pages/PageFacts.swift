import Markup

/// What a page says of itself, as far as a rule asks for it.
struct PageFacts {
    var links: [Link] = []
    var ids: [Found] = []
    var title: Found?
    var description: Found?
    /// Of `<html>`; its text is empty if it names no language.
    var language: Found?
    var canonicals: [Link] = []
    /// Where each `<h1>` begins.
    var headings: [Int] = []
    /// Of the first `<base>`.
    var base: ByteText?
    /// The content security policy that stands in the page.
    var policy: Found?
    /// Whether it asks search engines not to list it.
    var isHidden = false
    /// Code and styles that stand in the page itself: what they are, and where.
    var inlineCode: [(what: String, offset: Int)] = []
    var data: [DataBlock] = []

    struct Found {
        let text: ByteText
        let offset: Int
    }

    /// JSON in a `<script>`.
    struct DataBlock {
        let range: Range<Int>
        let isLinkedData: Bool
    }
}
