import Hummingbird
import ServiceLifecycle

extension LiveReload {
    /// A stream of server-sent events: the version of the site now, and each that follows, until the server is told to
    /// stop or the browser is gone.
    func changes() -> ResponseBody {
        ResponseBody { writer in
            // How many milliseconds a browser waits before it connects again.
            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
            var told: OutputVersion?
            var silence = Duration.zero
            // The server does not stop before its answers have ended, and this one has no end of its own.
            while !Task.isShuttingDownGracefully {
                let version = OutputVersion(of: output)
                if version != told {
                    try await writer.write(ByteBuffer(string: "event: version\ndata: \(version)\n\n"))
                    (told, silence) = (version, .zero)
                } else if silence >= heartbeat {
                    try await writer.write(ByteBuffer(string: ": still here\n\n"))
                    silence = .zero
                }
                try await Task.sleep(for: pause)
                silence += pause
            }
            try await writer.finish(nil)
        }
    }
}
