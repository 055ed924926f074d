/// Motifs from out of doors.
extension Scene {
    mutating func drawSunset() {
        let horizon = height * dice.roll(58...72) / 100
        let radius = dice.roll(92...140)
        let x = dice.one(of: [140, 200, 200, 260])
        let (sun, sea) = pair()
        disc(x, horizon - dice.roll(0...radius / 2), radius, sun)
        let slits = dice.roll(0...4)
        var outline = ""
        for slit in 0..<slits { outline += "M0 \(horizon - 12 - slit * 22)h400v\(9 - slit * 2)H0z" }
        if slits > 0 { pen.fillPath(outline, palette.ground) }
        pen.rectangle(0, horizon, width, height - horizon, dice.isLucky(oneIn: 2) ? palette.dark : sea)
        var glint = ""
        var (y, half) = (horizon + 14, radius * 8 / 10)
        while y < height - 6, half > 8 {
            let shift = dice.roll(-18...18)
            glint += "M\(x - half + shift) \(y)h\(2 * half)"
            y += dice.roll(15...22)
            half = half * dice.roll(68...90) / 100
        }
        pen.line(glint, palette.light, 5, " stroke-linecap=\"round\"")
    }

    mutating func drawMountains() {
        let (x, y) = (dice.roll(80...320), dice.roll(70...120))
        disc(x, y, dice.roll(36...64), palette.spark)
        let colors = [palette.light, palette.figure, palette.dark]
        for (layer, color) in colors.enumerated() {
            var base = height * (38 + 19 * layer) / 100
            var outline = "M-20 \(height)V\(base)"
            var x = -20
            while x < 420 {
                let (run, rise) = (dice.roll(46...110), dice.roll(40...120 - 20 * layer))
                base = height * (40 + 19 * layer) / 100 + dice.roll(-14...22)
                outline += "L\(x + run) \(base - rise)L\(x + 2 * run) \(base)"
                x += 2 * run
            }
            pen.fillPath(outline + "V\(height)z", color)
        }
    }

    mutating func drawWaves() {
        let (one, two) = pair()
        disc(dice.roll(90...310), height / 4, dice.roll(44...76), two)
        let boat = dice.roll(90...280)
        let colors = [palette.light, one, palette.dark, two, palette.dark]
        let length = dice.one(of: [80, 100, 134])
        for row in 0..<5 {
            let y = height * (44 + 13 * row) / 100
            if row == 1 {
                pen.fillPath(
                    "M\(boat) \(y + 4)l14 20h60l16-20zM\(boat + 40) \(y - 4)v-74l44 74zM\(boat + 34) \(y - 4)v-56l-30 56z",
                    palette.dark)
            }
            var outline = "M\(-dice.roll(10...length)) \(y)q\(length / 2)-\(26) \(length) 0"
            for _ in 0..<(600 / length) { outline += "t\(length) 0" }
            pen.fillPath(outline + "V\(height)H-140z", colors[row])
        }
    }

    mutating func drawMoon() {
        let (x, y, radius) = (dice.roll(120...280), height * dice.roll(32...44) / 100, dice.roll(70...120))
        stars(dice.roll(16...30), above: height * 3 / 4)
        disc(x, y, radius, palette.light)
        switch dice.roll(0...2) {
        case 0: disc(x + radius * dice.roll(30...55) / 100, y - radius / 6, radius * 9 / 10, palette.ground)
        case 1:
            pen.dots([(x - radius / 3, y - radius / 4), (x + radius / 3, y + radius / 8)], palette.spark, radius / 3)
            pen.dots([(x - radius / 6, y + radius / 2), (x + radius / 4, y - radius / 2)], palette.spark, radius / 5)
        default: pen.line("M\(x - radius - 60) \(y + 20)h90m40 24h130", palette.ground, 12)
        }
        let hill = height - dice.roll(50...90)
        pen.fillPath("M0 \(hill)q100-70 200-10t200-20V\(height)H0z", palette.figure)
        pen.fillPath("M0 \(hill + 50)q90-40 220-4t180-30V\(height)H0z", palette.dark)
        if dice.isLucky(oneIn: 2) { person(dice.roll(70...330), hill + 44, 64, palette.dark) }
    }

