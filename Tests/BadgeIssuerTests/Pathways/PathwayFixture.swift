import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing

@testable import BadgeIssuer

/// A workspace with a pathway over three sample badges, and learners who get them in the usual way.
final class PathwayFixture {
    let fixture: WorkspaceFixture
    let register: Register
    let now: Timestamp
    static let slugs = ["ajanhallinta", "pelisaannot", "tyoturvallisuus", "koonti-ensiaskel"]

    /// - Parameter certificate: whether the pathway asks for a certificate of competence, too.
    init(asksCertificate: Bool = false) throws {
        let samples = try ScratchFolder()
        defer { withExtendedLifetime(samples) {} }
        for name in Self.slugs.flatMap({ ["\($0).json", "\($0).svg"] }) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(WorkspaceFixture.samples.folder)/\(name)"))
            try samples.write("samples/\(name)", [UInt8](bytes))
        }
        fixture = try WorkspaceFixture(samples: SampleSet(folder: samples.path(of: "samples")))
        register = try fixture.register()
        now = fixture.now
        let certificate = asksCertificate ? #", {"certificate": {"minItems": 2}}"# : ""
        try fixture.scratch.write(
            "koulu/badge-definitions/pathways/alku.json",
            """
            {"format": "passport.pathway/1", "id": "alku", "version": 1, "status": "published",
              "name": {"fi": "Alku", "sv": "Början"}, "milestoneBadge": "koonti-ensiaskel", "autoIssue": true,
              "groups": [{"id": "ydin", "badges": ["ajanhallinta", "pelisaannot", "tyoturvallisuus"]}],
              "completion": {"allOf": [{"group": "ydin", "min": 2}\(certificate)]}}
            """)
    }

    func catalogue() throws -> DefinitionCatalogue { try DefinitionCatalogue(fixture.workspace, register: register) }
    func pathway() throws -> Pathway { try catalogue().pathway("alku") }
    func definition(_ slug: String) throws -> BadgeDefinition { try catalogue().item(slug).entry.definition }

    func awarder(_ slug: String, format: AwardRecord.Format = .json) throws -> Awarder {
        let keys = try fixture.keys()
        let entry = try catalogue().item(slug).entry
        return Awarder(
            register: register, definition: entry.definition,
            files: DefinitionSnapshot(of: entry.definition, image: entry.image).files,
            issuer: AwardIssuer(fixture.workspace.settings), securer: try keys.securer(for: format),
            judge: { _ in nil })
    }

    /// Gives a badge and answers the credential's id.
    @discardableResult
    func award(
        _ slug: String, to email: String = "anna@koulu.example", format: AwardRecord.Format = .json,
        at moment: Timestamp? = nil
    ) throws -> String {
        let request = AwardRequest(
            recipient: AwardRequest.Recipient(email: email),
            evidence: slug.hasPrefix("koonti")
                ? [] : [AwardEvidence(kind: .document, title: "Raportti", source: .none)])
        let report = try awarder(slug, format: format).award([request], now: moment ?? now)
        guard let id = report.rows.first?.credentialID else { throw Failed("\(report.rows.map(\.message))") }
        return id
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    let anna = "anna@koulu.example"

    @discardableResult
    func enrol(_ persons: String...) throws -> [(standing: EnrolmentStanding, isNew: Bool)] {
        try PathwayKeeper(options: [], who: "staff-7")
            .enrol(try persons.map { try PersonReference($0) }, on: try pathway(), in: register, at: now)
    }

    func check(at moment: Timestamp? = nil) throws -> [EnrolmentStanding] {
        try PathwayChecker(options: try catalogue().options(on: CalendarDay(of: now)))
            .check(in: register, at: moment ?? now)
    }

    /// Gives the milestones that are due.
    @discardableResult
    func giveMilestones(force: Bool = false, meanwhile: (() throws -> Void)? = nil) throws -> AwardReport? {
        let due = try check().filter(\.isDue)
        guard
            let plan = try MilestonePlan(
                due, definition: try definition("koonti-ensiaskel"), who: "staff-7", badgeName: { key, _ in key.slug })
        else { return nil }
        try meanwhile?()
        var options = AwardOptions()
        options.force = force
        let moment = now
        options.alongside = { transaction, rows in try plan.close(with: rows, in: transaction, at: moment) }
        return try awarder("koonti-ensiaskel").award(plan.requests, options: options, now: now)
    }

    func revoke(_ id: String) throws -> StatusChangeReport {
        try StatusChanger(.revoke, reason: .error, who: "staff-7")
            .apply(to: [try AwardReference(id)], in: register, at: now)
    }

    func states() throws -> [Enrolment.State] { try register.read { try $0.enrolments() }.map(\.state) }

    func events(_ areas: String...) throws -> [String] {
        var events: [String] = []
        try register.read { reader in
            for row in try reader.all("SELECT json FROM audit_entries ORDER BY sequence") {
                events.append(try JSONParser.parse(try row.bytes(0))["event"]?.stringValue ?? "")
            }
        }
        let areas = areas.isEmpty ? ["enrolment", "certificate"] : areas
        return events.filter { event in areas.contains { event.hasPrefix($0) } }
    }
}
