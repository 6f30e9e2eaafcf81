import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import Synchronization
import TestSupport
import Testing
import VerifiableCredentials

@testable import BadgeIssuer

@Suite("Awarding") struct AwarderTests {
    @Test("The teacher's afternoon: dry run, award, run again, run again with the refused row mended")
    func afternoon() throws {
        let fixture = try AwardFixture()
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(PackageRoot.path)/examples/class.csv")))
        let requests = try ClassList.read(bytes).requests()

        let before = try fixture.lastingBytes()
        let dry = try fixture.award(requests) {
            $0.isDryRun = true
            $0.outputFolder = fixture.out
        }
        #expect(dry.count(.ready) == 26)
        #expect(dry.rows.filter { $0.outcome == .refused }.map(\.row) == [17])
        #expect(dry.rows.first { $0.row == 17 }?.code == "row.identity-code")
        #expect(try fixture.lastingBytes() == before, "a dry run writes nothing")
        #expect(!fixture.scratch.exists("out"))

        let refused = try fixture.award(requests) { $0.outputFolder = fixture.out }
        #expect(refused.hasRefusals && refused.count(.awarded) == 0, "all or nothing")
        #expect(try fixture.awards().isEmpty)

        let first = try fixture.award(requests) {
            $0.skipsInvalid = true
            $0.outputFolder = fixture.out
        }
        #expect(first.count(.awarded) == 26)
        #expect(first.didPublishDefinition)
        #expect(try fixture.awards().count == 26)
        #expect(try fixture.personCount() == 26)
        #expect(first.rows.filter { $0.outcome == .awarded }.allSatisfy { $0.passportNumber != nil && $0.file != nil })
        let files = fixture.scratch.files().filter { $0.hasPrefix("out/") }
        #expect(files.count == 26)
        #expect(Set(files) == Set(first.rows.compactMap(\.file).map { "out/\($0)" }))

        let audit = try fixture.auditCount()
        let again = try fixture.award(requests) {
            $0.skipsInvalid = true
            $0.outputFolder = fixture.out
        }
        #expect(again.count(.alreadyHad) == 26 && again.count(.awarded) == 0)
        #expect(again.rows.map(\.file) == first.rows.map(\.file))
        #expect(again.rows.map(\.credentialID) == first.rows.map(\.credentialID))
        #expect(fixture.scratch.files().filter { $0.hasPrefix("out/") } == files)
        #expect(try fixture.auditCount() == audit, "running it again changes nothing")

        var mended = bytes
        let code = Array(", hetu 010203A9987".utf8)
        let place = try #require(mended.indices.first { mended[$0...].starts(with: code) })
        mended.removeSubrange(place..<(place + code.count))
        let last = try fixture.award(ClassList.read(mended).requests()) { $0.outputFolder = fixture.out }
        #expect(last.count(.awarded) == 1 && last.count(.alreadyHad) == 26 && !last.hasRefusals)
    }

