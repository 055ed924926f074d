import Files
import Foundation

/// The module of a page with all that it imports, as one module.
///
/// Modules are small, one concept a file. A page of forty would be fetched six at a time, and on a slow line the plan of
/// the room would wait for seven rounds. So under the name of a module `page.js` a site serves what it imports too. Nothing
/// else is changed in it: each module becomes a function that is called once and answers with what it exports, and the
/// module of the words has those alone which stand in the bundle.
struct ModuleBundle {
    /// Part of the address of assets, because what is served under it depends on this type.
    static let version = "bundle 2"

    /// - Parameter assets: the folder that imports may not leave.
    /// - Returns: `nil` if the file is not the module of a page, or is written in a way that is not understood here: then
    ///   it is served as it is, and browsers find its imports themselves.
    static func bytes(of file: String, in assets: String, words: ScriptWords) throws -> [UInt8]? {
        guard file.hasSuffix("/page.js") else { return nil }
        var bundle = ModuleBundle(page: file, assets: assets)
        guard let entry = bundle.read(file, isEntry: true), !bundle.parts.isEmpty else { return nil }
        var parts = bundle.parts + [entry.body]
        if let number = bundle.placed[bundle.wordTable]?.number {
            parts[number] = Self.function(number, try words.bundled(words.keys(in: parts)))
        }
        return Array(parts.joined(separator: "\n").utf8)
    }

    private struct Module {
        var body = ""
        var exports: [String] = []
    }

    private struct Placed {
        let number: Int
        let exports: Set<String>
    }

    private let page: URL
    private let assets: String
    private var parts: [String] = []
    private var placed: [String: Placed] = [:]
    /// Files that are being read: one that is met again imports itself by a detour.
    private var open: Set<String> = []

    private init(page: String, assets: String) {
        self.page = URL(filePath: page).standardized
        self.assets = URL(filePath: assets).standardized.path
    }

    private mutating func read(_ file: String, isEntry: Bool) -> Module? {
        guard open.insert(file).inserted, let bytes = try? Files.read(file),
            let source = String(validating: bytes, as: UTF8.self)
        else { return nil }
        // In the bundle it would be the address of the page's module.
        if source.contains("import.meta"), !isBesidePage(file) { return nil }
        var module = Module()
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if !isEntry, Self.waits(line) { return nil }
            if line.hasPrefix("import ") {
                guard let statement = place(line, of: file) else { return nil }
                module.body += statement
            } else if line.hasPrefix("export "), !isEntry {
                guard
                    let name = line.prefixMatch(of: #/export (?:async )?(?:function|class|const) ([A-Za-z_$][\w$]*)/#)?
                        .1
                else { return nil }
                module.exports.append(String(name))
                module.body += line.dropFirst("export ".count)
            } else {
                module.body += line
            }
            module.body += "\n"
        }
        return module
    }

    /// `import { a, b as c } from "./module.js";` as a statement that takes them from the module's function.
    private mutating func place(_ line: Substring, of file: String) -> String? {
        guard let (_, names, reference) = line.wholeMatch(of: #/import \{ ([^}]+) \} from "(\.\.?\/[^"]+)";/#)?.output
        else { return nil }
        let path = URL(filePath: file).deletingLastPathComponent().appending(path: String(reference)).standardized.path
        guard path.hasPrefix(assets + "/"), let module = placed[path] ?? place(path) else { return nil }
        let bindings = names.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
        for name in bindings {
            guard let first = name.first, module.exports.contains(first), name.count == 1 || name.count == 3 else {
                return nil
            }
        }
        let list = bindings.map { $0.count == 3 ? "\($0[0]): \($0[2])" : $0[0] }.joined(separator: ", ")
        return "const { \(list) } = $\(module.number);"
    }

    /// Where imports look for the words; no file lies there.
    private var wordTable: String { "\(assets)/\(ScriptWords.table)" }

    private mutating func place(_ path: String) -> Placed? {
        if path == wordTable { return place(Module(exports: ["language", "words"]), path) }
        guard let module = read(path, isEntry: false) else { return nil }
        return place(module, path)
    }

    private mutating func place(_ module: Module, _ path: String) -> Placed {
        parts.append(
            Self.function(parts.count, "\(module.body)\nreturn { \(module.exports.joined(separator: ", ")) };"))
        let made = Placed(number: parts.count - 1, exports: Set(module.exports))
        placed[path] = made
        return made
    }

    private static func function(_ number: Int, _ body: String) -> String {
        """
        const $\(number) = (() => {
        \(body)
        })();
        """
    }

    private func isBesidePage(_ file: String) -> Bool {
        URL(filePath: file).standardized.deletingLastPathComponent() == page.deletingLastPathComponent()
    }

    /// Whether a line waits outside of any function, which only a module can.
    private static func waits(_ line: Substring) -> Bool {
        guard let first = line.first, first != " ", first != "/" else { return false }
        return line.contains("await ") && !line.contains("async ")
    }
}
