import Foundation
import TestSupport
import Testing

@testable import Templating

/// The Mustache specification's own tests. They show templates with data of any shape; here the shape is read off the
/// data first, as a model's would be off its type.
@Suite("The Mustache specification", .enabled(if: Specification.folder != nil))
struct SpecificationTests {
    /// Where Marquee's templates differ from the specification, and why.
    private static let differences: [String: Set<String>] = [
        "a name that is not there is an error when the template is loaded, not an empty text": [
            "interpolation: Basic Context Miss Interpolation",
            "interpolation: Triple Mustache Context Miss Interpolation",
            "interpolation: Ampersand Context Miss Interpolation", "interpolation: Dotted Names - Broken Chains",
            "interpolation: Dotted Names - Broken Chain Resolution", "interpolation: Dotted Names - Context Precedence",
            "interpolation: Dotted Names are never single keys", "sections: Context Misses",
            "sections: Dotted Names - Broken Chains", "inverted: Context", "inverted: List", "inverted: Context Misses",
            "inverted: Dotted Names - Broken Chains", "partials: Failed Lookup", "inheritance: Negative Sections",
        ],
        "a template may not contain itself, because pages are finite": ["partials: Recursion"],
    ]

    @Test(
        "is kept but where Marquee says otherwise",
        arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections", "inheritance"])
    func keeps(file: String) throws {
        let cases = try Specification.cases(in: file)
        #expect(cases.count > 5)
        let known = Self.differences.values.reduce(into: Set()) { $0.formUnion($1) }
        for sample in cases {
            let result = Result { try sample.render() }
            let isAsSpecified = (try? result.get()) == sample.expected
            #expect(isAsSpecified != known.contains("\(file): \(sample.name)"), "\(file): \(sample.name): \(result)")
        }
    }
}

private enum Specification {
    static let folder: URL? = Repository.sampleData.map {
        $0.deletingLastPathComponent().appending(path: "vectors/mustache")
    }

    struct File: Decodable {
        let tests: [Case]
    }

    struct Case: Decodable {
        let name: String
        let template: String
        let partials: [String: String]?
        let data: JSONValue
        let expected: String

        func render() throws -> String {
            let library = try TemplateLibrary(texts: (partials ?? [:]).merging(["page": template]) { _, page in page })
            let page = JSONModel(data)
            let template = try library.bind("page", [page.schema])
            var bytes: [UInt8] = []
            ModelAddress.withAddress(of: page) { template.render([$0], into: &bytes) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// A few tests give a bare value for the whole page, which is always a model here.
    static func cases(in file: String) throws -> [Case] {
        let json = try Data(contentsOf: #require(folder).appending(path: "\(file).json"))
        return try JSONDecoder().decode(File.self, from: json).tests.filter { $0.data.isObject }
    }
}

private indirect enum JSONValue: Decodable, Sendable {
    case null
    case flag(Bool)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .text(String(number))
        } else if let number = try? container.decode(Double.self) {
            self = .text(String(number))
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    var flag: Bool {
        if case .flag(let flag) = self { flag } else { false }
    }

    var items: [JSONValue] {
        if case .list(let items) = self { items } else { [] }
    }

    var text: String {
        switch self {
        case .text(let text): text
        case .list(let items): items.map(\.text).joined()
        default: ""
        }
    }
}

/// JSON data with the shape that it happens to have.
private struct JSONModel: TemplateModel {
    private let values: [(name: String, value: JSONValue)]

    static let fields = Fields<JSONModel>()

    init(_ value: JSONValue) {
        guard case .object(let object) = value else {
            values = []
            return
        }
        values = object.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var schema: Schema {
        Schema(fields: Dictionary(uniqueKeysWithValues: values.indices.map { (values[$0].name, content(at: $0)) }))
    }

    private func content(at index: Int) -> FieldContent {
        switch values[index].value {
        case .text, .null:
            Fields<JSONModel>.Field.text("") { $0.values[index].value.text }.content
        case .flag:
            Fields<JSONModel>.Field.flag("") { $0.values[index].value.flag }.content
        case .object(let object):
            Fields<JSONModel>.Field.object("") { JSONModel($0.values[index].value) }.content
                .shaped(as: JSONModel(.object(object)).schema)
        case .list(let items) where items.first?.isObject ?? true:
            Fields<JSONModel>.Field.list("") { $0.values[index].value.items.map { JSONModel($0) } }.content
                .shaped(as: items.first.map { JSONModel($0).schema } ?? Schema(fields: [:]))
        case .list:
            Fields<JSONModel>.Field.texts("") { $0.values[index].value.items.map(\.text) }.content
        }
    }
}

extension FieldContent {
    /// The same field, its children of a shape that their type does not tell.
    fileprivate func shaped(as schema: Schema) -> FieldContent {
        switch self {
        case .object(_, let object): .object({ schema }, object)
        case .list(_, let elements): .list({ schema }, elements)
        default: self
        }
    }
}
