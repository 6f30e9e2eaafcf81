import BadgeDefinitions
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

@Suite("Progress of a shelf on a pathway")
struct ShelfProgressTests {
    private static let base = "https://passi.example/badges/"
    private static let now = FixedClock.now

    private static let library = Result {
        try DefinitionLibrary.load(
            folder: "\(PackageRoot.path)/badge-definitions",
            defaults: DefinitionDefaults(badgeBase: base, creator: "did:web:passi.example"))
    }

    private func pathway(_ slug: String = "tyoelamapassi") throws -> Pathway {
        try #require(try Self.library.get().pathways.first { $0.slug == slug })
    }

    /// A badge of the sample set as it stands on a shelf.
    private func item(
        _ number: Int, _ slug: String, awarded: String = "2026-05-29", until: String? = nil, base: String = base,
        checks: [CheckResult] = [CheckResult(.proof, .passed, .proofOK)], conflicts: [Int] = []
    ) throws -> ShelfItem {
        let definition = try #require(try Self.library.get().definitions.first { $0.slug == slug })
        let achievement = "\(base)\(slug)/v1"
        var json = TestBadge.credential([
            ("id", .string("urn:uuid:\(number)")), ("awardedDate", .string("\(awarded)T12:00:00Z")),
            ("name", .string(definition.name.text(in: "fi"))),
            ("credentialSubject.achievement.id", .string(achievement)),
            ("credentialSubject.achievement.fieldOfStudy", .string(definition.category)),
            (
                "credentialSubject.achievement.achievementType",
                definition.isMilestone ? "LearningProgram" : "Badge"
            ),
            (
                "credentialSubject.achievement.resultDescription",
                [["id": .string("\(achievement)#h"), "resultType": "ext:WorkloadHours"]]
            ),
            (
                "credentialSubject.result",
                [
                    [
                        "resultDescription": .string("\(achievement)#h"),
                        "value": .string((definition.hours ?? .zero).description),
                    ]
                ]
            ),
        ])
        if let until { json["validUntil"] = .string(until) }
        let verdict = Verdict(checks)
        return ShelfItem(
            number: number, id: "urn:uuid:\(number)", bytes: JSONWriter.compact(.object(json)), isJWS: false,
            json: json, kind: .badge, addedAt: Self.now,
            verdict: conflicts.isEmpty ? verdict : max(verdict, .undetermined),
            reasons: ShelfItem.reasons(in: checks), checks: checks, checkedAt: Self.now, conflicts: conflicts)
    }

    private static let seven = [
        "vahvuudet", "pelisaannot", "tyoturvallisuus", "tiimityo", "asiakaskohtaaminen", "yrittajamainen-asenne",
        "alueen-tyoelama",
    ]

    private func items(_ slugs: [String]) throws -> [ShelfItem] {
        try slugs.enumerated().map { try item($0.offset + 1, $0.element) }
    }

    private func progress(
        _ items: [ShelfItem], on slug: String = "tyoelamapassi", certificates: [ShelfProgress.Certificate] = []
    ) throws -> ShelfProgress {
        ShelfProgress(
            try pathway(slug), items: items, certificates: certificates,
            catalogue: RecognitionCatalogue(definitions: try Self.library.get().definitions), at: Self.now)
    }

    private func lines(_ progress: ShelfProgress, _ language: ReportLanguage = .fi) throws -> [String] {
        ShelfProgressText(progress, definitions: try Self.library.get().definitions, in: language).lines
    }

    private func open(_ code: VerificationCode) -> [CheckResult] {
        [CheckResult(.proof, .passed, .proofOK), CheckResult(.issuer, .undetermined, code, ["issuer": "did:web:x"])]
    }

    @Test("eight badges with 164 hours complete the work-life passport")
    func complete() throws {
        let progress = try progress(items(Self.seven + ["digityovalineet"]))
        #expect(progress.evaluation.isComplete && progress.evaluation.progress.description == "8/8")
        let parts = progress.evaluation.completion.leaves
        #expect(parts.contains { $0.have.description == "164" })
        #expect(parts.contains { if case .categories = $0.rule { $0.have.description == "6" } else { false } })
        #expect(progress.steps == nil && progress.waiting.isEmpty && progress.milestone == nil)
        let lines = try lines(progress)
        #expect(lines.first == "Työelämäpassi on valmis. Hienoa työtä!")
        #expect(lines.last == "  Näytä nämä merkit koulullesi: voit pyytää koontimerkkiä.")
    }

    @Test("without one of them one badge is short, and the cheapest way is named")
    func oneShort() throws {
        let progress = try progress(items(Self.seven))
        #expect(!progress.evaluation.isComplete && progress.evaluation.progress.description == "7/8")
        #expect(progress.evaluation.completion.leaves.contains { $0.have.description == "137" })
        #expect(progress.steps?.badges.count == 1)
        let lines = try lines(progress)
        #expect(lines[0] == "Työelämäpassi: 7/8 tehty." && lines[1] == "  Vielä yksi merkki oman valintasi mukaan.")
        #expect(lines[2].hasPrefix("  Lyhyt tie tästä eteenpäin: "))
    }

    @Test("what isn't verified yet is told apart: it will count")
    func unverified() throws {
        let open = try item(8, "digityovalineet", checks: open(.issuerUnknown))
        let progress = try progress(try items(Self.seven) + [open])
        #expect(progress.evaluation.progress.description == "7/8" && progress.waiting.map(\.number) == [8])
        #expect(progress.afterwards?.isComplete == true)
        let lines = try lines(progress, .sv)
        #expect(lines.contains { $0.hasPrefix("  Digitala arbetsredskap räknas när det har bekräftats.") })
        #expect(lines.last == "  Då skulle allt vara klart.")
        let json = progress.json(in: .en, text: lines)
        #expect(json["format"] == "passport.progress/1" && json["complete"] == false)
        #expect(json["notYetVerified"]?.asList.first?["reason"]?["code"] == "issuer.unknown")
        #expect(json["afterwards"]?["complete"] == true)
    }

