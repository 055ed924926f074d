extension Mood {
    static let drama = Mood(
        palettes: [
            Palette(dark: 0x1B1A2B, ground: 0x7A3E55, figure: 0xC9705F, spark: 0xF2B66D, light: 0xF8EAD6),
            Palette(dark: 0x14262B, ground: 0x2F5D62, figure: 0x7FA99B, spark: 0xE8A87C, light: 0xF4EFE1),
            Palette(dark: 0x231B16, ground: 0xA8452F, figure: 0xE08E45, spark: 0x2F4858, light: 0xF6ECD9),
            Palette(dark: 0x1D1F33, ground: 0x3D4A8A, figure: 0x8F6FB0, spark: 0xF29E8E, light: 0xF5ECF2),
            Palette(dark: 0x22252B, ground: 0xE3D5B8, figure: 0xB85042, spark: 0x2B5D6B, light: 0xFBF6EA),
        ],
        motifs: [.door, .sunset, .mountains, .rain, .tiles, .lens, .waves, .rings, .road, .tree, .stairs, .profile])

    static let comedy = Mood(
        palettes: [
            Palette(dark: 0x2A1A10, ground: 0xF2B632, figure: 0xE4572E, spark: 0x2E86AB, light: 0xFFF6E0),
            Palette(dark: 0x1E2A38, ground: 0xFF8C61, figure: 0xFFD166, spark: 0x118AB2, light: 0xFFF8EC),
            Palette(dark: 0x2B1230, ground: 0xF7B2C4, figure: 0xE83F6F, spark: 0x32936F, light: 0xFFF4EC),
            Palette(dark: 0x12303A, ground: 0x5BC0BE, figure: 0xF9C74F, spark: 0xEF476F, light: 0xFDF9EC),
        ],
        motifs: [.confetti, .tiles, .stripes, .curtain, .bubbles, .sunburst, .balloons, .checks, .film, .skyline])

    static let romance = Mood(
        palettes: [
            Palette(dark: 0x2B0F1C, ground: 0xB8304F, figure: 0xF49097, spark: 0xF9DCC4, light: 0xFFF1E6),
            Palette(dark: 0x301224, ground: 0xEE97A5, figure: 0x8C2F5B, spark: 0xFFD9A0, light: 0xFFF3EC),
            Palette(dark: 0x1F1B3A, ground: 0x5F4C8F, figure: 0xF2A7B5, spark: 0xFFD29D, light: 0xFDF0F3),
            Palette(dark: 0x3A1420, ground: 0xF6D7C3, figure: 0xD1495B, spark: 0x8A2846, light: 0xFFF7EF),
        ],
        motifs: [.lens, .bloom, .moon, .sunset, .balloons, .skyline, .waves, .tree, .rain, .rings])

    static let crime = Mood(
        palettes: [
            Palette(dark: 0x0F1014, ground: 0x23262F, figure: 0x5C6370, spark: 0xF2C94C, light: 0xF3ECD8),
            Palette(dark: 0x121212, ground: 0x3A3A3A, figure: 0x8A8A8A, spark: 0xD7263D, light: 0xF2EFE6),
            Palette(dark: 0x0D1B2A, ground: 0x1B3A4B, figure: 0x4D7C8A, spark: 0xF4B942, light: 0xEFE6D2),
            Palette(dark: 0x191410, ground: 0xD9C7A0, figure: 0x8C3B2E, spark: 0xC8102E, light: 0xF6EEDC),
        ],
        motifs: [.blinds, .beams, .door, .skyline, .stairs, .profile, .spiral, .rain, .road, .keyhole])

    static let thriller = Mood(
        palettes: [
            Palette(dark: 0x0B1D26, ground: 0x12495A, figure: 0x2A9D8F, spark: 0xF77F00, light: 0xEEF3E8),
            Palette(dark: 0x17121F, ground: 0x5C1A33, figure: 0xD62839, spark: 0xF6AE2D, light: 0xF6EADF),
            Palette(dark: 0x10202B, ground: 0xE2B714, figure: 0x17394D, spark: 0xD1495B, light: 0xF7F3E3),
            Palette(dark: 0x1A1416, ground: 0xC23420, figure: 0x3B1C1E, spark: 0xF4E3C1, light: 0xFBF3E4),
        ],
        motifs: [.spiral, .eye, .stairs, .beams, .keyhole, .stripes, .rings, .blinds, .profile, .door])

    static let horror = Mood(
        palettes: [
            Palette(dark: 0x120709, ground: 0x5B0F14, figure: 0xA4161A, spark: 0xE5C3A6, light: 0xF3E5D8),
            Palette(dark: 0x0A0F0D, ground: 0x1F3D2B, figure: 0x6B8F3A, spark: 0xD6E681, light: 0xEEF2DC),
            Palette(dark: 0x100B1A, ground: 0x3A1F5D, figure: 0x8A2D8E, spark: 0xF06543, light: 0xEFE4EF),
            Palette(dark: 0x0C0C0F, ground: 0x1E2430, figure: 0x59667A, spark: 0xC1121F, light: 0xE9E4DA),
        ],
        motifs: [.moon, .eye, .house, .tree, .fangs, .door, .keyhole, .spiral, .stairs])

    static let scienceFiction = Mood(
        palettes: [
            Palette(dark: 0x0A1030, ground: 0x1D3A8A, figure: 0x5C7CFA, spark: 0xFF6B6B, light: 0xE8F0FF),
            Palette(dark: 0x0D1321, ground: 0x3E1F47, figure: 0xE43F5A, spark: 0xFFC93C, light: 0xF2EEFB),
            Palette(dark: 0x04151F, ground: 0x0F5257, figure: 0x2EC4B6, spark: 0xFF9F1C, light: 0xEAFAF6),
            Palette(dark: 0x1A1026, ground: 0xF26B3A, figure: 0xF9B44D, spark: 0x2F1B4D, light: 0xFDF0DC),
        ],
        motifs: [.planet, .orbits, .rings, .sunset, .skyline, .beams, .tiles, .rocket, .spiral])

    static let fantasy = Mood(
        palettes: [
            Palette(dark: 0x0D2B2A, ground: 0x1B6B5F, figure: 0xF4A259, spark: 0xF25C54, light: 0xFDF6E3),
            Palette(dark: 0x1D1B40, ground: 0x4B3F99, figure: 0xFFB347, spark: 0x3EC6C0, light: 0xFFF4E0),
            Palette(dark: 0x0B2214, ground: 0x347452, figure: 0xF2C14E, spark: 0xD1495B, light: 0xFEFAE0),
            Palette(dark: 0x16264A, ground: 0x8CC7E8, figure: 0x2F6DB5, spark: 0xF9A03F, light: 0xFFFBEF),
        ],
        motifs: [.mountains, .moon, .bloom, .waves, .balloons, .tree, .sunburst, .tiles, .rocket, .bubbles, .planet])

    static let action = Mood(
        palettes: [
            Palette(dark: 0x2A120A, ground: 0xB93F0C, figure: 0xF2A541, spark: 0x7D2E12, light: 0xFBE9CF),
            Palette(dark: 0x1C1B17, ground: 0x6E6138, figure: 0xD08C3E, spark: 0xB23A2E, light: 0xF3EAD2),
            Palette(dark: 0x1A1F2B, ground: 0xB93519, figure: 0xF3B35B, spark: 0x35506B, light: 0xF7EAD5),
            Palette(dark: 0x1B1512, ground: 0xF0B541, figure: 0xD1481F, spark: 0x7A1E12, light: 0xFCF1D9),
        ],
        motifs: [.sunburst, .sunset, .mountains, .road, .stripes, .skyline, .beams, .cactus, .waves])

    static let documentary = Mood(
        palettes: [
            Palette(dark: 0x1C1C1A, ground: 0x4A5043, figure: 0x9A8F6F, spark: 0xE07A3F, light: 0xF4F0E0),
            Palette(dark: 0x15202B, ground: 0x35607A, figure: 0xA9C5D0, spark: 0xF2B134, light: 0xF5F3EC),
            Palette(dark: 0x201A17, ground: 0xD8C9AE, figure: 0x6F7F6A, spark: 0xC4572E, light: 0xFAF5EA),
            Palette(dark: 0x1B1E28, ground: 0x5B5F73, figure: 0xB9B4A7, spark: 0xE4B363, light: 0xF3EFE6),
        ],
        motifs: [.film, .checks, .rings, .tree, .mountains, .orbits, .tiles, .waves, .skyline, .stripes])

    static let musical = Mood(
        palettes: [
            Palette(dark: 0x22092C, ground: 0x8A1C7C, figure: 0xF2528C, spark: 0xFFD23F, light: 0xFFF0E5),
            Palette(dark: 0x1A1446, ground: 0x5A2FC2, figure: 0xFF5D8F, spark: 0xFFC857, light: 0xFDF0FF),
            Palette(dark: 0x2B0A0A, ground: 0xB3122C, figure: 0xF25F3A, spark: 0xF5C24B, light: 0xFDF1DD),
            Palette(dark: 0x102A43, ground: 0xF7C948, figure: 0xF0609E, spark: 0x2186EB, light: 0xFFF9E6),
        ],
        motifs: [.curtain, .beams, .sunburst, .record, .confetti, .stripes, .bubbles, .skyline, .checks])
}
