package import HTTPTypes

/// What a program may rely on when a call is refused: the `code` of a problem, with its status and its title.
///
/// All services share those of ``GeneralProblem``. A service has a table of its own besides, an enum like that one.
package protocol ProblemCode: Sendable {
    /// The `code` itself.
    var rawValue: String { get }
    var status: HTTPResponse.Status { get }
    /// For people; the same for all problems of this code.
    var title: String { get }
}
