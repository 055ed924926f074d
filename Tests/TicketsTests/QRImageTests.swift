import Foundation
import Testing
import Tickets

@Suite("The picture of a ticket")
struct QRImageTests {
    @Test("it is a PNG of one bit for each pixel, with four modules of quiet around", arguments: [1, 3, 32])
    func format(scale: Int) throws {
        let code = try QRCode("MRQ1:ABC")
        let png = try QRImage(code, scale: scale).png()
        #expect(png.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        let side = (code.width + 8) * scale
        #expect(png[16..<20] == bigEndian(side) && png[20..<24] == bigEndian(side))
        #expect(png[24] == 1, "bit depth")
        #expect(png[25] == 3, "palette")
    }

    @Test("a text that is too long for any code is refused")
    func tooLong() {
        #expect(throws: QRCodeError.self) { try QRCode(String(repeating: "A", count: 5000)) }
    }

    private func bigEndian(_ number: Int) -> Data {
        withUnsafeBytes(of: UInt32(number).bigEndian) { Data($0) }
    }
}
