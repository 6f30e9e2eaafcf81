import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import Foundation
import TestSupport

/// A workspace in a scratch folder, made as `init` makes it, with keys that no passphrase protects.
final class WorkspaceFixture {
    static let url = "https://passi.example/org/koulu"

    let scratch: ScratchFolder
    let outcome: WorkspaceInitializer.Outcome
    let now: Timestamp
    var generator: SeededGenerator

    var workspace: Workspace { outcome.workspace }

    init(
        url: String? = WorkspaceFixture.url, samples: SampleSet? = nil, passphrase: Passphrase? = nil,
        now: Timestamp = FixedClock.now
    ) throws {
        scratch = try ScratchFolder()
        generator = SeededGenerator(seed: 7)
        self.now = now
        let request = Self.request(in: scratch, url: url, samples: samples)
        outcome = try WorkspaceInitializer.initialise(request, passphrase: passphrase, at: now, using: &generator)
    }

    static func request(
        in scratch: ScratchFolder, folder: String = "koulu", url: String? = WorkspaceFixture.url,
        samples: SampleSet? = nil
    ) -> WorkspaceRequest {
        WorkspaceRequest(
            folder: scratch.path(of: folder),
            name: LanguageMap([("fi", "Esimerkkikoulu"), ("sv", "Exempelskolan")]), url: url,
            languages: ["fi", "sv"], samples: samples)
    }

    /// The sample definitions of the source tree.
    static let samples = SampleSet(folder: "\(PackageRoot.path)/badge-definitions")

    /// A set of one sample, so that tests aren't slow.
    static func smallSamples(in scratch: ScratchFolder, slugs: [String] = ["tiimityo"]) throws -> SampleSet {
        for slug in slugs {
            for name in ["\(slug).json", "\(slug).svg"] {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(samples.folder)/\(name)"))
                try scratch.write("samples/\(name)", [UInt8](bytes))
            }
        }
        return SampleSet(folder: scratch.path(of: "samples"))
    }

    /// The register, open for writing.
    func register() throws -> Register { try Register.open(at: workspace.registerPath, readOnly: false) }

    func keys() throws -> IssuerKeys { try IssuerKeys.load(workspace, passphrase: nil) }

    /// Gives a person an award with a place in a revocation list, as awarding records it.
    @discardableResult
    func award(_ register: Register, to details: PersonDetails, slug: String = "tiimityo") throws -> AwardRecord {
        try register.write { transaction in
            let person = try transaction.insertPerson(details, at: now, using: &generator)
            let place = try transaction.allocateStatusIndex(.revocation, at: now, using: &generator)
            let id = UUIDv4.make(using: &generator)
            let base = workspace.settings.badgeBase
            let award = AwardRecord(
                id: "urn:uuid:\(id)", personID: person.id, badgeBase: base, slug: slug, version: 1,
                achievementID: "\(base)\(slug)/v1", level: 2, awardedDate: try CalendarDay(iso: "2026-10-13"),
                narrative: details.name.map { "\($0) johti kampanjaa." }, language: "fi", format: .json,
                statusEntries: [place], signedAt: now, verificationMethod: "\(workspace.settings.issuer)#ed25519-1",
                signatureDigest: SHA256.hash(Array("s\(id)".utf8)), signedBytes: Array("\(id)".utf8))
            try transaction.insertAward(award)
            try transaction.appendAudit(
                .awardIssued, subjects: [award.id], persons: [person.id], at: now, using: &generator)
            return award
        }
    }
}

/// What the file system says of a file.
struct FileFacts: Equatable {
    let mode: Int
    let modified: [Int]
    let number: Int

    init(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw POSIXError(.ENOENT) }
        mode = Int(status.st_mode & 0o7777)
        modified = [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
        number = Int(status.st_ino)
    }
}

/// Everything in a folder, hidden entries and folders too, by path.
func entries(of folder: String) -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).sorted()
}
