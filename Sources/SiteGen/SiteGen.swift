import ArgumentParser
import Foundation
import Settings

/// `sitegen`: a cinema's programme as a web site of plain files.
@main
struct SiteGen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitegen",
        abstract: "Renders a cinema's programme from a catalog to a web site of plain files.",
        discussion: """
            A programme is typed into files, imported into a catalog, and built into a site:
              sitegen import programme.yaml
              sitegen build
              sitegen serve
            'sitegen watch' builds again whenever something changes.
            Options that name a variable may also be given in the environment: --base-url as MARQUEE_BASE_URL.
            """,
        subcommands: [
            ImportCommand.self, DemoCommand.self, BuildCommand.self, WatchCommand.self, ServeCommand.self,
            CheckCommand.self, WhyCommand.self, DueCommand.self, TemplatesCommand.self, HeadersCommand.self,
        ])

    /// What is wrong with a file is printed as it is, `file:line:column: message`, for editors to follow.
    static func main() async {
        if let problem = RepeatedOption.problem(in: CommandLine.arguments.dropFirst()) {
            exit(withError: ValidationError(problem))
        }
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let isAboutArguments = exitCode(for: error) != .failure || error is CleanExit || error is ValidationError
            if isAboutArguments { exit(withError: error) }
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(withError: ExitCode.failure)
        }
    }
}
