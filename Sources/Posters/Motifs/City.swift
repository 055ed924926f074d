/// Motifs of houses, streets and rooms.
extension Scene {
    mutating func drawSkyline() {
        let (one, two) = pair()
        disc(dice.roll(90...310), height * 35 / 100, dice.roll(56...110), dice.isLucky(oneIn: 3) ? palette.light : two)
        for (layer, color) in [one, palette.dark].enumerated() {
            var outline = "M0 \(height)"
            var x = 0
            var windows = ""
            while x < width {
                let (across, top) = (dice.roll(30...68), height - dice.roll(70...height * (64 - 18 * layer) / 100))
                outline += "V\(top)h\(across)"
                if layer == 1, across > 40 {
                    for column in stride(from: x + 12, to: x + across - 8, by: 16) where !dice.isLucky(oneIn: 3) {
                        windows += "M\(column) \(top + 14)V\(height)"
                    }
                }
                x += across
            }
            pen.fillPath(outline + "V\(height)z", color)
            if !windows.isEmpty {
                pen.line(
                    windows, dice.isLucky(oneIn: 2) ? palette.light : two, 6,
                    " stroke-dasharray=\"8 \(dice.one(of: [12, 18, 30]))\"")
            }
        }
    }

    mutating func drawBeams() {
        let floor = height - dice.roll(50...80)
        let x = dice.roll(140...260)
        let isAlone = dice.isLucky(oneIn: 2)
        let half = dice.roll(90...130)
        pen.fillPath("M\(dice.roll(0...60)) 0h24L\(x + half) \(floor)h\(-2 * half)z", palette.figure)
        if !isAlone { pen.fillPath("M\(dice.roll(340...390)) 0h-24L\(x - half) \(floor)h\(2 * half)z", palette.spark) }
        pen.fillPath(
            "M\(x - half) \(floor)L\(x) \(isAlone ? floor : floor - height * 42 / 100)L\(x + half) \(floor)z",
            palette.light)
        pen.ellipse(x, floor, half, 26, palette.light)
        pen.fillPath(
            "M\(x - 4) \(floor + 4)l\(dice.one(of: [-120, -80, 80, 120])) 44l28 6L\(x + 14) \(floor + 4)z", palette.dark
        )
        person(x, floor + 6, dice.roll(120...150), palette.dark)
    }

    mutating func drawDoor() {
        let (tall, across) = (height * dice.roll(56...70) / 100, dice.roll(84...120))
        let floor = height - dice.roll(70...100)
        let x = dice.roll(110...290)
        let (one, two) = pair()
        pen.rectangle(0, floor, width, height - floor, palette.dark)
        let light = dice.isLucky(oneIn: 2) ? palette.light : two
        let shift = dice.roll(-90...90)
        pen.fillPath(
            "M\(x - across / 2) \(floor)h\(across)L\(x + across + shift) \(height)H\(x - across + shift)z", light)
        pen.rectangle(x - across / 2 - 12, floor - tall - 12, across + 24, tall + 12, one)
        pen.rectangle(x - across / 2, floor - tall, across, tall, light)
        person(x + dice.roll(-12...12), floor + 6, tall * 66 / 100, palette.dark)
    }

    mutating func drawStairs() {
        let steps = dice.roll(6...9)
        let (across, rise) = (width / steps + 1, height * 72 / 100 / steps)
        let (one, two) = pair()
        disc(dice.roll(80...160), height * 28 / 100, dice.roll(50...80), two)
        var outline = "M0 \(height)"
        for _ in 0..<steps { outline += "v\(-rise)h\(across)" }
        pen.fillPath(outline + "V\(height)z", one)
        var shade = ""
        for step in 0..<steps { shade += "M\(step * across) \(height - step * rise)v\(-rise)h9v\(rise)z" }
        pen.fillPath(shade, palette.dark)
        let step = dice.roll(steps / 2...steps - 2)
        person(step * across + across / 2 + 4, height - (step + 1) * rise + 2, dice.roll(84...104), palette.dark)
    }

