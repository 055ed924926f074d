import Markup

/// Collects faults: how many there are of each kind, and the first of each.
struct FaultLog: Sendable {
    /// How many of a kind are kept; `nil` for all.
    private let limit: Int?
    private var entries = Array(repeating: Entry(), count: FaultKind.allCases.count)

    private struct Entry {
        var count = 0
        var faults: [NumberedFault] = []
    }

    private struct NumberedFault {
        let file: Int
        let fault: Fault
    }

    init(limit: Int?) {
        self.limit = limit
    }

    /// The message and the place of a fault that is not kept are never made.
    mutating func add(
        _ kind: FaultKind, _ document: Document, at offset: Int = 0, _ message: @autoclosure () -> String
    ) {
        add(kind, document.number, document.path, document.place(of: offset), message())
    }

    mutating func add(
        _ kind: FaultKind, _ file: Int, _ path: @autoclosure () -> String, _ place: @autoclosure () -> Place,
        _ message: @autoclosure () -> String
    ) {
        entries[kind.rawValue].count += 1
        guard entries[kind.rawValue].faults.count < limit ?? .max else { return }
        entries[kind.rawValue].faults.append(
            NumberedFault(file: file, fault: Fault(path: path(), place: place(), message: message())))
    }

    /// Every log must have met its files in their order, so that the first of all are among the first of each.
    mutating func merge(_ other: FaultLog) {
        for kind in FaultKind.allCases.map(\.rawValue) {
            entries[kind].count += other.entries[kind].count
            let all = (entries[kind].faults + other.entries[kind].faults).sorted {
                ($0.file, $0.fault.place) < ($1.file, $1.fault.place)
            }
            entries[kind].faults = Array(all.prefix(limit ?? .max))
        }
    }

    var groups: [SiteReport.Group] {
        FaultKind.allCases.compactMap { kind in
            let entry = entries[kind.rawValue]
            guard entry.count > 0 else { return nil }
            return SiteReport.Group(kind: kind, faults: entry.faults.map(\.fault), count: entry.count)
        }
    }
}
