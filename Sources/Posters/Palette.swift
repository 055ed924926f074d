/// The flat colours that one poster is printed in.
struct Palette {
    /// Behind everything.
    let ground: Color
    /// The big shapes.
    let figure: Color
    /// What draws the eye.
    let spark: Color
    let dark: Color
    let light: Color
    /// What a title may stand on, each with the colour of its letters.
    let panels: [(surface: Color, ink: Color)]

    init(dark: UInt32, ground: UInt32, figure: UInt32, spark: UInt32, light: UInt32) {
        let (dark, ground, light) = (Color(dark), Color(ground), Color(light))
        (self.dark, self.ground, self.light) = (dark, ground, light)
        (self.figure, self.spark) = (Color(figure), Color(spark))
        let ink = ground.contrast(with: light) > ground.contrast(with: dark) ? light : dark
        panels = [(ground, ink), (dark, light), (light, dark)]
    }
}
