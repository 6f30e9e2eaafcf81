import Encodings
import OpenBadges
import TestSupport
import Testing

/// Our built-in schema rules against 1EdTech's own schema files as jsonschema reads them: on every document of the
/// corpus, and on 2,000 that were damaged from them.
///
/// The formats in force are `date-time` and `date`; the schemas name no others.
@Suite("Schema rules against jsonschema", .needsPeers, .needsCorpus("schemas"))
struct SchemaAgreementTests {
    /// A document, and what it is held against.
    struct Subject {
        let name: String
        let root: OpenBadgeSchema.Root
        let document: JSONObject
    }

    /// A schema file, or a part of one, and the form that our rules have for it.
    private struct Published {
        let form: OpenBadgeSchema.Form
        let file: String
        var definition: String?
        var part: Int?

        var json: JSONValue {
            var json: JSONObject = ["file": .string(Corpus.root.map { "\($0)/schemas/\(file)" } ?? file)]
            json["definition"] = definition.map { .string($0) }
            json["part"] = part.map { .number(JSONNumber($0)) }
            return .object(json)
        }
    }

    private static let badge = "ob_v3p0_achievementcredential_schema"
    private static let any = "ob_v3p0_anyachievementcredential_schema.json"

    /// 1EdTech has no file of its own for endorsements and profiles in the corpus: they are parts of that for badges.
    private static func published(_ root: OpenBadgeSchema.Root) -> [Published] {
        switch root {
        case .achievementCredential:
            [
                Published(form: .array, file: "\(badge).array-form.json"),
                Published(form: .compacted, file: "\(badge).compacted-form.json"),
                Published(form: .compacted, file: any, part: 1),
                Published(form: .arrayVCDM11, file: "\(badge).vcdm11.json"),
                Published(form: .compactedVCDM11, file: any, part: 0),
            ]
        case .endorsementCredential: definitions("EndorsementCredential")
        case .profile: definitions("Profile")
        case .clrCredential:
            [Published(form: .arrayVCDM11, file: "clr_v2p0_clrcredential_schema.vcdm11.draft4.json")]
        }
    }

    private static func definitions(_ name: String) -> [Published] {
        [
            Published(form: .array, file: "\(badge).array-form.json", definition: name),
            Published(form: .compacted, file: "\(badge).compacted-form.json", definition: name),
            Published(form: .arrayVCDM11, file: "\(badge).vcdm11.json", definition: name),
            Published(form: .compactedVCDM11, file: any, definition: "\(name)v1p1"),
        ]
    }

    private static let roots: [OpenBadgeSchema.Root] = [
        .achievementCredential, .endorsementCredential, .profile, .clrCredential,
    ]

    /// Every document of the corpus that is of one of these kinds, and each endorsement and profile that stands in one.
    static let subjects = Result {
        var found: [Subject] = []
        for suite in ["ob3-spec", "1edtech-validator", "dcc", "signed-credentials"] {
            for vector in Corpus.cases(suite) {
                guard let document = try document(in: vector.read("file")) else { continue }
                collect(document, named: "\(suite)/\(vector.id)", into: &found)
            }
        }
        return found
    }