    @Test("By a clock that was set back nothing is signed, unless it is said to be right")
    func clockSetBack() throws {
        let fixture = try AwardFixture()
        let now = AwardFixture.now
        try fixture.award([.to("anna@example.org", date: nil)])
        let audit = try fixture.auditCount()
        // Other machines' clocks differ a little.
        try fixture.award([.to("bo@example.org", date: nil)], at: now.adding(seconds: -300))
        let behind = now.adding(seconds: -601)
        for isDryRun in [true, false] {
            let error = #expect(throws: RegisterError.self) {
                try fixture.award([.to("eva@example.org", date: nil)], at: behind) {
                    $0.isDryRun = isDryRun
                    $0.outputFolder = fixture.out
                }
            }
            #expect(error?.code == .clockBehind)
            #expect(
                error?.message.contains("\(behind)") == true
                    && error?.message.contains("\(now.adding(seconds: -300))") == true)
            #expect(error?.hint?.contains("--trust-clock") == true)
        }
        #expect(try fixture.awards().count == 2)
        #expect(try fixture.auditCount() == audit + 2)
        #expect(!fixture.scratch.exists("out"))
        let report = try fixture.award([.to("eva@example.org", date: nil)], at: behind) { $0.trustsClock = true }
        #expect(report.count(.awarded) == 1)
        #expect(
            try fixture.register.read { try $0.verifyAuditChain() }
                == .consistent(
                    try fixture.register.read { try $0.auditTrailHead() }))
    }

    @Test("Without an email address the report says that the passport number stands for it")
    func passportNumber() throws {
        let fixture = try AwardFixture()
        let requests = [try AwardRequest.named("Aino Ahola", row: 2), try .to("bo@example.org", row: 3)]
        let dry = try fixture.award(requests) { $0.isDryRun = true }
        #expect(dry.rows[0].message.contains("gets a passport number; it will be in the report"))
        #expect(dry.rows[1].message == "Ready.")
        #expect(String(decoding: dry.csv, as: UTF8.self).contains("gets a passport number"))
        #expect(dry.jsonLines[0]["message"]?.stringValue?.contains("gets a passport number") == true)
        let given = try fixture.award(requests)
        #expect(given.rows[0].message.contains("the passport number says whose the badge is"))
        #expect(given.rows[1].message == "Awarded.")
        let again = try fixture.award(requests)
        #expect(again.rows.allSatisfy { !$0.message.contains("passport number") })
    }

    @Test("An identity code is in no byte that comes out: register, files, report, JSON, errors")
    func identityCodesNowhere() throws {
        let fixture = try AwardFixture()
        var said = ""
        let cells: [(String, String)] = [
            ("email", "131052-308T@example.org"), ("name", "131052-308T Aino"), ("student id", "131052-308T"),
            ("passport number", "131052-308T"), ("level", "131052-308T"), ("date", "131052-308T"),
            ("hours", "131052-308T"), ("evidence", "https://example.org/131052-308T"),
            ("narrative", "hetu 131052 - 308T"), ("role", "131052-308T"), ("language", "131052-308T"),
        ]
        for (header, cell) in cells {
            let other = header == "name" ? "email;name" : "name;\(header)"
            let value = header == "name" ? "a@example.org;\(cell)" : "Aino;\(cell)"
            let report = try fixture.award(csv: "\(other)\n\(value)\n") {
                $0.skipsInvalid = true
                $0.outputFolder = fixture.out
            }
            #expect(report.rows.map(\.code) == ["row.identity-code"], "\(header)")
            #expect(report.rows.first?.name == nil)
            said += String(decoding: report.csv, as: UTF8.self) + "\(report)"
            said += report.jsonLines.map { jsonText(($0)) }.joined()
        }
        // The same through the options of a single award.
        var single = try AwardRequest.to("a@example.org")
        single.narrative = "131052-308T"
        single.evidence = [AwardEvidence(kind: .link, title: "131052-308T", source: .url("https://example.org/"))]
        let report = try fixture.award([single])
        #expect(report.rows.map(\.code) == ["row.identity-code"])
        said += "\(report)" + String(decoding: report.csv, as: UTF8.self)
        for part in ["131052", "308T", "13 10 52"] {
            #expect(!said.contains(part))
            let all = try fixture.everyByte()
            #expect(!all.contains(Array(part.utf8)), "\(part)")
        }
    }

    @Test("A badge that isn't published, is retired or was changed awards nothing, whatever is skipped")
    func definitionStates() throws {
        let draft = try AwardFixture(changes: [("status", "draft")])
        #expect(
            try draft.award([.to("a@example.org")]) { $0.skipsInvalid = true }.findings.map(\.code) == [.notPublished])
        #expect(try draft.award([.to("a@example.org")]).rows.map(\.code) == ["award.not-published"])
        #expect(try draft.awards().isEmpty && draft.personCount() == 0)

        let fixture = try AwardFixture()
        #expect(try fixture.award([.to("a@example.org")]).count(.awarded) == 1)
        let changed = try AwardFixture.definition(changes: [("category", "digi")])
        let report = try fixture.award([.to("b@example.org")], definition: changed) { $0.skipsInvalid = true }
        #expect(report.findings.map(\.code) == [.definitionChanged])
        // The register's word counts: its draft in the file is published there.
        let asDraft = try AwardFixture.definition(changes: [("status", "draft")])
        #expect(try fixture.award([.to("b@example.org")], definition: asDraft).count(.awarded) == 1)
        try fixture.register.write { try $0.retire(slug: "tiimityo", version: 1, at: AwardFixture.now) }
        #expect(try fixture.award([.to("c@example.org")]).findings.map(\.code) == [.notPublished])
        #expect(try fixture.awards().count == 2)
    }

    @Test("A definition recorded as published is recorded with its files and in the audit trail")
    func snapshot() throws {
        let fixture = try AwardFixture()
        try fixture.award([.to("a@example.org")])
        let snapshot = try fixture.register.read { try $0.snapshot(slug: "tiimityo", version: 1) }
        #expect(snapshot?.digest == fixture.definition.digest)
        #expect(snapshot?.files.first?.bytes == AwardFixture.picture)
    }

    @Test(
        "Each refusal has its field and code, and nothing is awarded",
        arguments: [
            ("level", "4", AwardError.Code.level), ("level", "1", .level), ("level", "mestari", .level),
            ("date", "22.11.2026", .date), ("date", "31.12.2025", .outOfDate), ("start", "30.5.2026", .date),
            ("end", "30.5.2026", .date), ("hours", "0", .hours), ("hours", "-3", .hours),
            ("hours", "82", .hoursUnusual),
            ("evidence", "pohdinta: oma arvio", .evidenceKind), ("evidence", "", .evidence),
            ("language", "de", .language),
            ("passport number", "0000-0000-0000-0", .passportNumber),
            ("narrative", String(repeating: "a", count: 5001), .textLimit),
        ])
    func refusals(header: String, cell: String, code: AwardError.Code) throws {
        let fixture = try AwardFixture()
        var columns = [("email", "a@example.org"), ("date", "29.5.2026"), ("evidence", "https://example.org/1")]
        columns.removeAll { $0.0 == header }
        columns.append((header, cell))
        let csv = columns.map(\.0).joined(separator: ";") + "\n" + columns.map(\.1).joined(separator: ";") + "\n"
        let report = try fixture.award(csv: csv)
        #expect(report.rows.map { $0.findings.map(\.code) } == [[code]])
        #expect(report.rows.first?.findings.first?.row == 2)
        #expect(report.hasRefusals)
        #expect(try fixture.awards().isEmpty && fixture.personCount() == 0)
    }

    @Test("Today's date is that of Helsinki")
    func helsinkiDay() throws {
        let lateEvening = try Timestamp(rfc3339: "2026-05-28T21:30:00Z")
        let fixture = try AwardFixture(made: lateEvening)
        #expect(try fixture.award([.to("a@example.org", date: "29.5.2026")], at: lateEvening).count(.awarded) == 1)
        #expect(try fixture.award([.to("b@example.org", date: "30.5.2026")], at: lateEvening).hasRefusals)
        #expect(try fixture.award([.to("b@example.org", date: nil)], at: lateEvening).count(.awarded) == 1)
        #expect(try fixture.awards().map(\.awardedDate.description) == ["2026-05-29", "2026-05-29"])
    }

    @Test("Unusual hours pass when forced, with a warning; three times as many are usual")
    func hours() throws {
        let fixture = try AwardFixture()
        var request = try AwardRequest.to("a@example.org")
        request.hours = DecimalHundredths(hundredths: 81_00)
        #expect(try fixture.award([request]).rows[0].findings.isEmpty)
        request = try AwardRequest.to("b@example.org")
        request.hours = DecimalHundredths(hundredths: 81_01)
        let report = try fixture.award([request]) { $0.force = true }
        #expect(report.count(.awarded) == 1)
        #expect(report.rows[0].findings.map(\.severity) == [.warning])
        #expect(try fixture.awards().last?.hours == request.hours)
    }

    @Test("Defaults fill what a row doesn't say, and nothing else")
    func defaults() throws {
        let fixture = try AwardFixture()
        var defaults = AwardRequest(level: "3", date: try CalendarDay(iso: "2026-05-20"))
        defaults.evidence = [AwardEvidence(kind: .observation, title: "Arvio", source: .none)]
        let report = try fixture.award(csv: "email;level\na@example.org;\nb@example.org;keskitaso\n") {
            $0.defaults = defaults
        }
        #expect(report.count(.awarded) == 2)
        #expect(try fixture.awards().map(\.level) == [3, 2])
        #expect(try fixture.awards().map(\.awardedDate.description) == ["2026-05-20", "2026-05-20"])
        #expect(try fixture.awards().map { $0.evidence.map(\.kind) } == [[.observation], [.observation]])
    }

    @Test("What is recorded agrees with what was signed")
    func record() throws {
        let fixture = try AwardFixture()
        var request = try AwardRequest.to("A@Example.org ", level: "3")
        request.activityStart = try CalendarDay(iso: "2026-05-01")
        let row = try fixture.award([request]) { $0.issuedBy = "staff-7" }.rows[0]
        let award = try #require(try fixture.awards().first)
        let credential = try fixture.credential(row.credentialID)
        #expect(row.credentialID == award.id && credential["id"] == .string(award.id))
        #expect(credential["validFrom"] == .string(award.signedAt.description))
        #expect(credential["credentialStatus"]?["statusListIndex"] == .string("\(award.statusEntries[0].index)"))
        #expect(credential["evidence"]?.asList.first?["id"] == .string(award.evidence[0].id))
        let identifiers = credential["credentialSubject"]?["identifier"]?.asList ?? []
        #expect(identifiers.count == 2)
        #expect(award.verificationMethod == fixture.key.verificationMethod)
        let proofs = try #require(credential["proof"]?.arrayValue)
        #expect(proofs.count == 1)
        let proof = try DataIntegrityProof(json: proofs[0])
        let value = proofs[0]["proofValue"]?.stringValue ?? ""
        #expect(award.signatureDigest == SHA256.hash(try IssuedProof.suite.decodeProofValue(value)))
        #expect(proof.cryptosuite == "eddsa-rdfc-2022")
        guard case .consistent = try fixture.register.read({ try $0.verifyAuditChain() }) else {
            Issue.record("the audit trail is broken")
            return
        }
    }

    @Test("Languages of rows become languages of badges")
    func languages() throws {
        let fixture = try AwardFixture()
        let report = try fixture.award(
            csv: "email;kieli;näyttö\na@example.org;sv;https://example.org/1\nb@example.org;;https://example.org/2\n")
        #expect(try report.rows.map { try fixture.credential($0.credentialID)["name"] } == ["Teamarbete", "Tiimityö"])
    }

    @Test("A suspendable badge gets two independent places")
    func suspendable() throws {
        let fixture = try AwardFixture(changes: [("suspendable", true)])
        try fixture.award([.to("a@example.org")])
        #expect(try fixture.awards().first?.statusEntries.map(\.purpose) == [.revocation, .suspension])
    }

    @Test("A JWT is signed, recorded and written as one")
    func jwt() throws {
        let fixture = try AwardFixture()
        let key = SigningKey(
            verificationMethod: "\(AwardFixture.did)#p256-1", privateKey: try PrivateKey.generate(.p256))
        var options = AwardOptions()
        options.outputFolder = fixture.out
        let report = try fixture.awarder(
            securer: .jwt(key, algorithm: .ecdsaP256SHA256),
            judge: { bytes in
                guard let jws = try? CompactJWS(parsing: bytes), jws.isValid(for: key.privateKey.publicKey) else {
                    return AwardRefusal(code: "proof", message: "no")
                }
                return nil
            }
        ).award([.to("a@example.org")], options: options, now: AwardFixture.now)
        #expect(report.rows[0].file?.hasSuffix(".jwt") == true)
        let award = try #require(try fixture.awards().first)
        #expect(award.format == .jwt && award.verificationMethod.hasSuffix("#p256-1"))
        #expect(award.signatureDigest.count == 32)
        let written = try fixture.scratch.read("out/\(report.rows[0].file ?? "")")
        #expect(try fixture.register.read { try $0.signedBytes(award.id) } == written)
    }

    @Test("A badge that our own verifier refuses leaves no trace")
    func selfCheck() throws {
        let fixture = try AwardFixture()
        let awarder = fixture.awarder(judge: { _ in AwardRefusal(code: "schema.required", message: "No.") })
        var options = AwardOptions()
        options.outputFolder = fixture.out
        let before = try fixture.auditCount()
        #expect(throws: AwardError(.selfCheck, "")) {
            try awarder.award([.to("a@example.org")], options: options, now: AwardFixture.now)
        }
        #expect(try fixture.awards().isEmpty && fixture.personCount() == 0)
        #expect(try fixture.auditCount() == before)
        #expect(!fixture.scratch.files().contains { $0.hasPrefix("out/") })
    }

    @Test("More rows than a batch holds are all awarded, and a failure keeps the batches before it")
    func batches() throws {
        let fixture = try AwardFixture()
        let requests = try (0..<(Awarder.batchSize + 20)).map {
            try AwardRequest.to("p\($0)@example.org", row: $0 + 2, evidence: "https://example.org/\($0)")
        }
        let judged = Atomic(0)
        let failing = fixture.awarder(judge: { bytes in
            let count = judged.add(1, ordering: .relaxed).newValue
            return count > Awarder.batchSize ? AwardRefusal(code: "x", message: "x") : nil
        })
        #expect(throws: AwardError(.selfCheck, "")) { try failing.award(requests, now: AwardFixture.now) }
        #expect(try fixture.awards().count == Awarder.batchSize)
        let report = try fixture.award(requests) { $0.outputFolder = fixture.out }
        #expect(report.count(.alreadyHad) == Awarder.batchSize && report.count(.awarded) == 20)
        #expect(report.rows.map(\.row) == requests.map(\.row))
        #expect(fixture.scratch.files().filter { $0.hasPrefix("out/") }.count == requests.count)
        #expect(Set(try fixture.awards().map(\.id)).count == requests.count)
    }

    @Test("Two awarders at once on one register give nobody a badge twice")
    func concurrent() throws {
        let fixture = try AwardFixture()
        let requests =
            try (0..<120).map { try AwardRequest.to("p\($0)@example.org", row: $0 + 2) }
            + (0..<20).map { try AwardRequest.named("Oppilas \($0)", row: $0 + 200) }
        let reports = Mutex<[AwardReport]>([])
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { number in
            do {
                let register = try Register.open(at: fixture.register.path, readOnly: false)
                var options = AwardOptions()
                options.outputFolder = fixture.out
                let report = try fixture.awarder(register: register).award(
                    requests, options: options, now: AwardFixture.now)
                reports.withLock { $0.append(report) }
            } catch { failures.withLock { $0.append("\(error)") } }
        }
        #expect(failures.withLock(\.self) == [])
        let all = reports.withLock(\.self)
        #expect(all.map { $0.count(.awarded) }.reduce(0, +) == 140)
        #expect(all.allSatisfy { $0.count(.awarded) + $0.count(.alreadyHad) == 140 })
        #expect(try fixture.awards().count == 140 && fixture.personCount() == 140)
        #expect(fixture.scratch.files().filter { $0.hasPrefix("out/") }.count == 140)
    }
}
