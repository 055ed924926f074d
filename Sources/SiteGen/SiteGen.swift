import ArgumentParser

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
            Every option may also be given in the environment: --base-url as MARQUEE_BASE_URL.
            """,
        subcommands: [ImportCommand.self, DemoCommand.self, BuildCommand.self, ServeCommand.self])
}
