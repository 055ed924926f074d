/// An option that the command line gives more than once. The last one would win, and nobody would be told of the first.
package enum RepeatedOption {
    /// - Parameters:
    ///   - arguments: without the name of the program; what stands behind `--` are no options.
    ///   - lists: those that may be given several times, without their hyphens.
    /// - Returns: what is wrong, or `nil`.
    package static func problem(in arguments: some Sequence<String>, besides lists: Set<String> = []) -> String? {
        var seen: Set<String> = []
        for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
            let written = argument.dropFirst(2).prefix { $0 != "=" }
            let name = written.hasPrefix("no-") ? String(written.dropFirst(3)) : String(written)
            if !lists.contains(name), !seen.insert(name).inserted { return "--\(name) is given twice; give it once" }
        }
        return nil
    }
}
