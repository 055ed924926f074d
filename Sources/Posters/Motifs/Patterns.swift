/// Motifs of nothing but shape and colour.
extension Scene {
    mutating func drawSunburst() {
        let (x, y) = (dice.one(of: [120, 200, 200, 280]), dice.one(of: [height / 2, height * 7 / 10, height + 10]))
        let count = dice.roll(9...16)
        let first = dice.roll(0...40)
        var rays = ""
        for ray in 0..<count {
            let from = point(620, first + ray * 360 / count)
            let to = point(620, first + (2 * ray + 1) * 180 / count)
            rays += "M\(x) \(y)l\(from.x) \(from.y)L\(x + to.x) \(y + to.y)z"
        }
        pen.fillPath(rays, palette.figure)
        let radius = dice.roll(64...110)
        disc(x, y, radius, palette.light)
        disc(x, y, radius - dice.roll(10...26), palette.spark)
    }

    mutating func drawRings() {
        let (x, y) = (dice.one(of: [90, 200, 200, 310]), dice.one(of: [height / 2, height / 3, height - 40]))
        let (one, two) = pair()
        let colors = [one, palette.ground, two, palette.light, one, palette.dark]
        let step = dice.roll(34...52)
        var radius = step * dice.roll(5...6)
        var ring = 0
        while radius > 12 {
            disc(x, y, radius, colors[ring % colors.count])
            radius -= step
            ring += 1
        }
    }

    mutating func drawStripes() {
        let (one, two) = pair()
        let colors = [one, two, palette.light, palette.dark, one]
        let lean = dice.one(of: [-420, -220, 220, 420])
        var x = dice.roll(-120...40) - max(0, lean) / 2
        let isEven = dice.isLucky(oneIn: 2)
        for stripe in 0..<dice.roll(6...9) {
            let width = isEven ? 34 : dice.roll(14...64)
            pen.fillPath("M\(x) \(height)h\(width)l\(lean) \(-height)h\(-width)z", colors[stripe % colors.count])
            x += width + (isEven ? 30 : dice.roll(12...40))
        }
        if dice.isLucky(oneIn: 2) { disc(dice.roll(90...310), height / 2, dice.roll(50...90), palette.light) }
    }

    /// Quarters of circles, turned at random.
    mutating func drawTiles() {
        let size = dice.one(of: [80, 100, 134])
        var outlines = ["", "", "", ""]
        for top in stride(from: 0, to: height, by: size) {
            for left in stride(from: 0, to: width, by: size) {
                let color = dice.roll(0...4)
                guard color < outlines.count else { continue }
                let outline =
                    switch dice.roll(0...4) {
                    case 0: "M\(left) \(top)h\(size)a\(size) \(size) 0 0 1-\(size) \(size)z"
                    case 1: "M\(left + size) \(top)v\(size)a\(size) \(size) 0 0 1-\(size)-\(size)z"
                    case 2: "M\(left + size) \(top + size)h-\(size)a\(size) \(size) 0 0 1 \(size)-\(size)z"
                    case 3: "M\(left) \(top + size)v-\(size)a\(size) \(size) 0 0 1 \(size) \(size)z"
                    default:
                        "M\(left) \(top + size / 2)a\(size / 2) \(size / 2) 0 0 1 \(size) 0a\(size / 2) \(size / 2) 0 0 1-\(size) 0"
                    }
                outlines[color] += outline
            }
        }
        for (outline, color) in zip(outlines, [palette.figure, palette.spark, palette.light, palette.dark]) {
            pen.fillPath(outline, color)
        }
    }

