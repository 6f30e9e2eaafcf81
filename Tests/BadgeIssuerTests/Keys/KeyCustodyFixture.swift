import Cryptography
import Encodings
import Foundation
import TestSupport
import VerifiableCredentials

@testable import BadgeIssuer

/// A workspace whose keys are changed day by day.
final class KeyCustodyFixture {
    let base: WorkspaceFixture

    var workspace: Workspace { base.workspace }
    var issuer: String { workspace.settings.issuer }
    var scratch: ScratchFolder { base.scratch }

    init(url: String? = WorkspaceFixture.url, samples: SampleSet? = nil, passphrase: Passphrase? = nil) throws {
        base = try WorkspaceFixture(url: url, samples: samples, passphrase: passphrase)
    }

    /// - Parameter day: counted from the day on which the workspace was made.
    static func day(_ day: Int) -> Timestamp { FixedClock.now.adding(seconds: day * 86_400) }

    /// The custodian on a day; it holds the keys' lock as long as it lives.
    func custodian(
        day: Int = 1, opening: Passphrase? = nil, new: Passphrase? = nil,
        endingAt moment: KeyChange.Moment? = nil
    ) throws -> KeyCustodian {
        var custodian = try KeyCustodian(workspace, opening: opening, newPassphrase: { new }, at: Self.day(day))
        if let moment {
            custodian.moment = { reached in
                if reached == moment { throw Killed() }
            }
        }
        return custodian
    }

    /// What a test throws where the process would have been killed.
    struct Killed: Error {}

    func history() throws -> KeyHistory { try workspace.keyHistory() }
    func state(_ fragment: String) throws -> HistoricKey.State? {
        try history().key("\(issuer)#\(fragment)")?.state
    }

    var recoveryKeyPath: String { base.outcome.recoveryKeyPath }

    func theft(_ fragments: [String] = ["ed25519-1"], since day: Int? = nil) -> KeyCustodian.Revocation {
        var revocation = KeyCustodian.Revocation(fragments: fragments, reason: .compromised)
        revocation.since = day.map(Self.day)
        revocation.recoveryKeyPath = recoveryKeyPath
        return revocation
    }

    /// Everything of the workspace but the register, whose pages move when it is only opened.
    func contents() throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for name in entries(of: workspace.root) where !name.contains("register") {
            contents[name] = (try? scratch.read("koulu/\(name)")) ?? []
        }
        return contents
    }

    func auditEvents() throws -> [String] {
        let register = try base.register()
        defer { try? register.close() }
        return try register.read { try $0.auditEntries() }.compactMap {
            try JSONParser.parse($0.json)["event"]?.stringValue
        }
    }
}
