import Synchronization
import Testing

@testable import Text

@Suite("The names of an object")
struct MemberNamesTests {
    /// A name that counts how often names are compared.
    private struct Name: Hashable {
        static let comparisons = Atomic(0)
        let number: Int

        static func == (one: Name, other: Name) -> Bool {
            comparisons.add(1, ordering: .relaxed)
            return one.number == other.number
        }

        func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }

    @Test("are each there once, in the object that has them and in no other")
    func scopes() {
        var names = MemberNames<Int>()
        func isNew(_ name: Int) -> Bool { names.insert(name) }
        names.beginObject()
        #expect((0..<100).allSatisfy(isNew))
        names.beginObject()
        #expect((0..<100).allSatisfy(isNew))
        #expect((0..<100).allSatisfy { !isNew($0) })
        names.endObject()
        #expect((0..<100).allSatisfy { !isNew($0) })
        #expect(isNew(100))
        names.endObject()
        names.beginObject()
        #expect(isNew(0))
    }

    @Test("are found in as many steps, however many there are")
    func steps() {
        var names = MemberNames<Name>()
        func isNew(_ name: Int) -> Bool { names.insert(Name(number: name)) }
        names.beginObject()
        let count = 100_000
        #expect((0..<count).allSatisfy(isNew))
        // A set looks at one or two names, also when it grows.
        #expect(Name.comparisons.load(ordering: .relaxed) < 20 * count)
        #expect(!isNew(0))
    }

    @Test("are told of in a text of very many, and of none where the last is there twice")
    func text() {
        let members = (0..<100_000).map { #""\#($0)":0"# }.joined(separator: ",")
        var scanner = JSONScanner()
        func isTaken(_ text: String) -> Bool {
            let bytes = Array(text.utf8)
            return (try? scanner.scan(bytes, 0..<bytes.count)) != nil
        }
        #expect(isTaken("{\(members)}"))
        #expect(!isTaken("{\(members),\"99999\":0}"))
    }
}
