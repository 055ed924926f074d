import Foundation

/// An opaque colour of the sRGB space: `0xF2B632`.
struct Color: Hashable, CustomStringConvertible {
    let rgb: UInt32
    /// As SVG writes it: `#f2b632`.
    let description: String

    init(_ rgb: UInt32) {
        self.rgb = rgb
        let digits = String(rgb, radix: 16)
        description = "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// How well text of one colour can be read on the other: 1 to 21 (WCAG 2.2).
    func contrast(with other: Color) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private var luminance: Double {
        func linear(_ shift: UInt32) -> Double {
            let part = Double(rgb >> shift & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }
}
