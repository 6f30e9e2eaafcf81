import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// What a time stamp beside a file is worth, once the key that signed is stolen and before.
@Suite("Time stamps beside a file", .needsOpenSSL)
struct TimestampRuleTests {
    private typealias School = SchoolHistory

    private static let authority = Result { try TimeAuthority() }

    /// The moment of the theft: some days from now, so that the authority's certificate is good before it and after.
    private static let theft = Timestamp.now().wholeSeconds.adding(seconds: 3 * 86_400)

    private func authority() throws -> TimeAuthority { try Self.authority.get() }

    /// A receiver of the school who pinned the authority's root.
    private func bench(_ isStolen: Bool = true, pinning pem: [[UInt8]]? = nil) throws -> Bench {
        var bench = Bench(trust: Bench.list(Bench.school()))
        bench.trust?.tsaCertificates = try (pem ?? [authority().root]).map { try TSACertificate(pem: $0) }
        bench.now = Self.theft.adding(seconds: 10 * 86_400)
        var school = try School()
        if isStolen {
            try school.revoke(
                [School.first, School.p256], since: Self.theft, successors: [School.second],
                at: Self.theft.adding(seconds: 86_400))
        }
        bench.histories = [school.history]
        return bench
    }

    private static let claimed = School.day(50)

    private func signature(of badge: [UInt8]) throws -> [UInt8] {
        guard let object = try? JSONParser.parse(badge).objectValue else {
            return try CompactJWS(parsing: badge).signature
        }
        return try EdDSAJCS2022().decodeProofValue(#require(object["proof"]?["proofValue"]?.stringValue))
    }

    /// A stamp that says so many seconds before or after the theft.
    private func stamp(
        _ badge: [UInt8], _ seconds: Int, accuracy: [Int]? = [0]
    ) throws -> [UInt8] {
        let time = Self.theft.adding(seconds: seconds).description.filter { !"-:T".contains($0) }
        return try authority().token(SHA256.hash(signature(of: badge)), time: String(time), accuracy: accuracy)
    }

    private func judge(_ bench: Bench, _ badge: [UInt8], _ stamps: [UInt8]...) -> VerificationReport {
        let found = stamps.enumerated().map { FoundTimestamp($1, source: "badge.json.tsr.\($0)") }
        return bench.verifier.judgeDocument(badge, source: "badge.json", timestamps: found).report
    }

    private func notes(_ report: VerificationReport) -> [VerificationCode]? { report[.proof]?.notes.map(\.code) }

    // MARK: Before the theft, and not

    @Test("A stolen key's badge with a stamp from before the theft is good", arguments: [School.first, School.p256])
    func proven(_ key: SigningKey) throws {
        let badge = try Bench.dated(Self.claimed, by: key)
        let bench = try bench()
        expect(judge(bench, badge), .proof, .undetermined, .keyTimeUnproven, .undetermined)
        let report = judge(bench, badge, try stamp(badge, -60))
        expect(report, .proof, .passed, .keyTimeProven, .valid)
        #expect(report[.proof]?.detail["evidence"] == "rfc3161")
        #expect(report[.proof]?.detail["evidenceSource"] == "badge.json.tsr.0")
        #expect(
            report[.proof]?.detail["evidenceTime"]?.stringValue == Self.theft.adding(seconds: -60).description)
        #expect(notes(report) == [.timestampOK])
        // What `openssl ts` made for the digest that the report names does as well.
        let hex = try #require(report[.proof]?.detail["signatureSHA256"]?.stringValue)
        let own = try authority().stamp(Base16.decode(hex))
        expect(judge(bench, badge, own), .proof, .passed, .keyTimeProven, .valid)
    }

    @Test(
        "The time with all that the clock may be off must lie before the theft",
        arguments: [
            (-1, [0], true), (0, [0], false), (1, [0], false), (-2, [1], true), (-2, [2], false),
            (-2, [1, 999, 999], true),
            (-2, [1, 999, 1], true), (-86_400, [86_400], false), (-86_400, [86_399], true),
            // Where nothing is stated, a second is taken.
            (-1, nil, false), (-2, nil, true),
        ] as [(Int, [Int]?, Bool)])
    func accuracy(_ seconds: Int, _ accuracy: [Int]?, _ counts: Bool) throws {
        let badge = try Bench.dated(Self.claimed, by: School.first)
        let report = judge(try bench(), badge, try stamp(badge, seconds, accuracy: accuracy))
        #expect(report[.proof]?.code == (counts ? .keyTimeProven : .keyTimeUnproven))
        #expect(report.verdict == (counts ? .valid : .undetermined))
        #expect(notes(report) == [counts ? .timestampOK : .timestampLate])
    }

    @Test("No stamp helps a badge that itself says that it is from after the theft")
    func laterByItself() throws {
        let badge = try Bench.dated(Self.theft, by: School.first)
        expect(judge(try bench(), badge, try stamp(badge, -60)), .proof, .failed, .keyRevoked, .invalid)
    }

    // MARK: What doesn't count

