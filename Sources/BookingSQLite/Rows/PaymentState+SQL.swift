import Booking

extension PaymentState {
    /// The payments that wait to be settled: `('started', 'authenticating', …)`.
    static let unfinishedList = list(\.isUnfinished)
    /// Those that a process works on, or has left behind.
    static let atWorkList = list(\.isAtWork)
    /// Those whose order has valid tickets.
    static let paidList = list { $0.orderStatus == .paid }
    /// Those that have an order.
    static let soldList = list { $0.orderStatus != nil }

    /// The states of which `isMeant` is true, as the right side of an `IN`.
    static func list(_ isMeant: (PaymentState) -> Bool) -> String {
        "(" + allCases.filter(isMeant).map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"
    }
}
