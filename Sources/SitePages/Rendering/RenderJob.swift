package import Catalog

/// A piece of a build that one core does in one go.
package struct RenderJob: Sendable {
    /// About how many pages it is, to tell how far a build has come.
    package let pages: Int
    /// Whether it takes so long that whoever writes to the catalog should not wait for it.
    package var isLong = false
    package let render: @Sendable (ProgrammeReader, any FileSink) throws -> Void
}
