/// What the build before left, and what has become of its folder.
struct LastBuild {
    let state: BuildState
    /// See ``OutputFolder/identity``, ``OutputFolder/fingerprint(after:)``.
    let folder: [UInt64?]
    let fingerprint: String?

    init(_ state: BuildState, in folder: OutputFolder) {
        self.state = state
        self.folder = folder.identity
        fingerprint = folder.fingerprint(after: state)
    }

    /// Its folder is taken to be as it was.
    init(_ state: BuildState) {
        self.state = state
        folder = state.folder
        fingerprint = state.fingerprint
    }
}
