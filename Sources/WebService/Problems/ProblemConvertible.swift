/// An error that says itself what a client is answered. So each service has a table of its own, from its errors to problems.
package protocol ProblemConvertible: Error {
    var problem: Problem { get }
    /// Whether the log knows of it already, from where it happened.
    var isLogged: Bool { get }
}

extension ProblemConvertible {
    package var isLogged: Bool { false }
}

extension Problem: ProblemConvertible {
    package var problem: Problem { self }
    /// Whoever refuses a call in so many words has said what there is to say.
    package var isLogged: Bool { true }
}
