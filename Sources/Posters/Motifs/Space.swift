/// Motifs from above the clouds.
extension Scene {
    mutating func drawPlanet() {
        let (x, y, radius) = (dice.roll(160...240), height / 2, dice.roll(84...118))
        let (one, two) = pair()
        stars(dice.roll(18...32), above: height)
        disc(x, y, radius, one)
        let tilt = dice.one(of: [-24, -14, 16, 26])
        pen.put("<g transform=\"rotate(\(tilt) \(x) \(y))\">")
        let reach = radius * dice.roll(16...19) / 10
        pen.line(
            "M\(x - radius * 95 / 100) \(y - 26)q\(radius) 30 \(radius * 19 / 10) 0M\(x - radius * 9 / 10) \(y + 34)q\(radius) 30 \(radius * 18 / 10) 0",
            palette.dark, 8)
        pen.line(
            "M\(x - radius) \(y - 6)Q\(x - reach) \(y + 10) \(x - reach) \(y + 18)C\(x - reach) \(y + 60) \(x + reach) \(y + 60) \(x + reach) \(y + 18)Q\(x + reach) \(y + 10) \(x + radius) \(y - 6)",
            two, 14)
        pen.put("</g>")
        disc(dice.roll(40...90), dice.roll(40...100), dice.roll(14...30), palette.light)
    }

    mutating func drawOrbits() {
        let (x, y) = (dice.one(of: [60, 200, 340]), dice.one(of: [height / 2, height - 60]))
        let (one, two) = pair()
        var outline = ""
        let step = dice.roll(48...64)
        for orbit in 2...5 {
            let radius = orbit * step
            outline +=
                "M\(x - radius) \(y)a\(radius) \(radius) 0 0 1 \(2 * radius) 0a\(radius) \(radius) 0 0 1-\(2 * radius) 0"
        }
        pen.line(outline, palette.light, 2)
        disc(x, y, step, one)
        for (orbit, color) in zip(2...5, [palette.light, two, one, palette.light]) {
            let place = point(orbit * step, dice.roll(180...360))
            disc(x + place.x, y + place.y, dice.roll(10...28), color)
        }
    }

    mutating func drawRocket() {
        let (x, top) = (dice.roll(140...260), height * dice.roll(10...18) / 100)
        let (one, two) = pair()
        stars(dice.roll(14...26), above: height)
        disc(dice.one(of: [60, 340]), height - dice.roll(20...60), dice.roll(90...130), one)
        let body = height * 46 / 100
        pen.put("<g transform=\"rotate(\(dice.one(of: [-18, 0, 18, 28])) \(x) \(top + body / 2))\">")
        pen.fillPath("M\(x - 22) \(top + body)h44l-22 \(dice.roll(70...120))z", palette.spark)
        pen.fillPath("M\(x - 36) \(top + body - 70)l-34 80h36zM\(x + 36) \(top + body - 70)l34 80h-36z", two)
        pen.fillPath(
            "M\(x) \(top)q46 60 40 \(body - 40)l-10 40h-60l-10-40Q\(x - 46) \(top + 60) \(x) \(top)z", palette.light)
        disc(x, top + body * 4 / 10, 19, palette.dark)
        pen.put("</g>")
    }
}
