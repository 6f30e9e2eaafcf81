import Encodings
import OpenBadges
import VerifiableCredentials

/// What the libraries do to one badge, on one core, each as a ratio to libcrypto's own work.
struct LibraryBench {
    /// A Python with libraries by other hands, when there is one.
    let python: String?

    func run() throws {
        try BareSignature.prepare()
        let badges = [
            try BenchBadge("3 KB badge", path: "Benchmarks/Badges/short-badge.json"),
            try BenchBadge("sample badge", path: "Benchmarks/Badges/sample-badge.json"),
        ]
        Output.note("openssl speed")
        let speed = try OpenSSLSpeed.measure()
        Output.heading()
        Output.row("openssl speed: Ed25519 sign, verify", "", beside: pair(speed.ed25519Sign, speed.ed25519Verify))
        Output.row("openssl speed: P-256 sign, verify", "", beside: pair(speed.p256Sign, speed.p256Verify))
        var ours: [String: Double] = [:]
        for badge in badges { try run(badge, into: &ours) }
        let canonicalization = CanonicalizationBench()
        try canonicalization.run(into: &ours)
        guard let python else { return Output.note("no libraries by other hands are measured") }
        try PeerBench(python: python, ours: ours).run(badges, tests: canonicalization.officialTests())
    }

    /// - Parameter ours: receives the ratios, by badge and work.
    private func run(_ badge: BenchBadge, into ours: inout [String: Double]) throws {
        Output.note("\(badge.name), \(badge.text.count) bytes")
        // The goals are those for the 3 KB badge.
        let hasGoals = badge.name == "3 KB badge"
        func row(
            _ work: String, _ bare: BareSignature, goal: String = "", key: String = "", _ body: () throws -> Void
        ) rethrows {
            let measured = try Measured(beside: bare, of: body)
            measured.row("\(badge.name): \(work)", goal: hasGoals ? goal : "", showsMemory: true)
            ours["\(badge.name)/\(key)"] = measured.ratio
        }
        let jcsSuite = EdDSAJCS2022()
        let (secured, jcs, jwt) = (try badge.secured(badge.rdfc), try badge.secured(jcsSuite), try badge.jwt())
        for bytes in [secured, jcs, jwt] { try badge.expectGenuine(bytes) }
        let json = JSONValue.object(badge.credential)

        try row("JSON parse, \(badge.text.count) bytes", .ed25519Verify) { _ = try JSONParser.parse(badge.text) }
        row("JCS", .ed25519Verify) { _ = JCS.canonicalize(json) }
        try row(
            "JSON text to canonical N-Quads, \(try badge.quads()) quads", .ed25519Verify, goal: "≤ 0.97",
            key: "canonical"
        ) {
            _ = try badge.rdfc.nquads(badge.parsed())
        }
        try row("the same and its words, with contexts not yet processed", .ed25519Verify) {
            let store = ContextStore(BuiltInContexts.all + OpenBadgesContexts.all)
            _ = store.findings(in: badge.credential)
            _ = try EdDSARDFC2022(contexts: store.prepared).nquads(badge.parsed())
        }
        try row("secure, eddsa-jcs-2022, to text", .ed25519Sign) { _ = try badge.secured(jcsSuite) }
        row("verify, eddsa-jcs-2022, text to report", .ed25519Verify) {
            _ = badge.verifier.judge(jcs, source: badge.name)
        }
        try row("secure, VC-JWT ES256, to text", .p256Sign, key: "secure-jwt") { _ = try badge.jwt() }
        row("verify, VC-JWT ES256, text to report", .p256Verify, goal: "≤ 1.75", key: "verify-jwt") {
            _ = badge.verifier.judge(jwt, source: badge.name)
        }
        try row("secure, eddsa-rdfc-2022, to text", .ed25519Sign, goal: "≤ 4", key: "secure") {
            _ = try badge.secured(badge.rdfc)
        }
        row("verify, eddsa-rdfc-2022, text to report", .ed25519Verify, goal: "≤ 2", key: "verify") {
            _ = badge.verifier.judge(secured, source: badge.name)
        }
        try StageBench(badge: badge).run()
    }

    private func pair(_ sign: Double, _ verify: Double) -> String {
        "\(Output.microseconds(sign)), \(Output.microseconds(verify))"
    }
}