    @Test("what can't count is told with the reason: expired, too old, withdrawn, on hold, another's, contradicted")
    func excluded() throws {
        func failed(_ check: Check, _ code: VerificationCode) -> [CheckResult] { [CheckResult(check, .failed, code)] }
        let all = [
            try item(1, "tyoturvallisuus", until: "2026-06-01T00:00:00Z"),
            try item(2, "vahvuudet", awarded: "2020-01-01"),
            try item(3, "pelisaannot", checks: failed(.status, .statusRevoked)),
            try item(4, "tiimityo", checks: failed(.status, .statusSuspended)),
            try item(5, "asiakaskohtaaminen", base: "https://other.example/badges/"),
            try item(6, "esiintyminen", conflicts: [7]), try item(7, "esiintyminen", conflicts: [6]),
            try item(8, "palaute", checks: failed(.proof, .proofMismatch)),
            try item(9, "kestava-tyo", until: "2026-06-01T00:00:00Z", checks: failed(.validity, .validityExpired)),
        ]
        let progress = try progress(all)
        #expect(progress.evaluation.counted.isEmpty == false)
        // Only another base's badge counts, in the open group.
        #expect(progress.evaluation.counted.map(\.id) == ["urn:uuid:5"])
        let words = Dictionary(
            progress.evaluation.excluded.map { ($0.award.id, $0.reason.word) }
        ) { first, _ in first }
        #expect(
            words == [
                "urn:uuid:1": "expired", "urn:uuid:2": "too-old", "urn:uuid:3": "revoked", "urn:uuid:4": "suspended",
                "urn:uuid:9": "expired",
            ])
        #expect(progress.notValid.compactMap(\.number).sorted().contains(8))
        let lines = try lines(progress, .en)
        #expect(lines.contains { $0.contains("was withdrawn by its issuer") })
        #expect(lines.contains { $0.contains("It has the same id as number") })
    }

    @Test("an end that comes within sixty days is told ahead")
    func endingSoon() throws {
        var all = try items(Self.seven)
        all[2] = try item(3, "tyoturvallisuus", until: "2027-01-15T21:59:59Z")
        let progress = try progress(all)
        #expect(progress.evaluation.endingSoon.map(\.id) == ["urn:uuid:3"])
        #expect(
            try lines(progress, .en).contains(
                "  Basics of safety at work is valid until 2027-01-15. You can renew it now."))
    }

    @Test("the first step asks for a certificate of competence: one that is valid, else one that is waiting")
    func certificate() throws {
        let json = try #require(
            try JSONParser.parse(
                [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(PackageRoot.path)/examples/certificate.json")))
            )
            .objectValue)
        let badges = try items(["pelisaannot", "tyoturvallisuus", "ajanhallinta", "vahvuudet", "tyonhaku", "palaute"])
        func report(_ checks: [CheckResult]) -> VerificationReport {
            VerificationReport(source: "certificate.json", at: Self.now, credential: nil, checks: checks)
        }
        let without = try progress(badges, on: "ensiaskel")
        #expect(!without.evaluation.isComplete && without.evaluation.progress.description == "6/6")
        #expect(try lines(without).contains("  Vielä osaamistodistus."))
        let valid = ShelfProgress.Certificate(json: json, report: report([CheckResult(.proof, .passed, .proofOK)]))
        #expect(try progress(badges, on: "ensiaskel", certificates: [valid]).evaluation.isComplete)
        let open = ShelfProgress.Certificate(json: json, report: report(open(.issuerUnknown)))
        let waiting = try progress(badges, on: "ensiaskel", certificates: [open])
        #expect(!waiting.evaluation.isComplete && waiting.afterwards?.isComplete == true)
        #expect(waiting.waiting.map(\.number) == [nil])
        // A pathway that asks for none doesn't speak of it.
        #expect(try progress(badges, certificates: [open]).waiting.isEmpty)
    }

    @Test("a badge is known by its exact achievement id, and a milestone on the shelf is named")
    func keys() throws {
        #expect(
            BadgeKey(achievementID: "\(Self.base)tiimityo/v12")
                == BadgeKey(badgeBase: Self.base, slug: "tiimityo"))
        for id in ["\(Self.base)tiimityo", "\(Self.base)tiimityo/v01", "urn:uuid:1"] {
            #expect(BadgeKey(achievementID: id).slug.isEmpty)
        }
        let all = try items(Self.seven + ["digityovalineet", "koonti-tyoelamapassi"])
        let progress = try progress(all)
        #expect(progress.milestone == 9 && progress.evaluation.isComplete)
        #expect(try lines(progress, .en).last == "  Its milestone is on your shelf already, number 9.")
    }

    @Test("badges without a field of their own add no category")
    func noField() throws {
        var all = try items(["vahvuudet"])
        let other = try ShelfFixture.badge()
        all.append(
            ShelfItem(
                number: 2, id: "urn:uuid:2", bytes: JSONWriter.compact(.object(other)), isJWS: false, json: other,
                kind: .badge, addedAt: Self.now, verdict: .valid, reasons: [],
                checks: [CheckResult(.proof, .passed, .proofOK)], checkedAt: Self.now, conflicts: []))
        let progress = try progress(all)
        #expect(progress.evaluation.counted.count == 2)
        let categories = progress.evaluation.completion.leaves.first {
            if case .categories = $0.rule { true } else { false }
        }
        #expect(categories?.have.description == "1")
    }
}
