import Encodings
import VerifiableCredentials

/// One piece of work again and again, for a profiler to look at.
struct RepeatedWork {
    private let name: String
    private let work: () throws -> Void

    init(_ name: String, badge: String) throws {
        self.name = name
        let badge = try BenchBadge(badge, path: "Benchmarks/Badges/\(badge)-badge.json")
        let verifier = badge.verifier
        func verifying(_ bytes: [UInt8]) -> () -> Void { { _ = verifier.judge(bytes, source: "badge") } }
        switch name {
        case "verify": work = verifying(try badge.secured(badge.rdfc))
        case "verify-jcs": work = verifying(try badge.secured(EdDSAJCS2022()))
        case "verify-jwt": work = verifying(try badge.jwt())
        case "secure": work = { _ = try badge.secured(badge.rdfc) }
        case "secure-jcs": work = { _ = try badge.secured(EdDSAJCS2022()) }
        case "config":
            let options: JSONObject = [
                "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-07-01T10:00:00Z",
                "verificationMethod": .string(badge.ed25519.verificationMethod), "proofPurpose": "assertionMethod",
            ]
            let config = badge.rdfc.proofConfig(options: options, documentContext: badge.credential["@context"])
            work = { _ = try badge.rdfc.nquads(ofConfig: config) }
        default: throw BenchError("there is no work called \(name)")
        }
    }

    /// Without a number, measures the work.
    func run(times: Int?) throws {
        guard let times else {
            let bare: BareSignature =
                name == "verify-jwt" ? .p256Verify : name.hasPrefix("secure") ? .ed25519Sign : .ed25519Verify
            try BareSignature.prepare()
            return try Measured(beside: bare, of: work).row(name, showsMemory: true)
        }
        for _ in 0..<times { try work() }
    }
}
