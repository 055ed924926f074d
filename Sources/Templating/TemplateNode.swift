/// A template as it is written, before its names are looked up.
indirect enum TemplateNode: Sendable {
    case text(String)
    case variable(name: String, escaped: Bool, TagPosition)
    case section(name: String, inverted: Bool, [TemplateNode], TagPosition)
    /// Another template in this place, each of its lines indented as this one is.
    case partial(name: String, indentation: String, TagPosition)
    /// Another template, some of its blocks replaced.
    case parent(name: String, indentation: String, blocks: [String: [TemplateNode]], TagPosition)
    /// A part that a template which names this one as its parent may replace.
    case block(name: String, [TemplateNode], TagPosition)
}
