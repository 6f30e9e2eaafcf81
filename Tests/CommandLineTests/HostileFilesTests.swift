import Encodings
import TestSupport
import Testing

/// Files made to be trouble, given to the program as a receiver gets them: small files that ask for years of work or
/// for more memory than there is. Their makers sign with keys of their own, or not at all.
@Suite("passportctl verify: hostile files")
struct HostileFilesTests {
    private static let issuer = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    private static let contexts: [JSONValue] = ["https://www.w3.org/ns/credentials/v2"]
    private static let long = "urn:" + String(repeating: "a", count: 900_000)
    private static let many = JSONValue.array((0..<15_000).map { .string("\($0)") })

    struct File: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let document: JSONObject
        /// The answer of the `proof` check.
        let code: String
    }

    private static func file(
        _ name: String, _ code: String, contexts: [JSONValue] = [], _ members: JSONObject = [:],
        proofs: [JSONObject] = [proof()]
    ) -> File {
        var document: JSONObject = [
            "@context": .array(Self.contexts + contexts), "id": "urn:uuid:1", "type": ["VerifiableCredential"],
            "issuer": .string(issuer), "credentialSubject": ["id": "urn:x"],
        ]
        for member in members.members { document[member.name] = member.value }
        document["proof"] = .array(proofs.map { .object($0) })
        return File(testDescription: name, document: document, code: code)
    }

    private static func proof(_ more: JSONObject = [:]) -> JSONObject {
        var proof: JSONObject = [
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-09-29T07:12:31Z",
            "verificationMethod": .string("\(issuer)#\(issuer.dropFirst("did:key:".count))"),
            "proofPurpose": "assertionMethod",
            "proofValue": .string(Multibase.encode([UInt8](repeating: 7, count: 64), as: .base58btc)),
        ]
        for member in more.members { proof[member.name] = member.value }
        return proof
    }

    private static func nested(_ depth: Int, swapped: Bool) -> JSONValue {
        var value: JSONValue = ["a": 1]
        for _ in 0..<depth { value = swapped ? ["x": value, "b": 2, "a": 1] : ["x": value, "a": 1, "b": 2] }
        return ["t": ["@id": "urn:t", "@context": value]]
    }

    private static let clique = JSONValue.array(
        (0..<30).map { one in
            [
                "@id": .string("_:\(one)"),
                "urn:p": .array((0..<30).filter { $0 != one }.map { ["@id": .string("_:\($0)")] }),
            ]
        })

    static let files = [
        file("a tangle of nameless nodes", "limit.proof-work", ["urn:nodes": clique]),
        file(
            "a datatype of a megabyte on thousands of values", "limit.proof-work",
            contexts: [["p": ["@id": "urn:p", "@type": .string(long)]]], ["p": many]),
        file(
            "a vocabulary of a megabyte before thousands of words", "limit.proof-work",
            contexts: [["@vocab": .string(long + ":")]],
            ["urn:o": .object(JSONObject(uniqueMembers: (0..<15_000).map { .init(name: "w\($0)", value: 1) }))]),
        file(
            "sixteen proofs on top of each other", "limit.proof-work", ["urn:p": many],
            proofs: (0..<16).map { place in
                proof([
                    "id": .string("urn:\(place)"),
                    "previousProof": place == 0 ? [] : [.string("urn:\(place - 1)")],
                ])
            }),
        file(
            "one proof named ten thousand times by another", "proof.malformed",
            proofs: [
                proof(["previousProof": .array(Array(repeating: "urn:a", count: 9_000))]),
                proof(["id": "urn:a", "urn:p": .array(Array(repeating: 1, count: 8_000))]),
            ]),
        file(
            "contexts that are the same in another order at fifty depths", "proof.linked-data",
            contexts: [nested(50, swapped: false)],
            proofs: [proof(["@context": .array(contexts + [nested(50, swapped: true)])])]),
    ]

    @Test("is given up or refused, in little memory", arguments: files)
    func verify(_ file: File) throws {
        let folder = try ScratchFolder()
        try folder.write("badge.json", JSONWriter.compact(.object(file.document)))
        let run = try BuiltProgram.run(
            ["verify", "--json", "badge.json"], through: ["/bin/sh", "-c", "ulimit -v 1500000; exec \"$@\"", "sh"],
            in: folder)
        #expect(run.status == (file.code.hasPrefix("limit.") ? 2 : 1), "\(run.stderr)")
        let report = try JSONParser.parse(Array(run.stdout.utf8))
        let proof = report["checks"]?.asList.first { $0["check"] == "proof" }
        #expect(proof?["code"]?.stringValue == file.code)
        #expect(report["verdict"] != "valid")
    }
}
