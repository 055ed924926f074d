import Foundation
import Text

/// Writes the elements of a drawing as SVG, in whole units of its canvas.
struct Pen {
    private(set) var svg = ""

    init() {
        svg.reserveCapacity(3_072)
    }

    mutating func put(_ text: String) { svg += text }

    /// Text as the content of an element.
    mutating func putEscaped(_ text: String) { svg += XMLEscaping.escape(text, isQuoted: false) }

    mutating func circle(_ x: Int, _ y: Int, _ radius: Int, _ fill: Color) {
        svg += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" fill=\"\(fill)\"/>"
    }

    mutating func ellipse(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: Color) {
        svg += "<ellipse cx=\"\(x)\" cy=\"\(y)\" rx=\"\(width)\" ry=\"\(height)\" fill=\"\(fill)\"/>"
    }

    mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: Color) {
        fillPath("M\(x) \(y)h\(width)v\(height)h\(-width)z", fill)
    }

    mutating func fillPath(_ outline: String, _ fill: Color) {
        svg += "<path fill=\"\(fill)\" d=\"\(outline)\"/>"
    }

    /// - Parameter attributes: put among those of the line as they are.
    mutating func line(_ outline: String, _ stroke: Color, _ width: Int, _ attributes: String = "") {
        svg += "<path fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"\(width)\"\(attributes) d=\"\(outline)\"/>"
    }

    /// Many round dots at once.
    mutating func dots(_ places: [(x: Int, y: Int)], _ color: Color, _ diameter: Int) {
        let outline = places.reduce(into: "") { $0 += "M\($1.x) \($1.y)h0" }
        line(outline, color, diameter, " stroke-linecap=\"round\"")
    }
}

/// A point on a circle, `turn` in degrees, clockwise from the right.
func point(_ radius: Int, _ turn: Int) -> (x: Int, y: Int) {
    let angle = Double(turn) * .pi / 180
    return (Int((Double(radius) * cos(angle)).rounded()), Int((Double(radius) * sin(angle)).rounded()))
}
