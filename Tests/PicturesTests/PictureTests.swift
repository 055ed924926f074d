import Foundation
import Pictures
import Testing

@Suite("A picture")
struct PictureTests {
    /// Two pixels wide and three high, as Pillow writes them.
    private static let files: [(name: String, text: String)] = [
        (
            "PNG",
            "iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAFElEQVR4nGM8ISfHwMDAxMDAgKAAFEoBCqHkTQMAAAAASUVORK5C"
                + "YII="
        ),
        (
            "GIF",
            "R0lGODdhAgADAIEAAMgeHgAAAAAAAAAAACwAAAAAAgADAAAIBgABCBwYEAA7"
        ),
        (
            "JPEG",
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////"
                + "////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////"
                + "////////////wAARCAADAAIDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
                + "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
                + "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
                + "4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC"
                + "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm"
                + "Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq"
                + "8vP09fb3+Pn6/9oADAMBAAIRAxEAPwBKKKKRZ//Z"
        ),
        (
            "WebP, lossless",
            "UklGRh4AAABXRUJQVlA4TBEAAAAvAYAAAAdQjyLXo/+BiOh/AAA="
        ),
        (
            "WebP, lossy",
            "UklGRjAAAABXRUJQVlA4ICQAAABwAQCdASoCAAMADMDOJaACdAFAAAD+2iYRho1+LuxHGSQAAAA="
        ),
        (
            "AVIF",
            "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA"
                + "AAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAIgAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEA"
                + "AGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAAgAAAAMAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwA"
                + "AAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAKm1kYXQSAAoIGABzRAQ0GhAyFB/3h4UV3///4sAA"
                + "AJA1jjwuTpPj"
        ),
    ]

    private static func bytes(_ text: String) throws -> [UInt8] { [UInt8](try #require(Data(base64Encoded: text))) }

    @Test("of any kind is one as a whole, and with something behind it", arguments: files)
    func whole(file: (name: String, text: String)) throws {
        let bytes = try Self.bytes(file.text)
        #expect(Picture.fault(of: bytes) == nil, "\(file.name)")
        #expect(ImageSize(of: bytes) == ImageSize(width: 2, height: 3), "\(file.name)")
        if file.name != "AVIF" { #expect(Picture.fault(of: bytes + [0, 0]) == nil, "\(file.name)") }
    }

    @Test("that was cut off says so, wherever that was", arguments: files)
    func cut(file: (name: String, text: String)) throws {
        let bytes = try Self.bytes(file.text)
        // The last block of a GIF is one that browsers do without; AVIF is known by its first twelve bytes.
        for length in 12..<bytes.count - 1 {
            let fault = Picture.fault(of: Array(bytes.prefix(length)))
            #expect(fault == "ends too early: it is only a part of a picture; copy it again", "\(file.name), \(length)")
        }
    }

    @Test(
        "is nothing else, whatever its name says",
        arguments: ["", "hello", "GIF", "<html>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "BM\0\0"])
    func others(text: String) {
        #expect(Picture.fault(of: Array(text.utf8))?.hasPrefix("is no picture: ") == true)
    }
}
