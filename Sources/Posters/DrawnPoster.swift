/// The poster of a film that has none: an SVG drawing of 400 by 600, made from title, year and genre alone.
///
/// It has the colours and motifs of its genre, in an arrangement that the title decides, and names the film. Nothing in
/// it is loaded from elsewhere, and no text of the catalog can be anything but text.
package struct DrawnPoster {
    package static let width = 400
    package static let height = 600

    private let subject: PosterSubject

    package init(_ subject: PosterSubject) {
        self.subject = subject
    }

    package var svg: [UInt8] {
        var dice = Dice(seed: subject.hash)
        let mood = Mood.of(genre: subject.genre)
        let palette = dice.one(of: mood.palettes)
        let motif = dice.one(of: mood.motifs)
        let sheet = Sheet(subject, palette, &dice)
        return Self.draw(motif, palette, sheet, dice)
    }

    static func draw(_ motif: Motif, _ palette: Palette, _ sheet: Sheet, _ dice: Dice) -> [UInt8] {
        var pen = Pen()
        pen.put(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\">"
        )
        pen.rectangle(0, 0, width, height, palette.ground)
        // A little of the picture is below the panel, or the ground would shine through the seam.
        let edge = sheet.panelHeight - 2
        var scene = Scene(pen: pen, dice: dice, palette: palette, height: height - edge)
        if sheet.isTitleAbove { scene.pen.put("<g transform=\"translate(0 \(edge))\">") }
        scene.draw(motif)
        if sheet.isTitleAbove { scene.pen.put("</g>") }
        sheet.draw(&scene.pen)
        scene.pen.put("</svg>")
        return Array(scene.pen.svg.utf8)
    }
}
