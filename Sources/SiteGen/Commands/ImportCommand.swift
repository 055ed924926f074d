import ArgumentParser
import Catalog
import CatalogImport
import Files
import Foundation
import SitePages

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings files into the catalog: all of them, or, if anything is wrong in any, nothing.",
        discussion: """
            A file is a catalog document (YAML or JSON, see docs/catalog.md); with --mapping it is a table of films \
            or theaters (CSV, JSON or JSON Lines, see docs/import.md). A name that ends in .gz is decompressed; - is the \
            standard input. An import can be \
            repeated: what is there already is brought up to date.
            """)

    @OptionGroup var catalog: CatalogOption

    @Option(help: "How the columns of a table become films or theaters.")
    var mapping: String?

    @Option(help: ArgumentHelp("How large a file may be, or become when decompressed.", valueName: "MiB"))
    var largestFile = SourceFile.usualLimit >> 20

    @Argument(help: "The files to import.")
    var files: [String]

    func validate() throws {
        try GivenPath.require(mapping, "--mapping")
        for file in files { try GivenPath.require(file, "the path of a file to import") }
        guard (1...1_048_576).contains(largestFile) else {
            throw ValidationError("--largest-file is a number of MiB from 1 to 1048576")
        }
    }

    func run() throws {
        let mapping = try mapping.map { try Mapping(SourceFile(path: $0)) }
        let sources = try files.map { try SourceFile(path: $0, limit: largestFile << 20) }
        let progress = ProgressLine()
        let isNew = FileStamp(at: catalog.path) == nil
        do {
            let summary = try CatalogImport(mapping: mapping) { progress.show($0.what, $0.done, of: $0.total) }
                .run(sources, into: Catalog(writingTo: catalog.path))
            progress.clear()
            print("\(catalog.path): \(summary)")
        } catch {
            progress.clear()
            // An empty catalog would pass for a cinema that shows nothing.
            if isNew { try? FileManager.default.removeItem(atPath: catalog.path) }
            throw error
        }
    }
}

extension CatalogImport.Summary: CustomStringConvertible {
    package var description: String {
        let parts = [
            movies > 0 ? "\(Wording.count(movies, "movie")) (\(newMovies) new)" : nil,
            theaters > 0 ? "\(Wording.count(theaters, "theater")) (\(newTheaters) new)" : nil,
            showtimes > 0 ? Wording.count(showtimes, "showtime") : nil,
            removedShowtimes > 0 ? "\(Wording.count(removedShowtimes, "showtime")) taken out" : nil,
        ]
        let text = parts.compactMap(\.self).joined(separator: ", ")
        return text.isEmpty ? "up to date" : text
    }
}