    mutating func drawLens() {
        let radius = dice.roll(100...135)
        let gap = radius * dice.roll(8...13) / 10
        let (x, y) = (200 - gap / 2, height / 2)
        let isUpright = dice.isLucky(oneIn: 3)
        if isUpright { pen.put("<g transform=\"rotate(\(dice.one(of: [90, 60, 120])) 200 \(y))\">") }
        let (one, two) = pair()
        disc(x, y, radius, one)
        disc(x + gap, y, radius, two)
        // Where both circles are.
        let rise = Int(Double(radius * radius - gap * gap / 4).squareRoot())
        pen.fillPath(
            "M200 \(y - rise)A\(radius) \(radius) 0 0 1 200 \(y + rise)A\(radius) \(radius) 0 0 1 200 \(y - rise)z",
            dice.isLucky(oneIn: 3) ? palette.dark : palette.light)
        if isUpright { pen.put("</g>") }
    }

    mutating func drawSpiral() {
        let (x, y) = (200, height / 2)
        let step = dice.roll(16...24)
        var outline = "M\(x) \(y)"
        var radius = step / 2
        for half in 0..<dice.roll(13...17) {
            outline += "a\(radius) \(radius) 0 0 1 \(half % 2 == 0 ? 2 * radius : -2 * radius) 0"
            radius += step / 2
        }
        if dice.isLucky(oneIn: 2) { disc(x, y, dice.roll(150...210), palette.figure) }
        pen.line(outline, dice.isLucky(oneIn: 2) ? palette.light : palette.spark, dice.roll(6...11))
        if dice.isLucky(oneIn: 2) { person(x, y + 44, 88, palette.dark) }
    }

    /// Cut paper that has fallen where it liked, but not all on one heap.
    mutating func drawConfetti() {
        let colors = [palette.figure, palette.spark, palette.light, palette.dark]
        let step = dice.one(of: [92, 112])
        for top in stride(from: 0, to: height, by: step) {
            for left in stride(from: 0, to: width, by: step) {
                let (x, y) = (left + dice.roll(8...40), top + dice.roll(8...40))
                let size = dice.roll(30...62)
                let color = colors[dice.roll(0...3)]
                switch dice.roll(0...5) {
                case 0: disc(x + size / 2, y + size / 2, size / 2, color)
                case 1: pen.fillPath("M\(x) \(y)l\(size) \(dice.roll(-20...30))l\(-size / 2) \(size)z", color)
                case 2: pen.fillPath("M\(x) \(y + size / 2)a\(size / 2) \(size / 2) 0 0 1 \(size) 0z", color)
                case 3: pen.line("M\(x) \(y + 18)l16-16 16 16 16-16 16 16", color, 9)
                case 4: pen.line("M\(x) \(y)l\(dice.roll(-40...40)) \(size)", color, 11, " stroke-linecap=\"round\"")
                default: pen.line("M\(x) \(y)h\(size / 2)v\(size / 2)h\(size / 2)", color, 9)
                }
            }
        }
    }

    mutating func drawBubbles() {
        let colors = [palette.figure, palette.light, palette.spark, palette.dark]
        let step = dice.one(of: [80, 100, 100])
        var row = 0
        for y in stride(from: step / 2, to: height + step / 2, by: step) {
            for x in stride(from: step / 2, to: width, by: step) {
                let radius = step * dice.roll(18...46) / 100
                disc(x, y, radius, colors[(row + x / step + dice.roll(0...1)) % colors.count])
            }
            row += 1
        }
    }

    /// A board whose fields become smaller towards one side.
    mutating func drawChecks() {
        let (one, two) = pair()
        let columns = dice.roll(4...6)
        let size = width / columns + 1
        var outline = ""
        var (top, row, fieldHeight) = (0, 0, dice.roll(64...100))
        while top < height {
            for column in 0..<columns where (column + row) % 2 == 0 {
                outline += "M\(column * size) \(top)h\(size)v\(fieldHeight)h-\(size)z"
            }
            top += fieldHeight
            row += 1
            fieldHeight = max(14, fieldHeight * 3 / 4)
        }
        pen.fillPath(outline, one)
        disc(dice.roll(120...280), height / 2 - dice.roll(0...40), dice.roll(62...96), two)
    }
}
