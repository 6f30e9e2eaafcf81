import Cryptography
import Encodings
import OpenBadges
import Synchronization
import TestSupport
import Testing
import VerifiableCredentials

/// What is asked for between two judgements, what not, and what it is worth.
@Suite struct SupplyRuleTests {
    /// Has what a test gives it, and notes what it was asked for.
    final class Shelf: MaterialSupply {
        let asksWeb: Bool
        private let documents: [DIDDocument]
        private let lists: [JSONObject]
        private let failures: [String: String]
        private let isKept: Bool
        private let log = Mutex<[MissingMaterial]>([])

        init(
            documents: [DIDDocument] = [], lists: [JSONObject] = [], failures: [String: String] = [:],
            isKept: Bool = false, asksWeb: Bool = true
        ) {
            self.documents = documents
            self.lists = lists
            self.failures = failures
            self.isKept = isKept
            self.asksWeb = asksWeb
        }

        var asked: [MissingMaterial] { log.withLock { $0 } }
        var askedDocuments: [String] { asked.flatMap { $0.documents.map(\.description) } }
        var askedLists: [String] { asked.flatMap(\.statusLists) }

        func supply(_ missing: MissingMaterial) -> SuppliedMaterial {
            log.withLock { $0.append(missing) }
            var supplied = SuppliedMaterial()
            for document in documents where missing.documents.contains(document.id) {
                let url = "https://school.example/.well-known/did.json"
                supplied.add(
                    document, source: url, origin: .init(url: url, at: FixedClock.now, isKept: isKept))
            }
            for list in lists where missing.statusLists.contains(list["id"]?.stringValue ?? "") {
                let url = list["id"]?.stringValue ?? ""
                supplied.add(
                    VerificationMaterial.FoundStatusList(credential: list, source: isKept ? "/kept" : url),
                    origin: .init(url: url, at: FixedClock.now, isKept: isKept))
            }
            for name in missing.documents.map(\.description) + missing.statusLists {
                if let code = failures[name] { supplied.add(failure: code, of: name) }
            }
            return supplied
        }
    }

    private static let school = TestBadge.credential([("credentialStatus", TestBadge.statusEntry())])

    private func judge(
        _ credential: JSONObject, _ shelf: Shelf, trust: TrustList? = Bench.list(Bench.school()),
        lists: [JSONObject] = [], memory: ReceiverMemory = ReceiverMemory()
    ) -> VerificationReport {
        let bytes = JSONWriter.compact(.object(credential))
        return Bench(trust: trust, lists: lists, memory: memory).verifier
            .judgeDocument(bytes, source: "badge.json", suppliedBy: shelf).report
    }

    // MARK: Status lists

    @Test("The list of a listed issuer is asked for once, and counts as one that was given")
    func list() throws {
        let shelf = Shelf(lists: [try StatusRuleTests.list()])
        let report = judge(try Bench.signed(Self.school), shelf)
        expect(report, .status, .passed, .statusOK, .valid)
        #expect(shelf.askedLists == [TestBadge.listURL])
        #expect(shelf.askedDocuments.isEmpty)
        let detail = try #require(report[.status]?.detail)
        #expect(detail["fetchedFrom"]?.stringValue == TestBadge.listURL)
        #expect(detail["fetchedAt"]?.stringValue == FixedClock.now.description)
        #expect(detail["fromCache"] == false)
        #expect(detail["handedBy"] == nil)
        for (language, words) in [
            (ReportLanguage.en, "Fetched from school.example on 2026-11-21."),
            (.fi, "Haettu 21.11.2026 palvelimelta school.example."),
            (.sv, "Hämtat 21.11.2026 från school.example."),
        ] {
            #expect(ReportText(report, in: language).lines.contains { $0.contains(words) })
        }
    }

    @Test("A fetched list is judged like any other: withdrawn, stale, unsigned, another's, older than one seen")
    func judged() throws {
        let badge = try Bench.signed(Self.school)
        let revoked = judge(badge, Shelf(lists: [try StatusRuleTests.list(set: [7])]))
        expect(revoked, .status, .failed, .statusRevoked, .invalid)
        let stale = judge(badge, Shelf(lists: [try StatusRuleTests.list(age: 31 * 86_400)]))
        expect(stale, .status, .undetermined, .statusStale, .undetermined)
        let unsigned = judge(badge, Shelf(lists: [try StatusRuleTests.list(by: nil)]))
        expect(unsigned, .status, .undetermined, .statusUnsigned, .undetermined)
        let stranger = Bench.selfNamed(TestBadge.otherKey)
        let others = judge(
            badge,
            Shelf(lists: [
                try StatusRuleTests.list(
                    issuer: DIDKey.did(for: TestBadge.otherKey.publicKey).description, by: stranger)
            ]))
        expect(others, .status, .undetermined, .statusIssuer, .undetermined)
        var memory = ReceiverMemory()
        memory.lists[.init(url: TestBadge.listURL, issuer: TestBadge.issuer)] = .init(
            validFrom: FixedClock.now, digest: [UInt8](repeating: 1, count: 32))
        let older = judge(badge, Shelf(lists: [try StatusRuleTests.list(age: 60)]), memory: memory)
        expect(older, .status, .undetermined, .statusRollback, .undetermined)
    }

