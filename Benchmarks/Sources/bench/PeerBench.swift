import Cryptography
import Encodings
import Glibc
import LinkedData
import OpenBadges
import VerifiableCredentials

/// Libraries by other hands on the same files, each as a ratio to libcrypto's own work in the same run.
struct PeerBench {
    /// A Python that has the packages of `Benchmarks/Peers/requirements.txt`.
    let python: String
    /// What the same work took here, by badge and work, as a ratio to a bare signature.
    let ours: [String: Double]

    /// The names of the works in `measure.py`, with those of the table.
    private static let works: [(key: String, name: String, bare: BareSignature)] = [
        ("canonical", "JSON text to canonical N-Quads", .ed25519Verify),
        ("quads", "N-Quads to RDFC-1.0", .ed25519Verify),
        ("verify", "verify, eddsa-rdfc-2022", .ed25519Verify), ("secure", "secure, eddsa-rdfc-2022", .ed25519Sign),
        ("verify-jwt", "verify, VC-JWT ES256", .p256Verify), ("secure-jwt", "secure, VC-JWT ES256", .p256Sign),
        ("tests", "RDFC-1.0 tests, SHA-256, one round", .ed25519Verify),
    ]

    func run(_ badges: [BenchBadge], tests: [String]) throws {
        guard !python.contains("'") else { throw BenchError("the path of Python has a quotation mark") }
        var template = Array("/tmp/passport-peers-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
        guard mkdtemp(&template) != nil else { throw BenchError("there is no place for scratch files") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { _ = try? ChildProcess.run("/bin/rm", ["-rf", folder]) }
        Output.note("libraries by other hands")
        let before = Self.bareTimes()
        let answers = try ask(try request(badges, tests: tests, in: folder), in: folder)
        let after = Self.bareTimes()
        for answer in answers { show(answer, bare: { (before[$0, default: 0] + after[$0, default: 0]) / 2 }) }
    }

    private func show(_ answer: JSONValue, bare: (BareSignature) -> Double) {
        guard let peer = answer["peer"]?.stringValue, let badge = answer["badge"]?.stringValue,
            let work = Self.works.first(where: { $0.key == answer["work"]?.stringValue })
        else { return }
        let row = "\(badge): \(work.name), by \(peer)"
        guard let time = answer["microseconds"]?.numberValue?.double else {
            return Output.row(row, "refused", beside: answer["error"]?.stringValue.map { "\($0.prefix(60))" } ?? "")
        }
        let ratio = time / bare(work.bare)
        let times = ours["\(badge)/\(work.key)"].map { "\(Output.fixed(ratio / $0, 0)) × ours" } ?? ""
        Output.row(row, Output.microseconds(time), beside: times, ratio: Output.fixed(ratio, 1))
    }

    private static func bareTimes() -> [BareSignature: Double] {
        var times: [BareSignature: Double] = [:]
        for bare in [BareSignature.ed25519Sign, .ed25519Verify, .p256Sign, .p256Verify] {
            times[bare] = ProcessorTime.median { bare.run() }
        }
        return times
    }

    // MARK: The question and its answer

    private func request(_ badges: [BenchBadge], tests: [String], in folder: String) throws -> JSONObject {
        func file(_ name: String, _ bytes: [UInt8]) throws -> JSONValue {
            try FileBytes.write(bytes, to: "\(folder)/\(name)")
            return .string("\(folder)/\(name)")
        }
        var contexts: JSONObject = [:]
        for (place, context) in OpenBadgesContexts.store.contexts.enumerated() {
            contexts[context.url] = try file("context-\(place).json", JSONWriter.compact(context.json))
        }
        guard let one = badges.first else { throw BenchError("there are no badges") }
        // One pair of keys for all, as an issuer has it.
        let listed = try badges.enumerated().map { place, badge -> JSONValue in
            let quads = try badge.rdfc.nquads(badge.credential)
            return [
                "name": .string(badge.name), "issuer": .string(BenchBadge.issuer),
                "credential": try file("\(place).json", badge.text), "quads": try file("\(place).nq", quads),
                "secured": try file("\(place)-secured.json", badge.secured(badge.rdfc, by: one.ed25519)),
                "jwt": try file("\(place).jwt", badge.jwt(by: one.p256)),
            ]
        }
        return [
            "contexts": .object(contexts), "badges": .array(listed),
            "keys": [
                "ed25519": .object(one.ed25519.privateKey.publicKey.jwk),
                "p256": .object(one.p256.privateKey.publicKey.jwk),
            ], "tests": .array(tests.map { .string($0) }),
        ]
    }

    private func ask(_ request: JSONObject, in folder: String) throws -> [JSONValue] {
        try FileBytes.write(JSONWriter.compact(.object(request)), to: "\(folder)/request.json")
        let command = "'\(python)' Benchmarks/Peers/measure.py < \(folder)/request.json > \(folder)/answer.json"
        guard system("PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 \(command)") == 0 else {
            throw BenchError("the peers' script failed")
        }
        return try JSONParser.parse(FileBytes.read("\(folder)/answer.json")).arrayValue ?? []
    }
}
