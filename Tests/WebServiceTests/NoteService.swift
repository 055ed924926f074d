import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Idempotency
import Logging
import Synchronization
import WebService

/// A second service on one page: it keeps notes.
struct NoteService {
    let configuration: WebConfiguration
    let notes = Notes()

    func application(logger: Logger) -> some ApplicationProtocol {
        let server = WebServer(configuration, logger: logger)
        server.metrics.registry.ask { [notes] in [.gauge("marquee_notes", "Notes that are kept.", notes.count)] }
        let repeatable = RepeatableCalls(store: notes, secret: SymmetricKey(size: .bits256))
        var routes = RouteTable()
        routes.on(.get, "/v1/notes") { [notes] _, _ in
            Response(try Answer(status: .ok, json: notes.all))
        }
        routes.on(.get, "/v1/notes/{id}") { [notes] _, context in
            Response(try Answer(status: .ok, json: try notes.note(context.pathID)))
        }
        routes.on(.post, "/v1/notes") { [notes] request, context in
            let body = try await JSONBody.collect(request, context)
            let text = try JSONBody.decode(String.self, from: body)
            let created = { (id: Int) in try Answer(status: .created, json: id) }
            return try await repeatable.answer(request, body, replay: { id, _ in try created(id) }) { answering in
                try created(try notes.add(text, answering))
            }
        }
        StatusRoutes(metrics: server.metrics) { [notes] in try notes.requireRoom() }.add(to: &routes)
        return server.application(routes)
    }
}

/// Why notes are refused, besides what every service refuses.
enum NoteProblem: String, ProblemCode, CaseIterable {
    case unknownNote = "unknown_note"

    var status: HTTPResponse.Status { .notFound }
    var title: String { "There is no such note" }
}

enum NoteError: Error, ProblemConvertible {
    case unknownNote
    case full

    var problem: Problem {
        switch self {
        case .unknownNote: Problem(NoteProblem.unknownNote, "no note has this id")
        case .full: .later(.serviceUnavailable, "there is no room for more notes", retryAfter: 60)
        }
    }
}

/// Notes, and the answers that are kept with them.
final class Notes: AnswerStore {
    private struct State {
        var texts: [String] = []
        var answers: [Data: KeptAnswer] = [:]
    }

    private let state = Mutex(State())

    var all: [String] { state.withLock { $0.texts } }
    var count: Int { all.count }

    func note(_ id: String) throws -> String {
        guard let number = Int(id), all.indices.contains(number) else { throw NoteError.unknownNote }
        return all[number]
    }

    func add(_ text: String, _ answering: Answering<Int>?) throws -> Int {
        try requireRoom()
        return try state.withLock { state in
            let id = state.texts.count
            if let answering {
                state.answers[answering.call.key] = KeptAnswer(
                    call: answering.call, sealed: try answering.seal(id), outcome: "")
            }
            state.texts.append(text)
            return id
        }
    }

    func requireRoom() throws {
        guard count < 3 else { throw NoteError.full }
    }

    func past(_ call: RepeatableCall) async throws -> PastCall {
        guard let kept = state.withLock({ $0.answers[call.key] }) else { return .unknown }
        return kept.call.fingerprint == call.fingerprint ? .answered(kept) : .mismatch
    }
}