    /// The JSON of a file, or the payload of a JWT; nothing for what is neither.
    private static func document(in bytes: [UInt8]) throws -> JSONObject? {
        if let object = (try? TestJSON.parse(bytes))?.objectValue { return object }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ".")
        guard parts.count == 3, let payload = try? Base64URL.decode(String(parts[1])) else { return nil }
        return (try? TestJSON.parse(payload))?.objectValue
    }

    private static func collect(_ object: JSONObject, named name: String, into found: inout [Subject]) {
        let types = object["type"]?.asList.compactMap(\.stringValue) ?? []
        let root: OpenBadgeSchema.Root? =
            if !types.allSatisfy({ $0 != "OpenBadgeCredential" && $0 != "AchievementCredential" }) {
                .achievementCredential
            } else if types.contains("EndorsementCredential") {
                .endorsementCredential
            } else if types.contains("ClrCredential") {
                .clrCredential
            } else if types.contains("Profile") {
                .profile
            } else {
                nil
            }
        if let root { found.append(Subject(name: name, root: root, document: object)) }
        for member in object.members {
            for element in member.value.asList {
                guard let inner = element.objectValue else { continue }
                collect(inner, named: "\(name) \(member.name)", into: &found)
            }
        }
    }

    /// Holds each subject against all its schema files, and tells where the answers differ.
    ///
    /// - Returns: how many answers were compared, and how many of them were yes.
    private func compare(_ subjects: [Subject]) throws -> (answers: Int, accepted: Int) {
        let all = Self.roots.flatMap(Self.published)
        let folder = try ScratchFolder()
        func places(_ root: OpenBadgeSchema.Root) -> Range<Int> {
            let place = Self.roots.firstIndex { $0 == root } ?? 0
            let start = Self.roots[..<place].map { Self.published($0).count }.reduce(0, +)
            return start..<(start + Self.published(root).count)
        }
        let entries: [JSONValue] = subjects.map { subject in
            [
                "schemas": .array(places(subject.root).map { .number(JSONNumber($0)) }),
                "document": .object(subject.document),
            ]
        }
        let answer = try Peers.ask(
            "judge_schemas",
            [
                "schemas": .array(all.map(\.json)),
                "documents": .string(try folder.write("documents.json", JSONWriter.compact(.array(entries)))),
            ])
        let theirs = (answer.arrayValue ?? []).map { ($0.arrayValue ?? []).compactMap(\.boolValue) }
        try #require(theirs.count == subjects.count)
        var (answers, accepted) = (0, 0)
        for (subject, theirs) in zip(subjects, theirs) {
            let published = Self.published(subject.root)
            try #require(theirs.count == published.count)
            for (schema, expected) in zip(published, theirs) {
                let accepts = OpenBadgeSchema.accepts(subject.document, as: subject.root, form: schema.form)
                #expect(
                    accepts == expected,
                    """
                    \(subject.name) under \(schema.file) \(schema.definition ?? ""): \
                    \(OpenBadgeSchema.findings(in: subject.document, as: subject.root, form: schema.form).prefix(3)) \
                    \(String(decoding: JSONWriter.compact(.object(subject.document)).prefix(6000), as: UTF8.self))
                    """)
                answers += 1
                accepted += expected ? 1 : 0
            }
            // What a report says: sound when a schema for its version of the data model takes it.
            if zip(published, theirs).contains(where: { $0.0.form.isVCDM11 == subject.isVCDM11 && $0.1 }) {
                #expect(OpenBadgeSchema.findings(in: subject.document, as: subject.root) == [], "\(subject.name)")
            } else if subject.root != .clrCredential {
                #expect(OpenBadgeSchema.findings(in: subject.document, as: subject.root) != [], "\(subject.name)")
            }
        }
        return (answers, accepted)
    }

    @Test("they answer alike on every badge, endorsement, profile and record of the corpus")
    func corpus() throws {
        let subjects = try Self.subjects.get()
        #expect(subjects.count > 200)
        let counts = try compare(subjects)
        #expect((100..<(counts.answers - 100)).contains(counts.accepted), "\(counts)")
    }

    @Test("they answer alike on 2,000 damaged ones", arguments: [30 as UInt64])
    func damage(seed: UInt64) throws {
        let subjects = try Self.subjects.get()
        var generator = SeededGenerator(seed: seed)
        var damaged: [Subject] = []
        // Large documents have many places, so that most of the damage would fall on parts that are passed over.
        let pool = subjects.filter { JSONWriter.compact(.object($0.document)).count < 40_000 }
        for number in 0..<2_000 {
            let kind = Self.roots[[0, 0, 0, 0, 0, 0, 1, 1, 2, 3][number % 10]]
            let candidates = pool.filter { $0.root == kind }
            let subject = candidates[Int.random(in: 0..<candidates.count, using: &generator)]
            var damage = SchemaDamage(subject.document)
            for _ in 0..<Int.random(in: 1...3, using: &generator) { damage.strike(using: &generator) }
            damaged.append(
                Subject(
                    name: "seed \(seed) number \(number) \(subject.name) [\(damage.strikes.joined(separator: "; "))]",
                    root: subject.root, document: damage.document))
        }
        let counts = try compare(damaged)
        // Neither nearly all nor nearly none are taken.
        #expect(counts.accepted > 300 && counts.accepted < counts.answers - 300, "\(counts)")
    }
}

extension SchemaAgreementTests.Subject {
    /// The first context tells, as it does in a report.
    fileprivate var isVCDM11: Bool {
        let first = document["@context"]?.asList.first?.stringValue
        return first == "https://www.w3.org/2018/credentials/v1"
    }
}

extension OpenBadgeSchema.Form {
    fileprivate var isVCDM11: Bool { self == .arrayVCDM11 || self == .compactedVCDM11 }
}
