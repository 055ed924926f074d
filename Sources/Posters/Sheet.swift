/// What is printed over the picture: a panel with the title and the year, and at times a frame.
struct Sheet {
    let surface: Color
    let ink: Color
    let isTitleAbove: Bool
    let panelHeight: Int
    private let isFramed: Bool
    private let isCentred: Bool
    private let title: TitleLines
    private let isRightToLeft: Bool
    private let year: Int?

    private static let frame = 16
    private static let yearSize = 21
    /// Above the title and below the year.
    private static let padding = 26

    init(_ subject: PosterSubject, _ palette: Palette, _ dice: inout Dice) {
        (surface, ink) = dice.one(of: palette.panels)
        isTitleAbove = dice.isLucky(oneIn: 4)
        isFramed = dice.isLucky(oneIn: 3)
        isCentred = dice.isLucky(oneIn: 3)
        let isSerif = dice.isLucky(oneIn: 2)
        let text = TitleText(
            subject.title, in: isSerif ? .serif : .sans, inCapitals: !isSerif && dice.isLucky(oneIn: 2))
        isRightToLeft = text.isRightToLeft
        let margin = isFramed ? Self.frame + 22 : 28
        title = TitleLines(text, width: DrawnPoster.width - 2 * margin)
        year = subject.year
        let titleHeight = title.lines.count * Self.lineHeight(title.size)
        let yearHeight = year == nil ? 0 : Self.yearSize + 14
        panelHeight = max(120, titleHeight + yearHeight + 2 * Self.padding + (isFramed ? Self.frame : 0))
    }

    private static func lineHeight(_ size: Int) -> Int { size * 108 / 100 }

    func draw(_ pen: inout Pen) {
        let top = isTitleAbove ? 0 : DrawnPoster.height - panelHeight
        pen.rectangle(0, top, DrawnPoster.width, panelHeight, surface)
        if isFramed {
            pen.line("M0 0h\(DrawnPoster.width)v\(DrawnPoster.height)H0z", surface, 2 * Self.frame)
        }
        let margin = isFramed ? Self.frame + 22 : 28
        let x = isCentred ? DrawnPoster.width / 2 : isRightToLeft ? DrawnPoster.width - margin : margin
        let direction = isRightToLeft ? " direction=\"rtl\"" : ""
        let anchor = isCentred ? " text-anchor=\"middle\"" : ""
        let families = title.typeface.families
        pen.put("<g font-family=\"\(families)\" font-weight=\"700\" font-size=\"\(title.size)\"")
        pen.put(" fill=\"\(ink)\"\(anchor)\(direction)>")
        // The letters stand on their baseline, and most of them reach up to seven tenths of their size.
        var y = top + Self.padding + (isFramed && isTitleAbove ? Self.frame : 0) + title.size * 74 / 100
        for line in title.lines {
            pen.put("<text x=\"\(x)\" y=\"\(y)\"")
            // Whatever type a system has, the line is as wide as it was reckoned.
            if let width = title.width(of: line) {
                pen.put(" textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\"")
            }
            pen.put(">")
            pen.putEscaped(line)
            pen.put("</text>")
            y += Self.lineHeight(title.size)
        }
        if let year {
            let baseline =
                isTitleAbove
                ? panelHeight - Self.padding : DrawnPoster.height - Self.padding - (isFramed ? Self.frame : 0)
            pen.put(
                "<text x=\"\(x)\" y=\"\(baseline)\" font-size=\"\(Self.yearSize)\" letter-spacing=\"2\">\(year)</text>")
        }
        pen.put("</g>")
    }
}
