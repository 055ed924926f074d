/// Motifs from the cinema, the stage and the funfair.
extension Scene {
    mutating func drawFilm() {
        let (one, two) = pair()
        let tilt = dice.one(of: [-24, -14, 14, 24, 90])
        let y = height / 2
        disc(dice.roll(90...310), y, dice.roll(110...150), one)
        pen.put("<g transform=\"rotate(\(tilt) 200 \(y))\">")
        pen.rectangle(-100, y - 86, 600, 172, palette.dark)
        pen.line("M-100 \(y - 70)h600M-100 \(y + 70)h600", palette.light, 14, " stroke-dasharray=\"14 13\"")
        let colors = [two, palette.light, one]
        for frame in 0..<4 { pen.rectangle(-76 + frame * 146, y - 50, 132, 100, colors[frame % 3]) }
        disc(dice.roll(120...150), y, 30, palette.dark)
        pen.fillPath("M232 \(y + 50)l50-70 34 44 20-24 28 50z", palette.dark)
        pen.put("</g>")
    }

    mutating func drawCurtain() {
        let (one, two) = pair()
        let floor = height - 56
        disc(200, floor - 60, dice.roll(110...140), two)
        pen.rectangle(0, floor, width, 56, palette.dark)
        pen.ellipse(200, floor + 16, 120, 16, palette.light)
        if dice.isLucky(oneIn: 2) {
            person(200, floor + 16, 120, palette.dark)
        } else {
            pen.line("M200 \(floor + 14)v-96m-26 96h52", palette.dark, 7)
            disc(200, floor - 96, 18, palette.dark)
        }
        let open = dice.roll(70...110)
        for side in [1, -1] {
            let x = side == 1 ? 0 : width
            pen.fillPath("M\(x) 0h\(side * 190)q\(side * -10) \(height / 2) \(side * (open - 190)) \(floor)H\(x)z", one)
            var folds = ""
            for fold in 1...3 {
                folds += "M\(x + side * fold * 44) 0q\(side * -4) \(height / 2) \(side * -fold * 16) \(floor)"
            }
            pen.line(folds, palette.dark, 5)
        }
        pen.fillPath("M0 0h400v40q-40 44-80 0q-40 44-80 0q-40 44-80 0q-40 44-80 0q-40 44-80 0z", palette.spark)
    }

    mutating func drawRecord() {
        let (x, y, radius) = (dice.one(of: [110, 200, 290]), height / 2, dice.roll(140...180))
        let (one, two) = pair()
        if dice.isLucky(oneIn: 2) { pen.rectangle(0, 0, width / 2, height, one) }
        disc(x, y, radius, palette.dark)
        for groove in 1...3 {
            let reach = radius - groove * 22
            pen.line(
                "M\(x - reach) \(y)a\(reach) \(reach) 0 0 1 \(reach)-\(reach)m0 \(2 * reach)a\(reach) \(reach) 0 0 0 \(reach)-\(reach)",
                palette.light, 2)
        }
        disc(x, y, radius * 36 / 100, two)
        disc(x, y, 9, palette.light)
        pen.line("M\(x + radius) 20l-30 \(y - 50)-40 70", palette.light, 9, " stroke-linejoin=\"round\"")
    }

    mutating func drawBalloons() {
        let colors = [palette.figure, palette.light, palette.spark]
        for index in 0..<dice.roll(3...6) {
            let (x, y, radius) = (dice.roll(40...360), dice.roll(50...height * 70 / 100), dice.roll(30...62))
            pen.line("M\(x) \(y + radius)q\(dice.roll(-30...30)) 60 0 \(height - y)", palette.dark, 2)
            pen.fillPath(
                "M\(x) \(y + radius * 13 / 10)l-8 0 6-\(radius * 3 / 10)a\(radius) \(radius * 11 / 10) 0 1 1 4 0l6 \(radius * 3 / 10)z",
                colors[index % 3])
            pen.line(
                "M\(x - radius * 6 / 10) \(y)q2-\(radius / 2) \(radius / 2)-\(radius * 6 / 10)", palette.ground, 4,
                " stroke-linecap=\"round\"")
        }
    }

    mutating func drawEye() {
        let (y, rise) = (height / 2, dice.roll(120...180))
        let (one, two) = pair()
        let lashes = dice.roll(7...11)
        var outline = ""
        for lash in 0..<lashes {
            let tip = point(dice.roll(190...230), -160 + lash * 140 / (lashes - 1))
            outline += "M200 \(y)l\(tip.x) \(tip.y)"
        }
        pen.line(outline, dice.isLucky(oneIn: 2) ? palette.dark : one, 9)
        pen.fillPath("M30 \(y)Q200 \(y - rise) 370 \(y)Q200 \(y + rise) 30 \(y)z", palette.light)
        let x = 200 + dice.roll(-36...36)
        disc(x, y, rise * 44 / 100, two)
        disc(x, y, rise * 22 / 100, palette.dark)
        disc(x + 16, y - 16, 9, palette.light)
        if dice.isLucky(oneIn: 3) { pen.fillPath("M\(x) \(y + rise * 44 / 100)q-26 70 0 90q26-20 0-90z", one) }
    }

    mutating func drawFangs() {
        let count = dice.roll(5...8)
        let across = width / count + 1
        let (top, bottom) = (height * dice.roll(14...22) / 100, height * dice.roll(78...88) / 100)
        var (upper, lower) = ("M0 0V\(top)", "M0 \(height)V\(bottom)")
        for _ in 0..<count {
            upper += "l\(across / 2) \(dice.roll(60...120))L"
            lower += "l\(across / 2) \(-dice.roll(50...100))L"
            let x = (upper.filter { $0 == "L" }.count) * across
            upper += "\(x) \(top)"
            lower += "\(x) \(bottom)"
        }
        pen.rectangle(0, 0, width, height, palette.figure)
        pen.fillPath(upper + "V0z", palette.dark)
        pen.fillPath(lower + "V\(height)z", palette.dark)
        for x in [120, 280] {
            pen.fillPath("M\(x - 46) \(height / 2 - 8)q46-30 92 0q-46 34-92 0z", palette.spark)
            pen.fillPath("M\(x) \(height / 2 - 22)q12 16 0 34q-12-18 0-34z", palette.dark)
        }
    }

    mutating func drawProfile() {
        let (one, two) = pair()
        let side = dice.isLucky(oneIn: 2)
        disc(200, height * 46 / 100, dice.roll(130...160), one)
        pen.put("<g transform=\"translate(\(side ? 0 : 400) \(height - 380))\(side ? "" : "scale(-1 1)")\">")
        pen.fillPath(
            "M70 380q10-70 70-84 14-8 8-34-36-34-34-92 4-84 92-86 70 0 84 60 2 16-4 26 4 22 20 42 4 10-12 14-2 12-4 18 2 8-4 14 0 10-4 20-10 14-42 8-14 4-14 22 4 26 34 34 20 10 26 38z",
            palette.dark)
        switch dice.roll(0...2) {
        case 0:
            pen.fillPath(
                "M96 124q100-46 206-14l44 6q6 10-8 12-130-22-240 12zM132 112q-4-76 70-78 70 2 76 64-80-12-146 14z", two)
        case 1: pen.fillPath("M124 128q10-60 84-60 60 4 74 46-40-4-54-20-10 50-40 64-6 50 8 80-80-30-72-110z", two)
        default: pen.rectangle(208, 148, 76, 12, two)
        }
        pen.put("</g>")
    }
}
