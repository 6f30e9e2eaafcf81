import Encodings
import Foundation
import TestSupport

/// What the program itself issues: every sample badge, in each language and both formats, and the site beside it.
///
/// Made once a run, with the built program and nothing else.
struct IssuedBadges: Sendable {
    static let shared = Result { try IssuedBadges() }

    static let url = "https://passi.example/org/ammattiopisto"
    static let did = "did:web:passi.example:org:ammattiopisto"
    static let languages = ["fi", "sv", "en"]

    let folder: ScratchFolder
    /// Slugs of the sample badges, sorted.
    let slugs: [String]
    /// Absolute paths of credentials with an embedded proof, and of JWTs: each sample badge in each language.
    let json: [String]
    let jwt: [String]
    /// A badge that can be put on hold, and so has two status entries; with an embedded proof, and as a JWT.
    let holdable: [String]
    /// A badge with all that an award can say: a level, hours, dates, a narrative, evidence by link, by file and by word.
    let fullest: String

    var site: String { folder.path(of: "site") }
    var didDocument: String { "\(site)/did.json" }
    var statusLists: [String] { (1...2).map { "\(site)/status/\($0).json" } }
    /// What a verifier finds on the site, by its address there.
    var served: JSONObject {
        JSONObject(
            ["did.json", "status/1.json", "status/2.json"].map { ("\(Self.url)/\($0)", .string("\(site)/\($0)")) })
    }

    private init() throws {
        folder = try ScratchFolder()
        let workspace = folder.path(of: "workspace")
        try Self.run(
            [
                "init", workspace, "--name", "fi=Esimerkki-ammattiopisto", "--name", "sv=Exempelinstitutet", "--name",
                "en=Example Vocational College", "--url", Self.url, "--lang", "fi,sv,en", "--samples",
                "--no-passphrase",
            ], in: folder)
        let definitions = try FileManager.default.contentsOfDirectory(atPath: "\(workspace)/badge-definitions")
            .filter { $0.hasSuffix(".json") }.sorted()
        slugs = definitions.map { String($0.dropLast(".json".count)) }
        for slug in slugs {
            let definition = try TestJSON.parse(folder.read("workspace/badge-definitions/\(slug).json"))
            for format in ["json", "jwt"] {
                let list = try folder.write("lists/\(slug)-\(format).csv", Self.classList(for: definition, in: format))
                try Self.run(
                    [
                        "award", slug, "--csv", list, "--format", format, "-o", folder.path(of: "badges-\(format)"),
                        "--workspace", workspace,
                    ], in: folder)
            }
        }
        holdable = ["json", "jwt"].map { [folder] in folder.path(of: "holdable.\($0)") }
        try folder.write(
            "workspace/badge-definitions/hallussa.json",
            Self.holdable(after: folder.read("workspace/badge-definitions/vahvuudet.json")))
        try Self.run(["definition", "publish", "hallussa", "--workspace", workspace], in: folder)
        for (format, path) in zip(["json", "jwt"], holdable) {
            try Self.run(
                [
                    "award", "hallussa", "--to", "\(format)@example.org", "--format", format, "-o", path, "--workspace",
                    workspace,
                ], in: folder)
        }
        fullest = folder.path(of: "fullest.json")
        let file = try folder.write("report.txt", "What the team did in spring.")
        try Self.run(
            [
                "award", "tiimityo", "--to", "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", "--level", "3",
                "--hours", "40,5", "--date", "29.5.2026", "--narrative", "Ledde teamet på skolans kafé.", "--lang",
                "sv",
                "--evidence", "Portfolio https://portfolio.example.org/kahvila/1", "--evidence", file, "--evidence",
                "observation: handledarens bedömning", "-o", fullest, "--workspace", workspace,
            ], in: folder)
        try Self.run(["publish", "-o", folder.path(of: "site"), "--workspace", workspace], in: folder)

        let folder = self.folder
        func files(_ format: String) -> [String] {
            folder.files().filter { $0.hasPrefix("badges-\(format)/") && $0.hasSuffix(".\(format)") }
                .map { folder.path(of: $0) }
        }
        json = files("json")
        jwt = files("jwt")
    }

    /// A learner for each language; the highest level, and evidence of a kind that the badge takes.
    private static func classList(for definition: JSONValue, in format: String) -> String {
        let level = definition["levels"]?.arrayValue?.last?["code"]?.stringValue ?? ""
        let kind = definition["evidence"]?["kinds"]?.arrayValue?.first?.stringValue
        let evidence = kind.map { "\($0): Portfolio https://portfolio.example.org/kahvila/1" } ?? ""
        var text = "email;language;level;evidence\n"
        for language in languages { text += "\(language).\(format)@example.org;\(language);\(level);\(evidence)\n" }
        return text
    }

    /// The same definition under another name, as one whose badges can be put on hold.
    private static func holdable(after sample: [UInt8]) throws -> [UInt8] {
        guard var definition = try JSONParser.parse(sample).objectValue else { return [] }
        definition["id"] = "hallussa"
        definition["status"] = "draft"
        definition["suspendable"] = true
        definition["image"] = nil
        return JSONWriter.pretty(.object(definition))
    }

    @discardableResult
    static func run(_ arguments: [String], in folder: ScratchFolder) throws -> String {
        let run = try BuiltProgram.run(
            arguments, environment: ["PASSPORT_SAMPLES": "\(PackageRoot.path)/badge-definitions"], in: folder)
        guard run.status == 0 else {
            throw Peers.Failure(
                description: "passportctl \(arguments.joined(separator: " ")) ended with \(run.status): \(run.stderr)")
        }
        return run.stdout
    }
}
