import Testing

@testable import LiveChannel

@Suite("Where a watcher stands")
struct LivePositionTests {
    @Test("each version is heard once, and in order")
    func steps() {
        var position = LivePosition.at(3)
        #expect(position.heard([2, 3]) == [])
        #expect(position.heard([3, 4, 5]) == [4, 5])
        #expect(position.heard([5, 6]) == [6])
        #expect(position == .at(6))
    }

    @Test("a version that is missing asks for a snapshot, and until that is there nothing is heard")
    func gap() {
        var position = LivePosition.at(3)
        #expect(position.heard([4, 6]) == nil)
        #expect(position == .waiting)
        #expect(position.heard([7]) == [])
    }
}

extension LivePosition {
    /// - Returns: `nil` if a snapshot is asked for.
    fileprivate mutating func heard(_ versions: [Int]) -> [Int]? {
        let messages = versions.map { LiveMessage(of: Topic("a"), version: $0, "") }
        switch step(messages[...]) {
        case .nothing: return []
        case .send(let messages): return messages.map(\.version)
        case .ask: return nil
        }
    }
}