    mutating func drawTree() {
        let x = dice.roll(130...270)
        let ground = height - dice.roll(34...60)
        disc(
            dice.one(of: [x, x, 400 - x]), height * 4 / 10, dice.roll(100...150),
            dice.isLucky(oneIn: 2) ? palette.spark : palette.light)
        pen.rectangle(0, ground, width, height - ground, palette.dark)
        func grow(_ fromX: Int, _ fromY: Int, _ turn: Int, _ length: Int, _ depth: Int, _ dice: inout Dice) -> String {
            let tip = point(length, turn)
            var branch = "M\(fromX) \(fromY)l\(tip.x) \(tip.y)"
            guard depth > 0 else { return branch }
            for side in [-1, 1] {
                branch += grow(
                    fromX + tip.x, fromY + tip.y, turn + side * dice.roll(16...38), length * dice.roll(62...80) / 100,
                    depth - 1, &dice)
            }
            return branch
        }
        let trunk = height * 26 / 100
        pen.fillPath("M\(x - 16) \(ground + 4)q13-14 13 \(-trunk)h6q0 \(trunk - 14) 13 \(trunk)z", palette.dark)
        let crown = grow(x, ground - trunk + 6, -90, 62, 4, &dice)
        pen.line(crown, palette.dark, 6, " stroke-linecap=\"round\"")
    }

    mutating func drawBloom() {
        let (x, y) = (200, height * 44 / 100)
        let petals = dice.roll(6...12)
        let (long, wide) = (dice.roll(120...160), 560 / petals)
        let (one, two) = pair()
        pen.line("M\(x) \(y)q\(dice.roll(-40...40)) \(height / 3) 0 \(height - y)", palette.dark, 10)
        for (size, color, shift) in [(100, one, 0), (62, two, 180 / petals)] {
            var outline = ""
            for petal in 0..<petals {
                let turn = petal * 360 / petals + shift
                let tip = point(long * size / 100, turn)
                let (left, right) = (
                    point(long * size * 6 / 1_000 + wide * size / 220, turn - 1_800 / (petals * 8)),
                    point(long * size * 6 / 1_000 + wide * size / 220, turn + 1_800 / (petals * 8))
                )
                outline += "M\(x) \(y)q\(left.x) \(left.y) \(tip.x) \(tip.y)Q\(x + right.x) \(y + right.y) \(x) \(y)"
            }
            pen.fillPath(outline, color)
        }
        disc(x, y, dice.roll(20...32), palette.light)
    }

    mutating func drawCactus() {
        let ground = height - dice.roll(46...80)
        disc(dice.roll(110...290), ground - dice.roll(60...130), dice.roll(80...120), palette.figure)
        pen.fillPath("M0 \(ground - 24)h70l26-60h90l22 60h70l18-36h60l20 36h24V\(height)H0z", palette.spark)
        pen.rectangle(0, ground, width, height - ground, palette.dark)
        let x = dice.roll(80...320)
        let side = dice.isLucky(oneIn: 2) ? 1 : -1
        pen.line(
            "M\(x) \(ground + 8)v-170M\(x) \(ground - 50)h\(side * 30)q\(side * 14) 0 \(side * 14)-14v-44"
                + "M\(x) \(ground - 80)h\(side * -22)q\(side * -14) 0 \(side * -14)-14v-30",
            palette.dark, 22, " stroke-linecap=\"round\"")
    }

    mutating func drawRain() {
        let lean = dice.roll(6...22)
        var drops = ""
        for _ in 0..<dice.roll(28...44) {
            let length = dice.roll(24...64)
            drops += "M\(dice.roll(-20...420)) \(dice.roll(-30...height))l\(-lean) \(length)"
        }
        let ground = height - 46
        if dice.isLucky(oneIn: 2) { disc(dice.roll(90...310), height / 3, dice.roll(56...90), palette.figure) }
        pen.line(drops, palette.light, 3)
        pen.rectangle(0, ground, width, 46, palette.dark)
        let x = dice.roll(110...290)
        person(x, ground + 4, 128, palette.dark)
        pen.line("M\(x + 18) \(ground - 50)v-104", palette.dark, 4)
        pen.fillPath(
            "M\(x - 62) \(ground - 118)a80 70 0 0 1 160 0q-20-14-40 0q-20-14-40 0q-20-14-40 0q-20-14-40 0z",
            palette.spark)
    }
}
