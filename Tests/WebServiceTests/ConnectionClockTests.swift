import NIOCore
import Testing

@testable import WebService

@Suite("How long a connection may take")
struct ConnectionClockTests {
    private static let start = NIODeadline.now()
    private var clock = ConnectionClock(ServerLimits(), at: start)

    private func at(_ seconds: Int64) -> NIODeadline { Self.start + .seconds(seconds) }

    @Test("a head has ten seconds from its first byte, however many follow")
    mutating func head() {
        clock.bytesArrived(at: at(50))
        clock.bytesArrived(at: at(59))
        #expect(clock.overdue(at: at(59)) == nil && clock.overdue(at: at(60)) == .head)
    }

    @Test("a body has twenty seconds from the end of the head")
    mutating func body() {
        clock.bytesArrived(at: at(0))
        clock.headArrived(at: at(5))
        clock.bytesArrived(at: at(24))
        #expect(clock.overdue(at: at(24)) == nil && clock.overdue(at: at(25)) == .body)
    }

    @Test("to think has no limit; to take what waits has, whatever is written behind it")
    mutating func answer() {
        clock.headArrived(at: at(0))
        clock.requestEnded(at: at(1))
        clock.bytesWait(0, of: 0, at: at(1000))
        #expect(clock.overdue(at: at(1000)) == nil)
        for second in Int64(1000)...1029 {
            // A thousand bytes more each second, of which one is taken.
            let seconds = Int(second) - 1000
            clock.bytesWait(5000 + 999 * seconds, of: 5000 + 1000 * seconds, at: at(second))
            #expect(clock.overdue(at: at(second)) == nil)
        }
        #expect(clock.overdue(at: at(1030)) == .answer)
    }

    @Test("who takes answers as they come may take any number of them")
    mutating func manyAnswers() {
        for second in Int64(0)...1000 {
            let seconds = Int(second)
            // What is written in a second is taken within 25.
            clock.bytesWait(25_000, of: 25_000 + 1000 * seconds, at: at(second))
            #expect(clock.overdue(at: at(second)) == nil)
        }
        clock.bytesWait(0, of: 1_025_000, at: at(1001))
        #expect(clock.idleSince != nil)
    }

    @Test("the body of a further request has its time from the answer to the one before")
    mutating func furtherBody() {
        clock.headArrived(at: at(0))
        clock.requestEnded(at: at(0))
        clock.headArrived(at: at(1))
        #expect(clock.overdue(at: at(100)) == nil)
        clock.answerEnded(at: at(100))
        #expect(clock.overdue(at: at(119)) == nil && clock.overdue(at: at(120)) == .body)
    }

    @Test("after it was told to stop, a connection has eight seconds for what it has begun, however often it is told")
    mutating func stop() {
        clock.headArrived(at: at(0))
        clock.requestEnded(at: at(0))
        clock.stop(at: at(10))
        clock.stop(at: at(17))
        #expect(clock.overdue(at: at(17)) == nil && clock.overdue(at: at(18)) == .stop)
    }

    @Test("the head of a further request has its time from the answer to the one before")
    mutating func furtherHead() {
        clock.headArrived(at: at(0))
        clock.requestEnded(at: at(0))
        clock.bytesArrived(at: at(1))
        #expect(clock.overdue(at: at(20)) == nil)
        clock.answerEnded(at: at(20))
        #expect(clock.overdue(at: at(29)) == nil && clock.overdue(at: at(30)) == .head)
    }

    @Test("a connection may rest for a minute, once it has said something")
    mutating func idle() {
        #expect(clock.overdue(at: at(9)) == nil && clock.overdue(at: at(10)) == .idle)
        clock.bytesArrived(at: at(9))
        clock.headArrived(at: at(9))
        clock.requestEnded(at: at(9))
        #expect(clock.idleSince == nil)
        clock.answerEnded(at: at(70))
        #expect(clock.idleSince == at(70))
        #expect(clock.overdue(at: at(129)) == nil && clock.overdue(at: at(130)) == .idle)
    }
}