    /// Files that lie there as a stamp and are none for this badge, and what is said of each.
    private func useless(for badge: [UInt8]) throws -> [(stamp: [UInt8], code: VerificationCode)] {
        let digest = try SHA256.hash(signature(of: badge))
        let good = try authority().stamp(digest)
        var changed = good
        let place = try #require(changed.indices.first { changed[$0...].starts(with: digest) })
        // The last digit of its time.
        changed[try #require(changed[place...].firstIndex(of: 0x18)) + 15] ^= 1
        return [
            (Array("hello".utf8), .timestampMalformed), (Array(good.dropLast(9)), .timestampMalformed),
            (TimeAuthority.refusal, .timestampNotGranted), (changed, .timestampSignature),
            (try authority().stamp([UInt8](repeating: 1, count: 20), "sha1"), .timestampWeak),
            (try authority().stamp(digest, signedOver: "sha1"), .timestampWeak),
            (try authority().stamp(SHA256.hash(badge)), .timestampOther),
            (try authority().stamp(SHA256.hash(digest)), .timestampOther),
            (try TimeAuthority().stamp(digest), .timestampNotPinned),
            (try authority().token(digest, time: "20200101120000Z"), .timestampCertificate),
        ]
    }

    @Test("A stamp that is none takes nothing from a good badge, and gives nothing to one of a stolen key")
    func useless() throws {
        let badge = try Bench.dated(Self.claimed, by: School.first)
        let (good, stolen) = (try bench(false), try bench())
        for (stamp, code) in try useless(for: badge) {
            let valid = judge(good, badge, stamp)
            expect(valid, .proof, .passed, .proofOK, .valid)
            #expect(notes(valid) == [code])
            let open = judge(stolen, badge, stamp)
            expect(open, .proof, .undetermined, .keyTimeUnproven, .undetermined)
            #expect(notes(open) == [code])
            // One that helps isn't made worse by it.
            let both = judge(stolen, badge, stamp, try self.stamp(badge, -60))
            expect(both, .proof, .passed, .keyTimeProven, .valid)
            #expect(Set(notes(both) ?? []) == [code, .timestampOK])
        }
        expect(
            judge(try bench(pinning: []), badge, try stamp(badge, -60)), .proof, .undetermined, .keyTimeUnproven,
            .undetermined)
    }

    @Test("Where the signature itself doesn't fit, nothing is said of stamps")
    func falseSignature() throws {
        let badge = try Bench.dated(Self.claimed, by: School.first)
        let object = try #require(try JSONParser.parse(badge).objectValue)
        let report = judge(
            try bench(), JSONWriter.compact(.object(TestBadge.replacing("name", in: object, by: "Johtajuus"))),
            try stamp(badge, -60))
        expect(report, .proof, .failed, .proofMismatch, .invalid)
        #expect(notes(report) == [])
    }

    @Test("A report names the stamp's fault in each language, with a way out; so does JSON")
    func words() throws {
        let badge = try Bench.dated(Self.claimed, by: School.first)
        for (stamp, code) in try useless(for: badge) + [(self.stamp(badge, 60), .timestampLate)] {
            let report = judge(try bench(), badge, stamp)
            for language in ReportLanguage.allCases {
                let note = try #require(report[.proof]?.notes.first)
                let sentence = code.text.filled(note.values, in: language)
                #expect(!sentence.contains("–") && sentence.contains("badge.json.tsr.0"), "\(sentence)")
                for voice in [nil, ReportVoice.exact] {
                    let text = ReportText(report, in: language, voice: voice).lines.joined(separator: "\n")
                    #expect(text.contains(sentence), "\(text)")
                    #expect(text.contains(try #require(code.hint)[language]), "\(text)")
                }
                let plain = ReportText(report, in: language, voice: .plain).lines.joined(separator: "\n")
                #expect(plain.contains(try #require(code.reason)[language]), "\(plain)")
                let json = report.json(in: language)["checks"]?.arrayValue?.first { $0["check"] == "proof" }?["notes"]
                #expect(json?.arrayValue?.first?["code"]?.stringValue == code.rawValue)
                #expect(json?.arrayValue?.first?["message"]?.stringValue == sentence)
            }
        }
    }

    @Test("Every way in which a stamp can be wrong has its own words", arguments: TimestampError.Code.allCases)
    func codes(_ code: TimestampError.Code) {
        #expect(VerificationCode(rawValue: code.rawValue)?.hint != nil)
    }

    // MARK: Several signatures

    @Test("Of several proofs the one that was stamped is good, and that is enough")
    func proofSet() throws {
        let badge = try Bench.signed(
            TestBadge.credential([("validFrom", .string(Self.claimed.description))]), created: Self.claimed)
        var both = badge
        let second = try Bench.proof(on: badge, by: School.first, created: School.day(51).description)
        both["proof"] = .array([try #require(badge["proof"]), second])
        let bytes = JSONWriter.compact(.object(both))
        let bench = try bench()
        expect(judge(bench, bytes), .proof, .undetermined, .keyTimeUnproven, .undetermined)
        var alone = badge
        alone["proof"] = second
        for one in [badge, alone] {
            let report = judge(bench, bytes, try stamp(JSONWriter.compact(.object(one)), -60))
            expect(report, .proof, .passed, .keyTimeProven, .valid)
            #expect(notes(report) == [.timestampOK])
        }
    }

    @Test("A stamp beside a presentation counts for the badge in it whose signature was stamped")
    func presentation() throws {
        let members = try (1...2).map { number in
            try Bench.signed(
                TestPresentation.badge(number, [("validFrom", .string(Self.claimed.description))]),
                created: Self.claimed)
        }
        let bytes = JSONWriter.compact(.object(try TestPresentation.signed(members.map { .object($0) })))
        let report = judge(try bench(), bytes, try stamp(JSONWriter.compact(.object(members[1])), -60))
        #expect(report.inner.map { $0[.proof]?.code } == [.keyTimeUnproven, .keyTimeProven])
        #expect(report.inner.map(\.verdict) == [.undetermined, .valid])
        #expect([notes(report), notes(report.inner[0]), notes(report.inner[1])] == [[], [], [.timestampOK]])
        let other = judge(try bench(), bytes, try stamp(Bench.dated(Self.claimed, by: School.p256), -60))
        #expect([notes(other), notes(other.inner[0]), notes(other.inner[1])] == [[.timestampOther], [], []])
    }
}
