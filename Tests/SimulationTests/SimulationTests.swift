import Booking
import BookingSQLite
import CPowerCut
import Foundation
import TestSupport
import Testing

/// `MARQUEE_SEED=N swift test --filter SimulationTests` runs one seed again, the same in every step. `MARQUEE_SEEDS=N` runs
/// that many, from `MARQUEE_FIRST_SEED` on.
@Suite("The core under a seeded scheduler, with crashes, power cuts and a bank that misbehaves")
struct SimulationTests {
    private static let folder = Result {
        // In memory where there is such a folder: the disk's own speed proves nothing here.
        let memory = URL(filePath: "/dev/shm")
        let base = FileManager.default.isWritableFile(atPath: memory.path) ? memory : URL.temporaryDirectory
        let folder = base.appending(path: "marquee-simulation-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard power_cut_watch(folder.path) == 0 else { throw CocoaError(.featureUnsupported) }
        return folder
    }

    /// Slices of all seeds, so that each core has one.
    private static let slices: [ClosedRange<UInt64>] = {
        func number(_ name: String) -> UInt64? { ProcessInfo.processInfo.environment[name].flatMap(UInt64.init) }
        if let seed = number("MARQUEE_SEED") { return [seed...seed] }
        let first = number("MARQUEE_FIRST_SEED") ?? 1
        let last = first + max(1, number("MARQUEE_SEEDS") ?? 500) - 1
        return stride(from: first, through: last, by: 250).map { $0...min($0 + 249, last) }
    }()

    @Test(
        "whatever dies when: no seat twice, no money without seats, no seats without money, every answer still true",
        arguments: slices)
    func invariants(seeds: ClosedRange<UInt64>) async throws {
        let total = try await Self.outcomes(of: seeds) { seed, outcome in
            #expect(outcome.violations.isEmpty, "seed \(seed): \(outcome.violations.joined(separator: "; "))")
            return true
        }
        guard seeds.count >= 250 else { return }
        let counts = [
            total.holds, total.conflicts, total.orders, total.declines, total.challenges, total.refunds, total.replays,
            total.crashes, total.powerCuts, total.overlaps, total.closings,
        ]
        #expect(counts.allSatisfy { $0 > 50 }, "a run in which little happens proves little: \(total)")
    }

    @Test("the same seed is the same run", arguments: [7, 8, 9] as [UInt64])
    func replay(seed: UInt64) async throws {
        let first = try await Simulation.run(seed: seed, in: Self.folder.get().appending(path: "first"))
        let second = try await Simulation.run(seed: seed, in: Self.folder.get().appending(path: "second"))
        #expect(first.turns == second.turns && first.tally == second.tally)
        #expect(first.tally.holds > 0)
    }

    @Test(
        "with anything missing that keeps them right, the same seeds find it out",
        arguments: [
            .blindWithoutKey, .store(.claimsEndAtOnce), .store(.answersAreForgotten), .goesOnRegardless, .diskLies,
        ] as [Flaw])
    func negativeControls(flaw: Flaw) async throws {
        var found: [String] = []
        _ = try await Self.outcomes(of: 1...400, flaw: flaw) { _, outcome in
            found += outcome.violations
            return found.isEmpty
        }
        #expect(!found.isEmpty, "what is missing is needed by nothing that the simulation does")
    }

    @Test(
        "with a guard missing, the same seeds find out just that",
        arguments: [
            (.referencesComeLate, "the store knows of no such payment"),
            (.overlooksClosings, "orders were sold of a closed showing"),
        ] as [(Flaw, String)])
    func namedControls(flaw: Flaw, sentence: String) async throws {
        var found: [String] = []
        _ = try await Self.outcomes(of: 1...400, flaw: flaw) { _, outcome in
            found += outcome.violations
            return !found.contains { $0.hasSuffix(sentence) }
        }
        #expect(found.contains { $0.hasSuffix(sentence) }, "\(found)")
    }

    @Test("rules that see no claims sell nothing twice, for the key says so")
    func key() async throws {
        var conflicts = 0
        _ = try await Self.outcomes(of: 1...60, flaw: .blind) { seed, outcome in
            #expect(outcome.violations.isEmpty, "seed \(seed): \(outcome.violations.joined(separator: "; "))")
            conflicts += outcome.tally.conflicts
            return true
        }
        #expect(conflicts > 0)
    }

    @Test(
        "a server that claims seats as they are spelt by whoever asks sells one twice, and the same seeds find it out")
    func spellings() async throws {
        var found: [String] = []
        _ = try await Self.outcomes(of: 1...400, flaw: .claimsAsAsked) { _, outcome in
            found += outcome.violations
            return !found.contains { $0.contains("was sold to 2 buyers") }
        }
        #expect(found.contains { $0.contains("was sold to 2 buyers") })
        #expect(found.contains { $0.hasPrefix("a seat has two valid tickets") }, "the store's own check: \(found)")
    }

    /// - Parameter goOn: is given each outcome, in the order of the seeds.
    private static func outcomes(
        of seeds: ClosedRange<UInt64>, flaw: Flaw? = nil,
        _ goOn: (UInt64, Simulation.Outcome) -> Bool
    ) async throws -> Witness.Tally {
        var total = Witness.Tally()
        for seed in seeds {
            let outcome: Simulation.Outcome
            do {
                outcome = try await Simulation.run(seed: seed, in: folder.get(), flaw: flaw)
            } catch let error where flaw != nil {
                // A store that lacks what keeps it right may be damaged beyond reading.
                outcome = Simulation.Outcome(violations: ["\(error)"], tally: Witness.Tally(), turns: [])
            }
            total += outcome.tally
            guard goOn(seed, outcome) else { break }
        }
        return total
    }
}
