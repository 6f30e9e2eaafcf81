import Cryptography
import Encodings
import OpenBadges
import GRDB
import TestSupport
import Testing
import VerifiableCredentials

@testable import BadgeIssuer

@Suite("Transcripts")
struct TranscriptTests {
    let fixture: PathwayFixture
    let register: Register
    let anna: PersonReference

    init() throws {
        fixture = try PathwayFixture()
        anna = try PersonReference(fixture.anna)
        register = fixture.register
    }

    private func issuer(judge: @escaping AwardJudge = { _ in nil }) throws -> TranscriptIssuer {
        let keys = try fixture.fixture.keys()
        let settings = fixture.fixture.workspace.settings
        return TranscriptIssuer(
            settings, securer: try keys.securer(for: .json), judge: judge,
            checkpoints: CheckpointSigner(issuer: settings.issuer, key: try keys.checkpointKey()), who: "staff-7")
    }

    private func issue(
        _ choice: TranscriptChoice = .allValid, language: String? = nil, at now: Timestamp? = nil
    ) throws -> TranscriptIssuer.Outcome {
        // A moment that a test names may lie before one that it named earlier.
        try issuer().issue(
            choice, to: anna, language: language, in: register, trustsClock: now != nil, at: now ?? fixture.now)
    }

    private func json(_ outcome: TranscriptIssuer.Outcome) throws -> JSONObject {
        try #require(try JSONParser.parse(outcome.transcript.bytes).objectValue)
    }

    private func named(_ ids: String...) throws -> TranscriptChoice { .named(try ids.map { try AwardReference($0) }) }

    /// Two badges, and the milestone that rests on them.
    private func completed() throws -> (badges: [String], milestone: String) {
        let badges = [try fixture.award("pelisaannot"), try fixture.award("ajanhallinta")]
        try fixture.enrol(fixture.anna)
        let milestone = try #require(try fixture.giveMilestones()?.rows.first?.credentialID)
        return (badges, milestone)
    }

    @Test("hold the signed badges untouched, what they are about, and which of them a milestone rests on")
    func contents() throws {
        let (badges, milestone) = try completed()
        let outcome = try issue()
        let record = try json(outcome)
        #expect(OpenBadgeSchema.findings(in: record, as: .clrCredential) == [])
        #expect(
            record["type"] == ["VerifiableCredential", "ClrCredential"] && record["name"] == "Ote osaamismerkeistä")
        let subject = try #require(record["credentialSubject"]?.objectValue)
        let inner = subject["verifiableCredential"]?.arrayValue ?? []
        #expect(Set(outcome.transcript.awardIDs) == Set(badges + [milestone]))
        for badge in inner {
            let bytes = try register.read { try $0.signedBytes(badge["id"]?.stringValue ?? "") } ?? []
            // To the byte, but for the line break at the file's end.
            #expect(Array(bytes.dropLast()) == JSONWriter.compact(badge))
        }
        let ids = (subject["achievement"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
        let base = fixture.fixture.workspace.settings.badgeBase
        #expect(Set(ids) == Set(["pelisaannot", "ajanhallinta", "koonti-ensiaskel"].map { "\(base)\($0)/v1" }))
        let associations = subject["association"]?.arrayValue ?? []
        #expect(associations.count == 2)
        #expect(
            associations.allSatisfy {
                $0["associationType"] == "isParentOf" && $0["sourceId"]?.stringValue == "\(base)koonti-ensiaskel/v1"
            })
        // Whose it is stands in it as in a badge: nothing is readable.
        #expect(!String(decoding: JSONWriter.compact(.object(record)), as: UTF8.self).contains("anna@"))
        let identifiers = subject["identifier"]?.arrayValue ?? []
        #expect(identifiers.count == 2 && identifiers.allSatisfy { $0["hashed"] == true && $0["salt"] != nil })
        #expect(subject["id"]?.stringValue?.hasPrefix("urn:uuid:") == true)
    }

