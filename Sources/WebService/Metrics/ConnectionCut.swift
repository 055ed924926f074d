/// Why a connection was closed to keep within the limits.
enum ConnectionCut: String, CaseIterable {
    /// The client had as many as one may have.
    case clientLimit = "client_limit"
    /// All were taken, and it was idle longest.
    case idleLongest = "idle_longest"
    /// An answer was not taken in time.
    case answerNotTaken = "answer_not_taken"
}
