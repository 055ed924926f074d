import SitePages

/// A sink of a build, which tells in the end what came to it.
protocol BuildSink: FileSink {
    var report: RenderReport { get }
}