    @Test("A list at hand doesn't keep a newer one from being asked for; of the two the newer decides")
    func newer() throws {
        let old = try StatusRuleTests.list(age: 86_400)
        let shelf = Shelf(lists: [try StatusRuleTests.list(set: [7])])
        let report = judge(try Bench.signed(Self.school), shelf, lists: [old])
        expect(report, .status, .failed, .statusRevoked, .invalid)
        #expect(shelf.askedLists == [TestBadge.listURL])
    }

    @Test("Before the signature is known to be a listed issuer's, nobody is asked about a withdrawal")
    func strangers() throws {
        // A signature that doesn't fit.
        var forged = try Bench.signed(Self.school)
        forged["name"] = "Another"
        let first = Shelf()
        expect(judge(forged, first), .proof, .failed, .proofMismatch, .invalid)
        #expect(first.asked.isEmpty)
        // An issuer that nobody has listed, whose document anybody may have written.
        let second = Shelf(documents: [try Bench.document([("ed25519-1", TestBadge.key)])])
        let unlisted = judge(try Bench.signed(Self.school), second, trust: nil)
        expect(unlisted, .proof, .passed, .proofOK, .undetermined)
        expect(unlisted, .issuer, .undetermined, .issuerUnknown, .undetermined)
        expect(unlisted, .status, .undetermined, .statusUnavailable, .undetermined)
        #expect(second.askedDocuments == [TestBadge.issuer])
        #expect(second.askedLists.isEmpty)
        #expect(unlisted[.status]?.detail["fetch"]?.stringValue == SupplyRefusal.unlistedIssuer.rawValue)
        #expect(
            ReportText(unlisted, in: .fi).lines.contains { $0.contains("myöntäjä ei ole luettelossasi") })
    }

    @Test("Only lists by which a badge is withdrawn are asked for, each once, and none of a badge with too many")
    func which() throws {
        func asked(_ entries: [JSONValue]) throws -> [String] {
            let shelf = Shelf()
            _ = judge(try Bench.signed(TestBadge.credential([("credentialStatus", .array(entries))])), shelf)
            return shelf.askedLists
        }
        let second = "https://school.example/status/2.json"
        #expect(
            try asked([
                TestBadge.statusEntry(), TestBadge.statusEntry(8),
                TestBadge.statusEntry(purpose: "suspension", list: second),
                TestBadge.statusEntry(purpose: "refresh", list: "https://school.example/3"),
                TestBadge.statusEntry(purpose: "parole", list: "https://school.example/4"),
                ["type": "OtherStatus", "statusListCredential": "https://school.example/5"],
            ]) == [TestBadge.listURL, second])
        let many = (0..<9).map { TestBadge.statusEntry(list: "https://school.example/\($0)") }
        #expect(try asked(many) == [])
    }

    // MARK: DID documents

    @Test("A fetched document lets the signature fit, and vouches for nothing")
    func document() throws {
        let shelf = Shelf(documents: [try Bench.document([("ed25519-1", TestBadge.key)])])
        let listed = Bench.school {
            $0.keys = [PinnedKey(id: TestBadge.issuer + "#other", publicKey: TestBadge.otherKey.publicKey)]
        }
        let report = judge(try Bench.signed(), shelf, trust: Bench.list(listed))
        expect(report, .proof, .passed, .proofOK, .undetermined)
        expect(report, .issuer, .undetermined, .issuerKeyNotPinned, .undetermined)
        let detail = try #require(report[.proof]?.detail)
        #expect(detail["keySource"]?.stringValue == "unvouched-document")
        #expect(detail["fetchedFrom"]?.stringValue == "https://school.example/.well-known/did.json")
    }

    @Test("A pinned key needs no document")
    func pinned() throws {
        let shelf = Shelf()
        expect(judge(try Bench.signed(), shelf), .issuer, .passed, .issuerOK, .valid)
        #expect(shelf.asked.isEmpty)
    }

    @Test("Only documents on the web are asked for, and only the issuer's own")
    func whose() throws {
        func asked(_ method: String, issuer: String) throws -> [String] {
            let shelf = Shelf()
            let key = SigningKey(verificationMethod: method, privateKey: TestBadge.key)
            _ = judge(
                try Bench.signed(TestBadge.credential([("issuer", .string(issuer))]), by: key), shelf, trust: nil)
            return shelf.askedDocuments
        }
        #expect(try asked("did:web:a.example#k", issuer: "did:web:a.example") == ["did:web:a.example"])
        #expect(try asked("did:web:a.example#k", issuer: "https://a.example/profile") == ["did:web:a.example"])
        #expect(try asked("did:web:tracker.example#k", issuer: "did:web:a.example") == [])
        #expect(try asked("did:example:1#k", issuer: "did:example:1") == [])
        #expect(try asked("https://a.example/key", issuer: "https://a.example/profile") == [])
    }

    @Test("A document with another key leaves the question open, and isn't asked for again")
    func otherKey() throws {
        let shelf = Shelf(documents: [try Bench.document([("ed25519-2", TestBadge.otherKey)])])
        let report = judge(try Bench.signed(), shelf, trust: nil)
        expect(report, .proof, .undetermined, .keyUnavailable, .undetermined)
        #expect(shelf.asked.count == 1)
    }

    // MARK: What couldn't be had, and what was kept

    @Test("Why something isn't there stands in the report", arguments: ReportLanguage.allCases)
    func failures(_ language: ReportLanguage) throws {
        let shelf = Shelf(failures: [TestBadge.listURL: "fetch.timeout", TestBadge.issuer: "fetch.certificate"])
        let listed = judge(try Bench.signed(Self.school), shelf)
        expect(listed, .status, .undetermined, .statusUnavailable, .undetermined)
        #expect(listed[.status]?.detail["fetch"]?.stringValue == "fetch.timeout")
        let unlisted = judge(try Bench.signed(Self.school), shelf, trust: nil)
        expect(unlisted, .proof, .undetermined, .keyUnavailable, .undetermined)
        #expect(unlisted[.proof]?.detail["fetch"]?.stringValue == "fetch.certificate")
        let words = [
            ReportLanguage.en: ("too slow", "the right one"), .fi: ("liian hidas", "olevansa oikea"),
            .sv: ("för långsam", "den rätta"),
        ]
        let (slow, right) = try #require(words[language])
        #expect(ReportText(listed, in: language).lines.contains { $0.contains(slow) })
        #expect(ReportText(unlisted, in: language).lines.contains { $0.contains(right) })
    }

    @Test("What was kept counts by its own age and is named so; without the web nobody is said to have been asked")
    func kept() throws {
        let shelf = Shelf(lists: [try StatusRuleTests.list(age: 86_400)], isKept: true, asksWeb: false)
        let report = judge(try Bench.signed(Self.school), shelf)
        expect(report, .status, .passed, .statusOK, .valid)
        #expect(report[.status]?.detail["fromCache"] == true)
        #expect(report[.status]?.detail["ageDays"]?.numberValue?.double == 1)
        #expect(ReportText(report, in: .en).lines.contains { $0.contains("By a copy fetched from school.example on") })
        let stranger = judge(
            try Bench.signed(Self.school),
            Shelf(documents: [try Bench.document([("ed25519-1", TestBadge.key)])], asksWeb: false), trust: nil)
        #expect(stranger[.status]?.detail["fetch"] == nil)
        // Nothing kept: the same answer as without.
        let empty = judge(try Bench.signed(Self.school), Shelf(asksWeb: false))
        #expect(empty[.status]?.values == ["list": TestBadge.listURL])
    }

    @Test("Each credential of a file gets what it lacks, all of it asked for together")
    func several() throws {
        let second = "https://school.example/status/2.json"
        func badge(_ id: String, _ list: String) throws -> JSONValue {
            .object(
                try Bench.signed(
                    TestBadge.credential([
                        ("id", .string(id)), ("credentialStatus", TestBadge.statusEntry(list: list)),
                    ])))
        }
        let presentation: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiablePresentation"],
            "verifiableCredential": [
                try badge("urn:uuid:1", TestBadge.listURL), try badge("urn:uuid:2", second),
                try badge("urn:uuid:3", second),
            ],
        ]
        let shelf = Shelf(lists: [
            try StatusRuleTests.list(), try StatusRuleTests.list(set: [7], id: second),
        ])
        let report = judge(presentation, shelf)
        #expect(shelf.asked.count == 1)
        #expect(shelf.askedLists == [TestBadge.listURL, second])
        #expect(report.inner.map { $0[.status]?.code } == [.statusOK, .statusRevoked, .statusRevoked])
    }
}
