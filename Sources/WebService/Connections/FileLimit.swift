import Foundation

/// How many files, and so connections, the system lets this process have open.
enum FileLimit {
    /// What is needed besides connections.
    private static let reserve = 256
    #if canImport(Darwin)
        private static let resource = RLIMIT_NOFILE
    #else
        private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #endif

    /// Asks for what `connections` need, as most systems give less until they are asked.
    ///
    /// - Returns: for how many connections there will be files: `connections`, or fewer.
    static func allow(connections: Int) -> Int {
        let wanted = rlim_t(connections + reserve)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return connections }
        if limit.rlim_cur < wanted {
            limit.rlim_cur = min(wanted, limit.rlim_max)
            _ = setrlimit(resource, &limit)
            guard getrlimit(resource, &limit) == 0 else { return connections }
        }
        guard limit.rlim_cur < wanted else { return connections }
        return max(4, Int(limit.rlim_cur) - reserve)
    }
}
