import Foundation
import TestSupport
import Testing

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
        return ModuleBundle.bytes(of: "\(assets)/seats/page.js", in: assets).map { String(decoding: $0, as: UTF8.self) }
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
