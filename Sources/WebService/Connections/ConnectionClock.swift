import NIOCore

/// Until when a connection may do what it does.
struct ConnectionClock {
    enum Delay: Hashable {
        case head
        case body
        case answer
        case idle
        /// The server ends, and has waited as long as it will.
        case stop
    }

    private let head: TimeAmount
    private let body: TimeAmount
    private let answer: TimeAmount
    private let idle: TimeAmount
    private let shutdown: TimeAmount
    private var headDeadline: NIODeadline?
    private var bodyDeadline: NIODeadline?
    private var stopDeadline: NIODeadline?
    private var taking: Taking?
    private var restsSince: NIODeadline
    private var hasSpoken = false
    /// Requests that have begun and are not answered.
    private(set) var requests = 0
    /// Where a request has begun that has not ended.
    var isReadingBody: Bool { bodyDeadline != nil }

    /// What waited for the client at one moment, and until when it has to be taken.
    private struct Taking {
        let bytes: Int
        let deadline: NIODeadline
    }

    init(_ limits: ServerLimits, at now: NIODeadline) {
        head = TimeAmount(limits.headTimeout)
        body = TimeAmount(limits.bodyTimeout)
        answer = TimeAmount(limits.answerTimeout)
        idle = TimeAmount(limits.idleTimeout)
        shutdown = TimeAmount(limits.shutdownTimeout)
        restsSince = now
    }

    /// Further bytes of a head do not give it more time.
    mutating func bytesArrived(at now: NIODeadline) {
        hasSpoken = true
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
        restsSince = now
    }

    /// Only from here does what follows count as late: while others are answered, nobody reads it.
    mutating func answerEnded(at now: NIODeadline) {
        requests = max(0, requests - 1)
        if headDeadline != nil { headDeadline = now + head }
        if requests > 0, bodyDeadline != nil { bodyDeadline = now + body }
        restsSince = now
    }

    /// What waits now has to be taken in time, however much is written behind it.
    ///
    /// - Parameters:
    ///   - waiting: bytes that the client has not taken.
    ///   - written: bytes that were written since the connection began, those among them.
    mutating func bytesWait(_ waiting: Int, of written: Int, at now: NIODeadline) {
        if waiting == 0 {
            taking = nil
        } else if taking.map({ written - waiting >= $0.bytes }) ?? true {
            taking = Taking(bytes: written, deadline: now + answer)
        }
    }

    mutating func stop(at now: NIODeadline) {
        stopDeadline = stopDeadline ?? now + shutdown
    }

    /// Since when nothing has been under way; `nil` if something is.
    var idleSince: NIODeadline? {
        requests == 0 && bodyDeadline == nil && headDeadline == nil && taking == nil ? restsSince : nil
    }

    /// What takes too long. The making of an answer has no limit here.
    func overdue(at now: NIODeadline) -> Delay? {
        if let stopDeadline, stopDeadline <= now { return .stop }
        if let taking, taking.deadline <= now { return .answer }
        if requests <= 1, let bodyDeadline, bodyDeadline <= now { return .body }
        if requests == 0, let headDeadline, headDeadline <= now { return .head }
        // A first byte has no more time than the head that it begins.
        let rest = hasSpoken ? idle : min(head, idle)
        return idleSince.map { $0 + rest <= now } ?? false ? .idle : nil
    }
}
