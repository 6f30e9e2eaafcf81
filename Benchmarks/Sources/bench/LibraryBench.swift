import Encodings
import VerifiableCredentials

/// What the libraries do to one badge, on one core, each as a ratio to libcrypto's own work.
struct LibraryBench {
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
        for badge in badges { try run(badge) }
        try CanonicalizationBench().run()
    }

    private func run(_ badge: BenchBadge) throws {
        Output.note("\(badge.name), \(badge.text.count) bytes")
        // The goals are those for the 3 KB badge.
        let hasGoals = badge.name == "3 KB badge"
        func row(_ work: String, _ bare: BareSignature, goal: String = "", _ body: () throws -> Void) rethrows {
            try Measured(beside: bare, of: body).row(
                "\(badge.name): \(work)", goal: hasGoals ? goal : "", showsMemory: true)
        }
        let jcsSuite = EdDSAJCS2022()
        let (secured, jcs, jwt) = (try badge.secured(badge.rdfc), try badge.secured(jcsSuite), try badge.jwt())
        for bytes in [secured, jcs, jwt] { try badge.expectGenuine(bytes) }
        let json = JSONValue.object(badge.credential)

        try row("JSON parse, \(badge.text.count) bytes", .ed25519Verify) { _ = try JSONParser.parse(badge.text) }
        row("JCS", .ed25519Verify) { _ = JCS.canonicalize(json) }
        try row("JSON text to canonical N-Quads, \(try badge.quads()) quads", .ed25519Verify, goal: "≤ 0.97") {
            _ = try badge.rdfc.canonicalDocument(badge.parsed(), digest: .sha256)
        }
        try row("secure, eddsa-jcs-2022, to text", .ed25519Sign) { _ = try badge.secured(jcsSuite) }
        row("verify, eddsa-jcs-2022, text to report", .ed25519Verify) {
            _ = badge.verifier.judge(jcs, source: badge.name)
        }
        try row("secure, VC-JWT ES256, to text", .p256Sign) { _ = try badge.jwt() }
        row("verify, VC-JWT ES256, text to report", .p256Verify, goal: "≤ 1.75") {
            _ = badge.verifier.judge(jwt, source: badge.name)
        }
        try row("secure, eddsa-rdfc-2022, to text", .ed25519Sign, goal: "≤ 4") { _ = try badge.secured(badge.rdfc) }
        row("verify, eddsa-rdfc-2022, text to report", .ed25519Verify, goal: "≤ 2") {
            _ = badge.verifier.judge(secured, source: badge.name)
        }
        try StageBench(badge: badge).run()
    }

    private func pair(_ sign: Double, _ verify: Double) -> String {
        "\(Output.microseconds(sign)), \(Output.microseconds(verify))"
    }
}
