import BadgeDefinitions
import Cryptography
import Encodings
import Foundation
import TestSupport

@testable import BadgeIssuer

/// A workspace's register and definitions with a badge that can be applied for.
struct ApplicationFixture {
    let award: AwardFixture
    let workspace: Workspace
    var register: Register { award.register }

    static let now = FixedClock.now
    static let evidence = Array("vuorot: Anna 9-12, Bo 12-15\n".utf8)

    /// - Parameters:
    ///   - changes: members of the definition to set, as awarding knows it.
    ///   - oid: the organisation's.
    init(changes: [(String, JSONValue?)] = [], oid: String? = nil) throws {
        award = try AwardFixture(changes: changes)
        for name in ["tiimityo.json", "tiimityo.svg"] {
            let url = URL(fileURLWithPath: "\(PackageRoot.path)/badge-definitions/\(name)")
            try award.scratch.write("badge-definitions/\(name)", [UInt8](try Data(contentsOf: url)))
        }
        var settings: JSONObject = [
            "format": "passport.workspace/1", "name": ["fi": "Esimerkki-ammattiopisto"],
            "url": "https://passi.example/org/ammattiopisto", "issuer": .string(AwardFixture.did),
            "badgeBase": "https://passi.example/badges/", "creator": "did:web:passi.example:org:maakunta",
            "languages": ["fi"],
        ]
        settings["oid"] = oid.map(JSONValue.string)
        try award.scratch.write("workspace.json", JSONWriter.pretty(.object(settings)))
        workspace = try Workspace(at: award.scratch.path)
    }

    var catalogue: DefinitionCatalogue { get throws { try DefinitionCatalogue(workspace, register: register) } }

    /// An application by the example, changed.
    static func application(
        id: Int = 1, email: String = "anna@example.org", _ changes: [(String, JSONValue?)] = []
    ) throws -> BadgeApplication {
        var json = ApplicationReaderTests.example
        let digits = String(id)
        json["id"] = .string(
            "urn:uuid:00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
        json["applicant"] = ["email": .string(email), "name": "Anna Aalto"]
        for (name, value) in changes { json[name] = value }
        return try ApplicationReaderTests.read(json)
    }

    @discardableResult
    func take(_ applications: BadgeApplication..., evidence: [[UInt8]] = []) throws -> [ApplicationReceipt] {
        try ApplicationIntake(
            register, catalogue: try catalogue, evidence: Set(evidence.map { SHA256.hash($0) })
        ).take(applications.map { .init(source: "file.json", application: $0) }, at: Self.now)
    }

    func record(_ application: BadgeApplication) throws -> ApplicationRecord? {
        try register.read { try $0.application(application.id) }
    }

    @discardableResult
    func decide(
        _ step: ApplicationDecider.Step, _ application: BadgeApplication, by who: String? = "staff-7",
        reason: String? = "Kerro lisää."
    ) throws -> ApplicationRecord {
        try ApplicationDecider(step, by: who, reason: reason).apply(
            to: try ApplicationReference(application.id), in: register, at: Self.now)
    }

    func approval(_ application: BadgeApplication, by who: String = "staff-7") throws -> ApplicationApproval {
        try ApplicationApproval(
            of: try ApplicationReference(application.id), by: who, definition: award.definition, in: register)
    }

    /// Awards what an approval asks for and closes the application with it.
    @discardableResult
    func approve(
        _ approval: ApplicationApproval, _ more: AwardRequest = AwardRequest(), judge: AwardJudge? = nil,
        configure: (inout AwardOptions) -> Void = { _ in }
    ) throws -> AwardReport {
        var options = AwardOptions()
        options.issuedBy = "staff-7"
        options.alongside = { transaction, rows in
            for row in rows { try approval.close(with: row, in: transaction, at: Self.now) }
        }
        configure(&options)
        return try award.awarder(judge: judge).award(
            [approval.request(with: more)], options: options, now: Self.now)
    }
}
