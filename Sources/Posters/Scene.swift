/// The picture on a poster: a motif on a stage that is as wide as the poster.
struct Scene {
    var pen: Pen
    var dice: Dice
    let palette: Palette
    let height: Int

    let width = 400

    /// What may be big: two colours of the palette, in either order.
    mutating func pair() -> (Color, Color) {
        dice.isLucky(oneIn: 2) ? (palette.figure, palette.spark) : (palette.spark, palette.figure)
    }

    /// A sun or a moon.
    mutating func disc(_ x: Int, _ y: Int, _ radius: Int, _ color: Color) { pen.circle(x, y, radius, color) }

    mutating func stars(_ count: Int, above bottom: Int) {
        let places = (0..<count).map { _ in (x: dice.roll(10...390), y: dice.roll(10...max(20, bottom))) }
        pen.dots(places, palette.light, 3)
        pen.dots(Array(places.prefix(count / 4)), palette.light, 6)
    }

    /// Somebody in a coat, seen from afar, who stands at a place.
    mutating func person(_ x: Int, _ y: Int, _ size: Int, _ color: Color) {
        let (shoulder, hem) = (size * 17 / 100, size * 14 / 100)
        pen.fillPath(
            "M\(x - hem) \(y)l\(hem - shoulder) \(-size * 62 / 100)q0 \(-size * 16 / 100) \(shoulder) \(-size * 16 / 100)"
                + "t\(shoulder) \(size * 16 / 100)L\(x + hem) \(y)h\(-hem * 2 / 3)l\(-hem / 3) \(-size / 4)l\(-hem / 3) \(size / 4)z",
            color)
        pen.circle(x, y - size * 89 / 100, size * 11 / 100, color)
    }
}
