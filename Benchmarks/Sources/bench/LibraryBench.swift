import Encodings
import VerifiableCredentials

/// What the libraries do to one badge, on one core, each as a ratio to libcrypto's own work.
struct LibraryBench {
    func run() throws {
        let badges = [
            try BenchBadge("3 KB badge", path: "Benchmarks/Badges/short-badge.json"),
            try BenchBadge("sample badge", path: "Benchmarks/Badges/sample-badge.json"),
        ]
        Output.note("openssl speed, before")
        let before = try OpenSSLSpeed.measure()
        var measured: [(BenchBadge, Times)] = []
        for badge in badges {
            Output.note("\(badge.name), \(badge.text.count) bytes")
            measured.append((badge, try Times(badge)))
        }
        Output.note("openssl speed, after")
        let bare = before.mean(try OpenSSLSpeed.measure())
        Output.heading()
        Output.row("openssl speed: Ed25519 sign, verify", "", beside: pair(bare.ed25519Sign, bare.ed25519Verify))
        Output.row("openssl speed: P-256 sign, verify", "", beside: pair(bare.p256Sign, bare.p256Verify))
        for (badge, times) in measured { print(badge, times, beside: bare) }
        try CanonicalizationBench().run(beside: bare)
        try JSONLDBench().run(beside: bare)
    }

    /// Microseconds of processor time.
    struct Times {
        let parse, canonicalize, secure, verify, secureJWT, verifyJWT: Double

        init(_ badge: BenchBadge) throws {
            let (secured, jwt) = (try badge.secured(), try badge.jwt())
            try badge.expectGenuine(secured)
            try badge.expectGenuine(jwt)
            let json = JSONValue.object(badge.credential)
            parse = try ProcessorTime.median { _ = try JSONParser.parse(badge.text) }
            canonicalize = ProcessorTime.median { _ = JCS.canonicalize(json) }
            secure = try ProcessorTime.median { _ = try badge.secured() }
            verify = ProcessorTime.median { _ = badge.verifier.judge(secured, source: badge.name) }
            secureJWT = try ProcessorTime.median { _ = try badge.jwt() }
            verifyJWT = ProcessorTime.median { _ = badge.verifier.judge(jwt, source: badge.name) }
        }
    }

    private func print(_ badge: BenchBadge, _ times: Times, beside bare: OpenSSLSpeed) {
        func row(_ work: String, _ time: Double, _ other: (name: String, time: Double)?, goal: String = "") {
            Output.row(
                "\(badge.name): \(work)", Output.microseconds(time),
                beside: other.map { "\($0.name) \(Output.microseconds($0.time))" } ?? "",
                ratio: other.map { Output.fixed(time / $0.time) } ?? "", goal: goal)
        }
        let verify = (name: "Ed25519 verify", time: bare.ed25519Verify)
        row("JSON parse, \(badge.text.count) bytes", times.parse, verify)
        row("JCS", times.canonicalize, verify)
        row("secure, eddsa-jcs-2022, to text", times.secure, ("Ed25519 sign", bare.ed25519Sign))
        row("verify, eddsa-jcs-2022, text to report", times.verify, verify)
        row("secure, VC-JWT ES256, to text", times.secureJWT, ("P-256 sign", bare.p256Sign))
        row("verify, VC-JWT ES256, text to report", times.verifyJWT, ("P-256 verify", bare.p256Verify), goal: "≤ 1.75")
    }

    private func pair(_ sign: Double, _ verify: Double) -> String {
        "\(Output.microseconds(sign)), \(Output.microseconds(verify))"
    }
}
