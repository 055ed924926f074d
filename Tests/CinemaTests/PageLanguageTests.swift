import Cinema
import Testing

@Suite("The language of a page")
struct PageLanguageTests {
    @Test(
        "it is what BCP 47 has a form for, in its usual letters",
        arguments: [
            ("de", "de"), ("PT-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"),
            ("sl-Rozaj-1994", "sl-rozaj-1994"),
        ])
    func known(text: String, tag: String) {
        #expect(PageLanguage(text)?.tag == tag)
    }

    @Test(
        "all else is none",
        arguments: [
            "", "-", "d", "deutsch", "de_DE", "de-", "de--DE", "dé", "de DE", "en-a",
            String(repeating: "en-abcde", count: 9),
        ])
    func unknown(text: String) {
        #expect(PageLanguage(text) == nil)
    }
}
