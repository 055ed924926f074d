import Mustache
import Templating

/// A way to render pages, measured beside the others. Each page is returned in memory of its own, as the site wants it.
struct Contender {
    let name: String
    /// Renders every page, one after the other, and returns how many bytes they have together.
    let renderAll: () -> Int
    /// The page of that index.
    let render: (Int) -> [UInt8]

    static func templating(_ pages: [SamplePage]) throws -> Contender {
        let template = try TemplateLibrary(texts: PageTemplates.texts)
            .template(PageTemplates.main, SiteFrame.self, MoviePage.self)
        return Contender(
            name: "templating",
            renderAll: { pages.reduce(0) { $0 + template.render($1.frame, $1.page).count } },
            render: { template.render(pages[$0].frame, pages[$0].page) })
    }

    /// Its dictionaries are made beforehand, and count for nothing.
    static func swiftMustache(_ pages: [SamplePage]) throws -> Contender {
        let library = MustacheLibrary(
            templates: try PageTemplates.texts.mapValues { try MustacheTemplate(string: $0) })
        let dictionaries = pages.map(\.dictionary)
        func render(_ dictionary: [String: Any]) -> String {
            library.render(dictionary, withTemplate: PageTemplates.main) ?? ""
        }
        return Contender(
            name: "swift_mustache",
            renderAll: { dictionaries.reduce(0) { $0 + render($1).utf8.count } },
            render: { Array(render(dictionaries[$0]).utf8) })
    }

    static func byHand(_ pages: [SamplePage]) -> Contender {
        func render(_ sample: SamplePage) -> [UInt8] {
            var html = HandwrittenHTML()
            html.add(sample)
            return html.bytes
        }
        return Contender(
            name: "by_hand", renderAll: { pages.reduce(0) { $0 + render($1).count } }, render: { render(pages[$0]) })
    }
}
