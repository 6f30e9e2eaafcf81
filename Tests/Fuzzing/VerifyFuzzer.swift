// module: OpenBadges
// seeds: examples/tiimityo.json examples/asiakaskohtaaminen.jwt
import Encodings
import OpenBadges
import VerifiableCredentials

private let time = (try? Timestamp(rfc3339: "2027-01-01T00:00:00Z")) ?? Timestamp(secondsSince1970: 0)

/// A receiver who trusts the issuer of the examples, and doesn't ask for a status list's age.
private let verifier: Verifier = {
    let trust = accepted { try TrustList(json: JSONParser.parse(readFile("examples/trust.json"))) }
    claim("the examples have a trust list", trust != nil)
    var policy = VerificationPolicy()
    policy.maxStatusAgeDays = 100_000
    var material = VerificationMaterial(trust: trust)
    if let list = accepted({ try JSONParser.parse(readFile("examples/status-1.json"), limits: .statusList) })?
        .objectValue
    {
        material.statusLists.append(.init(credential: list, source: "status-1.json"))
    }
    return Verifier(material: material, policy: policy, profile: OpenBadgeProfile(), time: JudgementTime(now: time))
}()

/// What was signed, of each example; white space around and within JSON isn't.
private let genuine: Set<[UInt8]> = Set(
    ["tiimityo.json", "asiakaskohtaaminen.jwt"].map { signed(readFile("examples/\($0)")) })

/// Any bytes as a badge: none whose signed bytes were changed has a signature that passes.
func fuzz(_ bytes: [UInt8]) {
    let report = verifier.judge(bytes, source: "input")
    claim("a report has something to say", !report.checks.isEmpty)
    let proof = report.checks.first { $0.check == .proof }
    guard proof?.outcome == .passed || report.verdict == .valid else { return }
    claim("no signed byte was changed", genuine.contains(signed(bytes)))
}

private func signed(_ bytes: [UInt8]) -> [UInt8] {
    if let value = accepted({ try JSONParser.parse(bytes) }) { return JCS.canonicalize(value) }
    guard let jws = accepted({ try CompactJWS(parsing: bytes) }) else { return [] }
    return jws.signingInput
}
