import Foundation
import Logging
import Synchronization
import Testing

@testable import WebService

@Suite("A log for programs")
struct JSONLogHandlerTests {
    @Test("a message is one line of JSON, whatever is in it")
    func line() throws {
        let lines = Mutex<[String]>([])
        let output = LogOutput { line in lines.withLock { $0.append(line) } }
        var logger = Logger(label: "test") { _ in
            JSONLogHandler(level: .info, output: output, now: { Date(timeIntervalSince1970: 1.5) })
        }
        logger[metadataKey: "route"] = "/v1/holds"
        logger.info("it said \"no\"\n\u{1}", metadata: ["level": "high", "list": ["a", "b"], "map": ["x": "1"]])
        logger.debug("not this")
        let written = lines.withLock { $0 }
        #expect(
            written == [
                #"{"time":"1970-01-01T00:00:01.500Z","level":"info","message":"it said \"no\"\n\u0001","#
                    + #""level_":"high","list":["a","b"],"map":{"x":"1"},"route":"/v1/holds"}"# + "\n"
            ])
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(written[0].utf8)) }
    }
}