    mutating func drawBlinds() {
        let (one, two) = pair()
        let (slat, gap) = (dice.roll(16...26), dice.roll(10...16))
        let (x, y) = (dice.roll(150...250), height * 46 / 100)
        pen.rectangle(40, 30, 320, height - 60, dice.isLucky(oneIn: 2) ? palette.light : two)
        pen.fillPath(
            "M\(x - 120) \(height - 30)q0-96 84-110v-30a58 64 0 1 1 72 0v30q84 14 84 110z", palette.dark)
        pen.fillPath(
            "M\(x - 98) \(y - 26)q98-34 196 0v12q-98-24-196 0zM\(x - 58) \(y - 40)q4-70 58-58q54-12 58 58z",
            palette.dark)
        pen.line("M200 24V\(height - 24)", one, 340, " stroke-dasharray=\"\(slat / 2) \(gap + slat / 2)\"")
    }

    mutating func drawRoad() {
        let horizon = height * dice.roll(40...54) / 100
        let x = dice.roll(150...250)
        let (one, two) = pair()
        disc(dice.one(of: [x, 90, 310]), horizon - dice.roll(-10...50), dice.roll(60...100), two)
        pen.fillPath("M0 \(horizon)l60-34 52 24 80-52 70 50 58-30 80 42V\(height)H0z", one)
        pen.rectangle(0, horizon, width, height - horizon, dice.isLucky(oneIn: 2) ? one : palette.light)
        pen.fillPath("M\(x - 5) \(horizon)h10L360 \(height)H40z", palette.dark)
        var marks = ""
        var y = horizon + 10
        var size = 8
        while y < height {
            marks +=
                "M\(x + (200 - x) * (y - horizon) / (height - horizon) - size / 6) \(y)h\(size / 3)v\(size)h\(-size / 3)z"
            y += size * 2
            size = size * 3 / 2
        }
        pen.fillPath(marks, palette.light)
        var poles = ""
        for (distance, reach) in [(24, 34), (60, 70), (130, 128)] {
            poles += "M\(x + distance) \(horizon + reach / 3)v-\(reach)m-\(reach / 6) \(reach / 7)h\(reach / 3)"
        }
        pen.line(poles, palette.dark, 4)
    }

    mutating func drawHouse() {
        let ground = height - dice.roll(40...64)
        disc(
            dice.roll(110...290), height * 38 / 100, dice.roll(90...130),
            dice.isLucky(oneIn: 2) ? palette.light : palette.spark)
        pen.fillPath("M0 \(ground)q200-60 400 0V\(height)H0z", palette.dark)
        let x = dice.roll(110...200)
        pen.fillPath(
            "M\(x) \(ground)v-110l-14 4 54-62 20 22v-84l26-40 26 40v46l30-22 56 92-16-4v118z", palette.dark)
        pen.fillPath(
            "M\(x + 20) \(ground - 86)h22v34h-22zM\(x + 76) \(ground - 176)h18v26h-18zM\(x + 130) \(ground - 90)h24v38h-24z",
            palette.spark)
        pen.line("M\(x - 60) \(ground + 6)v-90m0 40l-22-26m22 4l20-30m-20 12l-12-28", palette.dark, 6)
        pen.line("M\(x + 190) \(ground - 170)q12-14 22 0q12-14 22 0m16-40q8-10 16 0q8-10 16 0", palette.dark, 4)
    }

    mutating func drawKeyhole() {
        let (x, y, radius) = (200, height * 38 / 100, dice.roll(62...80))
        let (one, two) = pair()
        if dice.isLucky(oneIn: 2) {
            disc(x, height / 2, dice.roll(160...185), one)
        } else {
            pen.rectangle(70, 24, 260, height - 48, one)
        }
        let bottom = height - 50
        pen.fillPath(
            "M\(x - radius / 2) \(y + radius * 8 / 10)a\(radius) \(radius) 0 1 1 \(radius) 0L\(x + radius) \(bottom)h\(-2 * radius)z",
            dice.isLucky(oneIn: 2) ? two : palette.light)
        person(x, bottom, bottom - y - dice.roll(10...50), palette.dark)
    }
}
