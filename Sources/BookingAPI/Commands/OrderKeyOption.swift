import ArgumentParser
import Booking
import Foundation
import Settings

struct OrderKeyOption: ParsableArguments {
    @Option(ServerSettings.orderKey) var orderKey: String?

    /// Says so if others may read it.
    func keyFile() throws -> OrderKeyFile {
        let file = OrderKeyFile(path: try path(Settings()))
        if let exposure = file.exposure { FileHandle.standardError.write(Data("\(exposure)\n".utf8)) }
        return file
    }

    func path(_ settings: Settings) throws -> String {
        guard let path = settings.text(ServerSettings.orderKey, orderKey) ?? Self.standardPath, !path.isEmpty else {
            throw ValidationError("--order-key: give the path of a file")
        }
        return path
    }

    /// Whoever gets hold of the store's folder, or of a copy of it, shall not have the key as well.
    static var standardPath: String? {
        let environment = ProcessInfo.processInfo.environment
        func folder(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let settings = folder("XDG_CONFIG_HOME") ?? folder("HOME").map { $0 + "/.config" }
        return settings.map { $0 + "/marquee/order-key" }
    }
}
