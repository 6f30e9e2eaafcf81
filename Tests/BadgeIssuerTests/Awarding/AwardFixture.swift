import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import OpenBadges
import TestSupport
import VerifiableCredentials

@testable import BadgeIssuer

/// A register of its own, a definition, and an awarder with a key and a judge.
struct AwardFixture {
    let scratch: ScratchFolder
    let register: Register
    let definition: BadgeDefinition
    let key: SigningKey

    static let now = FixedClock.now
    static let did = "did:web:passi.example:org:ammattiopisto"

    /// - Parameters:
    ///   - changes: members of the definition to set, or with `nil` to leave out.
    ///   - made: when the register was, before which nothing is awarded.
    init(_ name: String = "tiimityo", changes: [(String, JSONValue?)] = [], made: Timestamp = Self.now) throws {
        scratch = try ScratchFolder()
        var generator = SystemRandom()
        register = try Register.create(at: scratch.path(of: "register.sqlite"), now: made, using: &generator)
        definition = try Self.definition(name, changes: changes)
        key = SigningKey(
            verificationMethod: "\(Self.did)#ed25519-1",
            privateKey: try PrivateKey(ed25519Seed: [UInt8](repeating: 7, count: 32)))
    }

    static func definition(_ name: String = "tiimityo", changes: [(String, JSONValue?)] = []) throws -> BadgeDefinition
    {
        let file = URL(fileURLWithPath: "\(PackageRoot.path)/badge-definitions/\(name).json")
        var json = try JSONParser.parse([UInt8](Data(contentsOf: file))).objectValue ?? JSONObject()
        for (member, value) in changes { json[member] = value }
        let (definition, findings) = DefinitionReader.read(
            json, file: name,
            defaults: DefinitionDefaults(
                badgeBase: "https://passi.example/badges/", creator: "did:web:passi.example:org:maakunta"))
        guard let definition else { throw BrokenDefinition(findings: findings) }
        return definition
    }

    struct BrokenDefinition: Error { let findings: [DefinitionFinding] }

    static let picture = Array(
        #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>"#.utf8)

    static let issuer = AwardIssuer(
        mainLanguage: "fi",
        profile: { _ in ["id": .string(did), "type": ["Profile"], "name": "Esimerkki-ammattiopisto"] },
        creatorName: { _ in "Maakunta" },
        statusListID: { "https://passi.example/org/ammattiopisto/status/\($0).json" })

    /// Judges as far as this target can: the published schema and the proof.
    func judge(_ bytes: [UInt8]) -> AwardRefusal? {
        guard let credential = (try? JSONParser.parse(bytes))?.objectValue else {
            return AwardRefusal(code: "form.json", message: "Not JSON.")
        }
        // With two status entries the credential doesn't claim the schema.
        if credential["credentialSchema"] != nil, let finding = OpenBadgeSchema.findings(in: credential).first {
            return AwardRefusal(code: "schema", message: "\(finding)")
        }
        guard let json = credential["proof"]?.asList.first, let proof = try? DataIntegrityProof(json: json),
            case .verified = IssuedProof.suite.verify(
                document: credential, proof: proof, key: key.privateKey.publicKey)
        else { return AwardRefusal(code: "proof", message: "The proof doesn't fit.") }
        return nil
    }

    func awarder(
        definition other: BadgeDefinition? = nil, register otherRegister: Register? = nil,
        securer: CredentialSecurer? = nil, judge otherJudge: AwardJudge? = nil
    ) -> Awarder {
        let name = (other ?? definition).image ?? "none.svg"
        return Awarder(
            register: otherRegister ?? register, definition: other ?? definition,
            files: [DefinitionSnapshot.File(name: name, bytes: Self.picture)], issuer: Self.issuer,
            securer: securer ?? .dataIntegrity(key), judge: otherJudge ?? judge)
    }

    @discardableResult
    func award(
        _ requests: [AwardRequest], definition other: BadgeDefinition? = nil, at now: Timestamp = Self.now,
        _ configure: (inout AwardOptions) -> Void = { _ in }
    ) throws -> AwardReport {
        var options = AwardOptions()
        configure(&options)
        return try awarder(definition: other).award(requests, options: options, now: now)
    }

    func award(csv: String, _ configure: (inout AwardOptions) -> Void = { _ in }) throws -> AwardReport {
        try award(ClassList.read(Array(csv.utf8)).requests(), configure)
    }

    func awards() throws -> [AwardRecord] { try register.read { try $0.awards() } }
    func personCount() throws -> Int { try register.read { try $0.personCount() } }
    func auditCount() throws -> Int { try register.read { try $0.auditTrailHead().count } }
    func credential(_ id: String?) throws -> JSONObject {
        let bytes = try register.read { try $0.signedBytes(id ?? "") } ?? []
        return try JSONParser.parse(bytes).objectValue ?? JSONObject()
    }

    var out: String { scratch.path(of: "out") }

    /// Every byte that lies in the scratch folder: database, WAL, badges, reports.
    func everyByte() throws -> [UInt8] { try bytes { _ in true } }

    /// The same without the index into the WAL, in which readers leave marks.
    func lastingBytes() throws -> [UInt8] { try bytes { !$0.hasSuffix("-shm") } }

    private func bytes(_ isWanted: (String) -> Bool) throws -> [UInt8] {
        try scratch.files().filter(isWanted).flatMap { try scratch.read($0) }
    }
}

extension AwardRequest {
    /// A request to this address with one link, dated.
    static func to(
        _ email: String, level: String? = nil, date: String? = "29.5.2026", row: Int? = nil,
        evidence: String = "https://portfolio.example.org/1"
    ) throws -> AwardRequest {
        AwardRequest(
            row: row, recipient: Recipient(email: email), level: level, date: try date.map { try CalendarDay(any: $0) },
            evidence: [AwardEvidence(evidence)].compactMap { $0 })
    }

    /// A request for somebody known by name only.
    static func named(_ name: String, row: Int? = nil) throws -> AwardRequest {
        var request = try AwardRequest.to("", row: row)
        request.recipient = Recipient(name: name)
        return request
    }
}

func jsonText(_ object: JSONObject) -> String {
    String(decoding: JSONWriter.compact(.object(object)), as: UTF8.self)
}
