import Pictures
import Testing

@Suite("Drawings that are more than pictures")
struct ActiveContentTests {
    private static func svg(_ inside: String, _ attributes: String = "") -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 2 3" \(attributes)>
        \(inside)
        </svg>
        """
    }

    private func content(_ text: String) -> ActiveContent? { ActiveContent(in: Array(text.utf8)) }

    @Test(
        "are refused",
        arguments: [
            "<script>alert(1)</script>", "<script href='x.js'/>", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
            "<g onload='alert(1)'/>", "<g ONCLICK='x'/>", "<set attributeName='x' onbegin='alert(1)'/>",
            "<foreignObject><p/></foreignObject>", "<a href='javascript:alert(1)'><path/></a>",
            "<a xlink:href='&#106;ava&#x0A;script:alert(1)'/>", "<a href=' JaVaScRiPt:alert(1)'/>",
            "<a href='https://evil.example'/>", "<a href='//evil.example'/>", "<a href='other.html'/>",
            "<a href='data:text/html,x'/>", "<image href='https://evil.example/a.png'/>",
            "<image href='data:image/svg+xml;base64,AAAA'/>", "<use href='data:image/svg+xml,x#y'/>",
            "<use xlink:href='other.svg#a'/>", "<feImage href='http://evil.example/'/>",
            "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='x'/>", "<b xmlns='http://www.w3.org/1999/xhtml'/>",
            "<iframe/>", "<embed/>", "<object/>", "<video/>", "<audio/>", "<handler/>", "<listener/>",
            "<animate attributeName='href' values='#a;#b'/>", "<set attributeName='xlink:href' to='#x'/>",
            "<animate attributeName='x' values='0;javascript:alert(1)'/>", "<set attributeName='onload' to='x'/>",
            "<style>@import 'https://evil.example/a.css';</style>", "<style>@IMPORT url(#x);</style>",
            "<style>a{fill:url(https://evil.example/)}</style>", "<style>a{fill:URL( \"//evil.example\" )}</style>",
            "<style>a{fill:u\\72l(https://evil.example)}</style>", "<style><![CDATA[@import 'a.css';]]></style>",
            "<style>a{mask:image-set('https://evil.example' 1x)}</style>", "<g style='fill:url(a.svg#b)'/>",
            "<g style='background:\\75rl(x)'/>", "<rect fill='url(https://evil.example#a)'/>",
            "<rect filter='url(other.svg#f)'/>", "<g xml:base='https://evil.example/'><use href='#a'/></g>",
            "<a href='#a' ping='https://evil.example'/>", "<link rel='stylesheet' href='x.css'/>",
            "<style>a{fill:url(data:image/png;base64,AA)}</style>", "<g style='behavior:url(#x)'/>",
            "<rect cursor='url(x.cur)'/>",
        ])
    func refused(inside: String) {
        #expect(content(Self.svg(inside))?.line == 2, "\(inside)")
    }

    @Test("are refused for what stands around them")
    func around() {
        let plain = Self.svg("<path d='M0 0'/>")
        for text in [
            "<!DOCTYPE svg SYSTEM 'https://evil.example/a.dtd'>" + plain,
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"https://evil.example/a.dtd\">" + plain,
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/a.dtd\">" + plain,
            "<!DOCTYPE svg []>" + plain, "<!DOCTYPE svg [<!ENTITY x '<script/>'>]>" + Self.svg("&x;"),
            "<?xml-stylesheet href='a.css'?>" + plain, "<?xml version='1.0' encoding='UTF-7'?>" + plain,
            "<?xml version='1.0' encoding='utf-16'?>" + plain, Self.svg("", "onload='alert(1)'"),
            "<html xmlns='http://www.w3.org/1999/xhtml'/>", "<html/>", "", "no drawing", Self.svg("<g>"),
            plain + "<b/>",
            Self.svg("&nbsp;"), Self.svg("<g a='1' a='2'/>"),
        ] {
            #expect(content(text) != nil, "\(text)")
        }
        #expect(ActiveContent(in: [0x1F, 0x8B, 8, 0])?.fault.contains("compressed") == true)
        #expect(ActiveContent(in: [0xFE, 0xFF] + Array(plain.utf8))?.fault.contains("UTF-8") == true)
        #expect(ActiveContent(in: Array(plain.utf8) + [0xFF]) != nil)
    }

    @Test("are no pictures to a browser without the name of their language")
    func namespace() {
        for text in [
            "<svg/>", "\n<svg xmlns=''/>", "<svg xmlns:svg='http://www.w3.org/2000/svg'/>", "<s:svg/>",
            "<s:svg xmlns='http://www.w3.org/2000/svg'/>", "<svg xmlns='http://www.w3.org/2000/SVG'/>",
        ] {
            #expect(content(text)?.fault.contains("needs xmlns") == true, "\(text)")
        }
        #expect(content("\n <svg/>")?.column == 2)
        #expect(content("<s:svg xmlns:s='http://www.w3.org/2000/svg'/>") == nil)
    }

    @Test("pictures are let through, as programs write them")
    func pictures() {
        let parts = [
            "<path d='M0 0L1 1' fill='#fff'/>", "<rect fill='url(#g)' filter='url( \"#f\" )'/>",
            "<use xlink:href='#a'/>",
            "<linearGradient id='g'><stop offset='0'/></linearGradient>", "<text>on load: 5 &lt; 6 &#169;</text>",
            "<style>.a{fill:url(#g);stroke:#000} @media print{.a{fill:none}}</style>",
            "<title>javascript: a film</title>",
            "<image href='data:image/png;base64,iVBORw0KGgo='/>", "<a href='#a'><path/></a>",
            "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
            "<sodipodi:namedview xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' pagecolor='#fff'/>",
            "<animate attributeName='opacity' values='0;1'/>", "<g style='opacity:.5'/>", "<!-- <script> -->",
            "<text font-family=\"'C:\\fonts'\">x</text>",
        ]
        for part in parts {
            #expect(content(Self.svg(part)) == nil, "\(part): \(content(Self.svg(part))?.fault ?? "")")
        }
        let type = "\"-//W3C//DTD SVG 1.1//EN\"\n \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\""
        #expect(content("<!DOCTYPE svg PUBLIC \(type)>" + Self.svg("")) == nil)
        #expect(content("<!DOCTYPE svg>" + Self.svg("")) == nil)
        #expect(content("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n" + Self.svg("")) == nil)
    }
}
