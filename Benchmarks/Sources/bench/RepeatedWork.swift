import Encodings
import VerifiableCredentials

/// One piece of work again and again, for a profiler to look at.
struct RepeatedWork {
    private let work: () throws -> Void

    init(_ name: String, badge: String) throws {
        let badge = try BenchBadge(badge, path: "Benchmarks/Badges/\(badge)-badge.json")
        let verifier = badge.verifier
        func verifying(_ bytes: [UInt8]) -> () -> Void { { _ = verifier.judge(bytes, source: "badge") } }
        switch name {
        case "verify": work = verifying(try badge.secured(badge.rdfc))
        case "verify-jcs": work = verifying(try badge.secured(EdDSAJCS2022()))
        case "verify-jwt": work = verifying(try badge.jwt())
        case "secure": work = { _ = try badge.secured(badge.rdfc) }
        case "secure-jcs": work = { _ = try badge.secured(EdDSAJCS2022()) }
        default: throw BenchError("there is no work called \(name)")
        }
    }

    func run(times: String?) throws {
        for _ in 0..<(times.flatMap { Int($0) } ?? 20_000) { try work() }
    }
}
