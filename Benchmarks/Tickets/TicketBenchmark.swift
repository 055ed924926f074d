import Foundation
import Tickets

/// Draws the QR pictures of tickets, as png.c does beside it: see Benchmarks/README.md.
@main
struct TicketBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let scale = Int(arguments[2]), QRImage.scales.contains(scale),
            arguments[3].utf8.count >= 8, let count = arguments[1] == "picture" ? 1 : Int(arguments[1])
        else {
            FileHandle.standardError.write(Data("usage: ticket-benchmark COUNT|picture SCALE TEXT\n".utf8))
            exit(2)
        }
        let text = arguments[3].dropLast(8)
        var picture = Data()
        let start = ContinuousClock.now
        for number in 0..<count {
            let digits = String(number)
            let code = try QRCode(text + String(repeating: "0", count: 8 - digits.count) + digits)
            picture = try QRImage(code, scale: scale).png()
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        if arguments[1] == "picture" {
            FileHandle.standardOutput.write(picture)
        } else {
            print(Double(count) / seconds)
        }
    }
}
