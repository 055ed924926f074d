/// Why a file is rendered.
enum Cause: Hashable, Sendable, CustomStringConvertible {
    case dryRun
    case verification
    case noSite
    case noState
    case full
    case blockedFolder(String)
    case forgottenMoment
    case otherFolder
    case changedByHand
    case settings
    case program
    case assets
    case publicFiles
    case postponed
    case posters
    case template(String)
    case word(String)
    case words
    case catalog
    case clock(String)
    case movie(Int64)
    case genre(Int64)
    case person(Int64)
    case theater(Int64)
    case layout(String)
    case priceList(Int64)
    case showtime(String)

    var description: String {
        switch self {
        case .dryRun: "nothing is written"
        case .verification: "the site is verified"
        case .noSite: "there was no site"
        case .noState: "there was no state of a build before"
        case .full: "everything was asked for, with --full"
        case .blockedFolder(let path): "something else stood in the place of a folder, on the way to '\(path)'"
        case .forgottenMoment: "the catalog's log does not reach back to the last build"
        case .otherFolder: "the output is another folder than that of the last build"
        case .changedByHand: "a file of the site was changed by hand"
        case .settings: "the site's settings were changed"
        case .program: "sitegen itself, or the system's time zones, were changed"
        case .assets: "an asset was changed, and so the address of all"
        case .publicFiles: "a public file was changed"
        case .postponed: "it was put off by the build before"
        case .posters: "the picture of a film was changed"
        case .template(let name): "the template '\(name)' was changed"
        case .word(let key): "the word '\(key)' was changed"
        case .words: "words that pages say without their templates were changed"
        case .catalog: "the catalog was changed in a way that may show anywhere"
        case .clock(let event): event
        case .movie(let id): "movie \(id) was changed"
        case .genre(let id): "genre \(id) was changed"
        case .person(let id): "person \(id) was changed"
        case .theater(let id): "theater \(id) was changed"
        case .layout(let id): "seat layout '\(id)' was changed"
        case .priceList(let id): "price list \(id) was changed"
        case .showtime(let id): "showtime '\(id)' was changed"
        }
    }
}
