import Testing
import Words

@testable import SiteBuild

@Suite("Words that scripts say")
struct ScriptWordsTests {
    private func words() throws -> ScriptWords {
        ScriptWords(
            words: try WordTable(
                "a:\n  \"on\": On\n  off: Off {time}\n  count:\n    one: \"{count} seat\"\n    other: \"{count} seats\"",
                language: "en", file: "words/en.yaml"))
    }

    @Test("are those whose keys stand in them")
    func keys() throws {
        #expect(
            try words().keys(in: [#"say("a.on")"#, #"const ends = { over: "a.off" };"#, #"say("b.on")"#]) == [
                "a.off", "a.on",
            ])
    }

    @Test("are a module, with the forms of those that depend on a number")
    func module() throws {
        #expect(
            try words().module(["a.count", "a.off"]) == """
                export const language = "en";
                export const words = {"a.count":{"one":"{count} seat","other":"{count} seats"},"a.off":"Off {time}"};

                """)
    }

    @Test(
        "have to be in the table; else the build says where they are said",
        arguments: [
            (#"say("a.of")"#, "1:6"), ("const a = 1;\nsay(\"a.on\"); sayAround(\"a.of\")", "2:25"),
        ])
    func missing(_ script: String, _ place: String) throws {
        let error = #expect(throws: BuildError.self) { try words().require(in: script, "assets/page.js") }
        #expect(
            error?.description
                == "assets/page.js:\(place): there is no word 'a.of'; do you mean 'a.off'? in words/en.yaml")
    }
}
