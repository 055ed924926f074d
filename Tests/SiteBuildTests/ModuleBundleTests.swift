import Foundation
import TestSupport
import Testing
import Words

@testable import SiteBuild

@Suite("Modules of a page")
struct ModuleBundleTests {
    /// - Parameter files: below the folder of assets.
    /// - Returns: what is served as `seats/page.js`; `nil` if it is served as it is.
    private func bundle(_ files: [String: String]) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bundle-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: "assets/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let assets = folder.appending(path: "assets").path
        let bytes = try ModuleBundle.bytes(
            of: "\(assets)/seats/page.js", in: assets, words: ScriptWords(words: .house()))
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("have the words that they say, and no others")
    func words() throws {
        let made = try #require(
            try bundle([
                "seats/page.js": """
                import { say } from "../words.js";
                say("seats.hold.paid");
                """,
                "words.js": """
                import { language, words } from "./words-table.js";
                export function say(key) { return words[key]; }
                """,
            ]))
        #expect(
            made.hasPrefix(
                """
                const $0 = (() => {
                return { language: "en", words: {"seats.hold.paid":"Your seats are paid."} };
                })();
                const $1 = (() => {
                const { language, words } = $0;
                """))
    }

    @Test("are one file, each module once and before those that import it")
    func order() throws {
        let made = try #require(
            try bundle([
                "seats/page.js": """
                import { one } from "./one.js";
                import { two as second } from "../booking/two.js";
                await one(second);
                """,
                "seats/one.js": """
                import { two } from "../booking/two.js";
                export async function one() { await two; }
                """,
                "booking/two.js": "export const two = 2;\nexport class Three {}",
            ]))
        #expect(
            made == """
                const $0 = (() => {
                const two = 2;
                class Three {}

                return { two, Three };
                })();
                const $1 = (() => {
                const { two } = $0;
                async function one() { await two; }

                return { one };
                })();
                const { one } = $1;
                const { two: second } = $0;
                await one(second);

                """)
    }

    @Test(
        "are served as they are where they are written in another way",
        arguments: [
            ["seats/page.js": "await 1;"],
            ["seats/page.js": "import { a } from './a.js';", "seats/a.js": "export const a = 1;"],
            ["seats/page.js": "import a from \"./a.js\";", "seats/a.js": "export default 1;"],
            ["seats/page.js": "import { a } from \"./a.js\";"],
            ["seats/page.js": "import { a } from \"./a.js\";", "seats/a.js": "export const b = 1;"],
            ["seats/page.js": "import { a } from \"./a.js\";", "seats/a.js": "export let a = 1;"],
            ["seats/page.js": "import { a } from \"./a.js\";", "seats/a.js": "export const a = await 1;"],
            ["seats/page.js": "import { a } from \"./a.js\";", "seats/a.js": "import { a } from \"./a.js\";"],
            ["seats/page.js": "import { a } from \"https://elsewhere.example/a.js\";"],
            ["seats/page.js": "import { a } from \"../../a.js\";", "../a.js": "export const a = 1;"],
            ["seats/page.js": "import { a } from \"../b/a.js\";", "b/a.js": "export const a = import.meta.url;"],
        ])
    func others(files: [String: String]) throws {
        #expect(try bundle(files) == nil)
    }
}
