import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ServiceLifecycle

/// Serves a finished site on this machine, for people at work on it.
struct SiteServer {
    let folder: URL
    let host: String
    let port: Int

    /// Serves until the process is told to stop.
    ///
    /// - Throws: ``BuildError`` if there is no site, or the port is taken.
    func run() async throws {
        let index = folder.appending(path: "index.html")
        guard FileManager.default.fileExists(atPath: index.path) else {
            throw BuildError("\(folder.relativePath): there is no site here; make one with 'sitegen build'")
        }
        var logger = Logger(label: "sitegen")
        logger.logLevel = .notice
        // Links and the booking API know the site by the name that people type.
        let address = "http://\(host == "127.0.0.1" ? "localhost" : host):\(port)/"
        let application = Application(
            router: router(logger), configuration: .init(address: .hostname(host, port: port)),
            onServerRunning: { _ in FileHandle.standardError.write(Data("The site is at \(address)\n".utf8)) },
            logger: logger)
        do {
            try await application.runService()
        } catch {
            throw BuildError("\(host):\(port): cannot listen there (\(error)); choose another with --port")
        }
    }

    private func router(_ logger: Logger) -> Router<BasicRequestContext> {
        let notFound = try? Data(contentsOf: folder.appending(path: "404.html"))
        let router = Router()
        router.add(middleware: NotFoundPage(html: notFound ?? Data()))
        router.add(
            middleware: FileMiddleware(
                folder.path,
                cacheControl: .init([
                    (.init(type: .any), [.noCache])
                ]),
                searchForIndexHtml: true, logger: logger))
        return router
    }
}

/// Answers with the site's own page where there is no file.
struct NotFoundPage<Context: RequestContext>: RouterMiddleware {
    let html: Data

    @concurrent
    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return Response(
                status: .notFound, headers: [.contentType: "text/html; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(bytes: html)))
        }
    }
}
