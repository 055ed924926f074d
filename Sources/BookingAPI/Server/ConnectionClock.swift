import NIOCore

/// Until when a connection may do what it does.
struct ConnectionClock {
    enum Delay: Hashable {
        case head
        case body
        case answer
        case idle
    }

    private let head: TimeAmount
    private let body: TimeAmount
    private let answer: TimeAmount
    private let idle: TimeAmount
    private var headDeadline: NIODeadline?
    private var bodyDeadline: NIODeadline?
    private var answerDeadline: NIODeadline?
    private var idleDeadline: NIODeadline
    /// Requests that have begun and are not answered.
    private(set) var requests = 0
    /// Where a request has begun that has not ended.
    var isReadingBody: Bool { bodyDeadline != nil }

    init(_ limits: ServerLimits, at now: NIODeadline) {
        head = TimeAmount(limits.headTimeout)
        body = TimeAmount(limits.bodyTimeout)
        answer = TimeAmount(limits.answerTimeout)
        idle = TimeAmount(limits.idleTimeout)
        idleDeadline = now + idle
    }

    /// Further bytes of a head do not give it more time.
    mutating func bytesArrived(at now: NIODeadline) {
        if bodyDeadline == nil, headDeadline == nil {
            headDeadline = now + head
        }
    }

    mutating func headArrived(at now: NIODeadline) {
        requests += 1
        headDeadline = nil
        bodyDeadline = now + body
    }

    mutating func requestEnded(at now: NIODeadline) {
        bodyDeadline = nil
        idleDeadline = now + idle
    }

    mutating func answerBegan(at now: NIODeadline) {
        answerDeadline = now + answer
    }

    mutating func answerEnded(at now: NIODeadline) {
        requests = max(0, requests - 1)
        answerDeadline = nil
        if headDeadline != nil { headDeadline = now + head }
        idleDeadline = now + idle
    }

    /// What takes too long. To think about an answer may take as long as it does, and meanwhile nobody reads what follows.
    func overdue(at now: NIODeadline) -> Delay? {
        if let answerDeadline, answerDeadline <= now { return .answer }
        if let bodyDeadline, bodyDeadline <= now { return .body }
        if requests == 0, let headDeadline, headDeadline <= now { return .head }
        let isIdle = requests == 0 && bodyDeadline == nil && headDeadline == nil
        return isIdle && idleDeadline <= now ? .idle : nil
    }
}