    @Test("are signed with the workspace's key, and have a place of their own in a status list")
    func securing() throws {
        try fixture.award("pelisaannot")
        let outcome = try issue()
        let record = try json(outcome)
        let proof = try DataIntegrityProof(json: try #require(record["proof"]?.asList.first))
        let key = try fixture.fixture.keys().dataIntegrityKey()
        #expect(
            IssuedProof.suite.verify(document: record, proof: proof, key: key.privateKey.publicKey) == .verified)
        let place = outcome.transcript.record.place
        #expect(record["credentialStatus"]?["statusListIndex"]?.stringValue == "\(place.index)")
        let used = try register.read { try $0.awards() }.flatMap(\.statusEntries)
        #expect(!used.contains(place))
        #expect(try register.read { try $0.setBits(list: place.list) } == [])

        let withdrawn = try issuer().withdraw(
            AwardReference(outcome.transcript.record.id), of: anna, reason: .error, in: register, at: fixture.now)
        #expect(try register.read { try $0.setBits(list: place.list) } == [withdrawn.place.index])
        #expect(try register.read { try $0.transcript(withdrawn.id) }?.isWithdrawn == true)
        #expect(throws: TranscriptError(.withdrawn, "")) {
            try issuer().withdraw(
                AwardReference(withdrawn.id), of: anna, reason: .error, in: register, at: fixture.now)
        }
        #expect(try fixture.events("transcript") == ["transcript.issued", "transcript.withdrawn"])
        // The badge in it isn't touched.
        #expect(try register.read { try $0.awards() }.map(\.state) == [.issued])
    }

    @Test("asked for again are the same, until something in them or about the person changes")
    func again() throws {
        try fixture.award("pelisaannot")
        let first = try issue()
        let second = try issue(at: fixture.now.adding(seconds: 60))
        #expect(first.isNew && !second.isNew && first.transcript == second.transcript)
        #expect(try issue(language: "sv").isNew)
        try fixture.award("ajanhallinta")
        let third = try issue()
        #expect(third.isNew && third.transcript.awardIDs.count == 2)
        _ = try issuer().withdraw(
            AwardReference(third.transcript.record.id), of: anna, reason: .holderRequest, in: register,
            at: fixture.now)
        #expect(try issue().transcript.record.id != third.transcript.record.id)
        let known = try register.read { try $0.transcripts(of: first.person.id) }
        #expect(known.count == 4 && known.filter(\.isWithdrawn).count == 1)
    }

    @Test("say nothing of what wasn't chosen: neither how many there are nor that there are more")
    func nothingInferred() throws {
        let chosen = try fixture.award("pelisaannot")
        let alone = try json(try issue())
        try fixture.award("ajanhallinta")
        let amongOthers = try json(try issue(try named(chosen)))
        // All but what chance and the status list make.
        func comparable(_ record: JSONObject) -> JSONObject {
            var record = record.removing("id").removing("proof").removing("credentialStatus")
            var subject = record["credentialSubject"]?.objectValue ?? [:]
            subject["id"] = nil
            subject["identifier"] = nil
            record["credentialSubject"] = .object(subject)
            return record
        }
        #expect(comparable(alone) == comparable(amongOthers))
    }

    @Test("leave out what is withdrawn, replaced or expired; an expired badge stands in one by name only")
    func states() throws {
        let safety = try fixture.award("tyoturvallisuus")
        let rules = try fixture.award("pelisaannot")
        let other = try fixture.award("pelisaannot", to: "bertta@koulu.example")
        #expect(throws: TranscriptError(.otherPerson, "")) { try issue(try named(rules, other)) }
        let gone = try fixture.award("ajanhallinta")
        _ = try fixture.revoke(gone)
        let award = try register.read { try $0.award(safety) }
        let end = try #require(award?.validUntil).adding(seconds: 60)
        #expect(try issue(at: end).transcript.awardIDs == [rules])
        #expect(try issue(try named(safety), at: end).transcript.awardIDs == [safety])
        #expect(throws: TranscriptError(.notInForce, "")) { try issue(try named(rules, gone), at: end) }
        #expect(throws: RegisterError(.awardMissing, "")) { try issue(try named("11111111"), at: end) }
        let nobody = try PersonReference("nobody@koulu.example")
        #expect(throws: RegisterError(.personMissing, "")) {
            try issuer().issue(.allValid, to: nobody, in: register, at: fixture.now)
        }
        _ = try fixture.revoke(rules)
        #expect(throws: TranscriptError(.nothing, "")) { try issue(at: end) }
    }

    @Test("a badge that is a JWT is left out by name, and with nothing else there is no transcript")
    func jwt() throws {
        try fixture.award("pelisaannot", format: .jwt)
        #expect(throws: TranscriptError(.nothing, "")) { try issue() }
        let json = try fixture.award("ajanhallinta")
        let outcome = try issue()
        #expect(outcome.transcript.awardIDs == [json])
        #expect(outcome.omissions.map(\.slug) == ["pelisaannot"])
        #expect(outcome.omissions.map(\.error.code) == [.jwt])
    }

    @Test("what our own verifier doesn't accept is neither recorded nor handed out")
    func selfCheck() throws {
        try fixture.award("pelisaannot")
        let issuer = try issuer { _ in AwardRefusal(code: "proof.signature-mismatch", message: "No.") }
        #expect(throws: TranscriptError(.selfCheck, "")) {
            try issuer.issue(.allValid, to: anna, in: register, at: fixture.now)
        }
        let person = try register.read { [anna] in try $0.known(anna) }
        #expect(try register.read { try $0.transcripts(of: person.id) } == [])
        #expect(try fixture.events("transcript") == [])
    }

    @Test("a clock behind the register signs nothing unless it is trusted")
    func clock() throws {
        try fixture.award("pelisaannot")
        let early = fixture.now.adding(seconds: -3600)
        #expect(throws: RegisterError(.clockBehind, "")) {
            try issuer().issue(.allValid, to: anna, in: register, at: early)
        }
        #expect(
            try issuer().issue(.allValid, to: anna, in: register, trustsClock: true, at: early).isNew)
    }

    @Test("the list of what a key signed has them, and so it stays when the person is erased")
    func issuance() throws {
        try fixture.award("pelisaannot")
        let record = try issue().transcript.record
        let later = fixture.now.adding(seconds: 60)
        let digests = try register.read { try $0.signatureDigests(by: record.verificationMethod, before: later) }
        #expect(digests.count == 2 && digests.contains(record.signatureDigest))
        _ = try PersonEraser(fixture.fixture.workspace, register: register).erase([anna], revokes: true, at: later)
        let left = try register.read { try $0.transcript(record.id) }
        let tombstone = try #require(left)
        #expect(tombstone.personID == nil && tombstone.isWithdrawn)
        #expect(tombstone.signatureDigest == record.signatureDigest)
        #expect(try register.read { try $0.transcriptBytes(record.id) } == nil)
        #expect(
            try register.read { try $0.signatureDigests(by: record.verificationMethod, before: later) } == digests)
    }

    @Test("erasing leaves no byte of a transcript; a person's export has it")
    func keeping() throws {
        try fixture.award("pelisaannot")
        let transcript = try issue().transcript
        let export = try register.read {
            try PersonExport(
                of: anna, in: $0, settings: fixture.fixture.workspace.settings, at: fixture.now)
        }
        let text = String(decoding: export.bytes, as: UTF8.self)
        #expect(text.contains("\"transcript_files\"") && text.contains(transcript.record.id))
        let json = try JSONParser.parse(transcript.bytes)
        let salt = try #require(json["credentialSubject"]?["identifier"]?.asList.first?["salt"]?.stringValue)
        _ = try PersonEraser(fixture.fixture.workspace, register: register).erase([anna], at: fixture.now)
        for name in fixture.fixture.scratch.files() {
            let bytes = try fixture.fixture.scratch.read(name)
            #expect(!bytes.contains(Array(salt.utf8)), "\(name)")
        }
    }

    @Test("a place that a transcript has goes to no award, and what was signed can't be changed")
    func frozen() throws {
        try fixture.award("pelisaannot")
        let record = try issue().transcript.record
        for (sql, code) in [
            ("UPDATE transcripts SET signed_at = 1", RegisterError.Code.awardFrozen),
            ("DELETE FROM transcripts", .awardFrozen), ("UPDATE transcript_files SET bytes = x'00'", .awardFrozen),
            (
                "UPDATE status_entries SET award = 1 WHERE list = \(record.place.list) "
                    + "AND position = \(record.place.index)", .statusEntry
            ),
        ] {
            #expect(throws: RegisterError(code, "")) { try register.write { try $0.db.execute(sql: sql) } }
        }
    }

    @Test("a record that was bent from outside is found, and an untouched one is sound")
    func checking() throws {
        try fixture.award("pelisaannot")
        let records = [try issue().transcript.record, try issue(language: "sv").transcript.record]
        let workspace = fixture.fixture.workspace
        _ = try issuer().withdraw(
            AwardReference(records[1].id), of: anna, reason: .error, in: register, at: fixture.now)
        func faults() throws -> [BadgeIssuer.RecordError] {
            var faults: [BadgeIssuer.RecordError] = []
            _ = try RegisterCheck(workspace, at: fixture.now).run(register) { faults.append($0) }
            return faults.filter { fault in records.contains { $0.id == fault.award } }
        }
        #expect(try faults() == [])
        let place = records[0].place
        try RawDatabase.tamper(
            "UPDATE status_entries SET bit = 1 WHERE list = \(place.list) AND position = \(place.index)",
            at: workspace.registerPath)
        #expect(try faults().map(\.code) == [.statusBit])
        try RawDatabase.tamper(
            """
            UPDATE transcript_files SET bytes = (SELECT bytes FROM transcript_files WHERE transcript = 2)
                WHERE transcript = 1;
            UPDATE transcripts SET signature_digest = zeroblob(32) WHERE number = 2;
            """, at: workspace.registerPath)
        let found = try faults()
        #expect(Set(found.map(\.code)) == [.contradiction, .statusBit])
        #expect(found.allSatisfy { $0.message.hasPrefix("The transcript urn:uuid:") })
    }

    @Test("one that a published list has as withdrawn is withdrawn again in a restored register")
    func restoring() throws {
        try fixture.award("pelisaannot")
        let record = try issue().transcript.record
        let list = PublishedStatusLists.List(
            number: record.place.list, purpose: .revocation, size: StatusListRecord.size,
            places: [record.place.index], bytes: [0x7B], validFrom: fixture.now)
        let now = fixture.now
        let taken = try register.write { try $0.take(list, at: now) }
        #expect(taken == 1)
        let known = try register.read { try $0.transcript(record.id) }
        #expect(known?.isWithdrawn == true)
        #expect(try fixture.events("transcript").last == "transcript.withdrawn")
    }
}
