/// What can be seen on a poster.
enum Motif: CaseIterable {
    case balloons, beams, blinds, bloom, bubbles, cactus, checks, confetti, curtain, door, eye, fangs, film, house
    case keyhole, lens, moon, mountains, orbits, planet, profile, rain, record, rings, road, rocket, skyline, spiral
    case stairs, stripes, sunburst, sunset, tiles, tree, waves
}

extension Scene {
    mutating func draw(_ motif: Motif) {
        switch motif {
        case .balloons: drawBalloons()
        case .beams: drawBeams()
        case .blinds: drawBlinds()
        case .bloom: drawBloom()
        case .bubbles: drawBubbles()
        case .cactus: drawCactus()
        case .checks: drawChecks()
        case .confetti: drawConfetti()
        case .curtain: drawCurtain()
        case .door: drawDoor()
        case .eye: drawEye()
        case .fangs: drawFangs()
        case .film: drawFilm()
        case .house: drawHouse()
        case .keyhole: drawKeyhole()
        case .lens: drawLens()
        case .moon: drawMoon()
        case .mountains: drawMountains()
        case .orbits: drawOrbits()
        case .planet: drawPlanet()
        case .profile: drawProfile()
        case .rain: drawRain()
        case .record: drawRecord()
        case .rings: drawRings()
        case .road: drawRoad()
        case .rocket: drawRocket()
        case .skyline: drawSkyline()
        case .spiral: drawSpiral()
        case .stairs: drawStairs()
        case .stripes: drawStripes()
        case .sunburst: drawSunburst()
        case .sunset: drawSunset()
        case .tiles: drawTiles()
        case .tree: drawTree()
        case .waves: drawWaves()
        }
    }
}
