public import Encodings

/// What was found out about one file: every check's answer, the verdict, and what the credential says of itself.
public struct VerificationReport: Sendable {
    public static let format = "passport.report/1"

    /// The name of the file, or `-`.
    public let source: String
    /// The moment judged for: now, or what `--at` said.
    public let at: Timestamp
    /// What the credential claims, for display; `nil` when there was none to read.
    public let credential: CredentialSummary?
    /// One answer to each check, in the order of `Check`.
    public internal(set) var checks: [CheckResult]
    public internal(set) var inner: [VerificationReport]
    /// What others say of it, each judged by itself. They change nothing in the verdict, and count nowhere.
    public internal(set) var endorsements: [EndorsementReport] = []

    public init(
        source: String, at: Timestamp, credential: CredentialSummary?, checks: [CheckResult],
        inner: [VerificationReport] = []
    ) {
        self.source = source
        self.at = at
        self.credential = credential
        self.checks = checks
        self.inner = inner
    }

    public var verdict: Verdict { Verdict(checks) }
    /// The worst verdict of this and all inner ones; the exit status follows it.
    public var worst: Verdict { inner.map(\.worst).reduce(verdict, max) }

    /// How many of the credentials inside are worth what, each with what it holds in its turn. What the holder says of
    /// themselves is nobody's credential.
    public var innerCounts: [Verdict: Int] {
        var counts: [Verdict: Int] = [:]
        for report in inner where report[.issuer]?.code != .issuerHolder { counts[report.worst, default: 0] += 1 }
        return counts
    }

    /// The report with something noted beside one answer.
    func noting(_ notes: [CheckNote], beside check: Check) -> VerificationReport {
        guard !notes.isEmpty else { return self }
        let checks = checks.map { result in
            var result = result
            if result.check == check { result.notes += notes }
            return result
        }
        return VerificationReport(source: source, at: at, credential: credential, checks: checks, inner: inner)
    }

    public subscript(_ check: Check) -> CheckResult? { checks.first { $0.check == check } }

    /// The report with that answer to its check.
    func answering(_ result: CheckResult) -> VerificationReport {
        var report = self
        report.checks = checks.map { $0.check == result.check ? result : $0 }
        return report
    }

    /// The report of a file that was refused before any claim could be read.
    public static func refused(_ result: CheckResult, source: String, at: Timestamp) -> VerificationReport {
        let checks = Check.allCases.map { $0 == result.check ? result : CheckResult($0, .undetermined, .proofRequired) }
        return VerificationReport(source: source, at: at, credential: nil, checks: checks)
    }

    /// The stable JSON form, `passport.report/1`.
    public func json(in language: ReportLanguage = .en) -> JSONValue {
        let counts = innerCounts
        var json: JSONObject = [
            "format": .string(Self.format),
            "source": .string(source),
            "verdict": .string(verdict.rawValue),
            "worst": .string(worst.rawValue),
            "at": .string(at.description),
            "credential": credential.map { .object($0.json) } ?? .null,
            "checks": .array(checks.map { .object($0.json(in: language)) }),
            "counts": .object(
                JSONObject(Verdict.allCases.map { ($0.rawValue, .number(JSONNumber(counts[$0] ?? 0))) })
            ),
            "inner": .array(inner.map { $0.json(in: language) }),
        ]
        if !endorsements.isEmpty { json["endorsements"] = .array(endorsements.map { $0.json(in: language) }) }
        return .object(json)
    }
}

extension CheckResult {
    /// What exactly is wrong, in the English of those who make such files; the sentence says it to people.
    var problem: String? { values["problem"] ?? detail["problem"]?.stringValue }

    func json(in language: ReportLanguage) -> JSONObject {
        var object: JSONObject = [
            "check": .string(check.rawValue), "outcome": .string(outcome.rawValue), "code": .string(code.rawValue),
            "message": .string(code.text.filled(values, in: language)),
        ]
        if outcome == .failed || outcome == .undetermined, let hint = code.hint {
            object["hint"] = .string(hint[language])
        }
        var detail = detail
        if let problem, detail["problem"] == nil { detail["problem"] = .string(problem) }
        if !detail.isEmpty { object["detail"] = .object(detail) }
        if !notes.isEmpty { object["notes"] = .array(notes.map { $0.json(in: language) }) }
        return object
    }
}

/// What a credential says of itself, for display beside the verdict.
public struct CredentialSummary: Sendable {
    public var id: String?
    /// The most specific type: `OpenBadgeCredential`, `ClrCredential`, …
    public var kind: String
    public var name: String?
    public var issuer: String?
    public var issuerName: String?
    /// The subject's identifier.
    public var recipient: String?
    /// The subject's plain name, where one is said.
    public var subjectName: String?
    public var validFrom: Timestamp?
    public var validUntil: Timestamp?
    /// The achieved level's ordinal, 1 to 4.
    public var level: Int?
    /// The achieved level's name, in the credential's language.
    public var levelName: String?
    public var hours: DecimalHundredths?
    public var credits: Credits?
    /// Who assessed for the issuer.
    public var assessor: String?
    /// When it was awarded, where that is said beside the first day.
    public var awarded: Timestamp?
    public var activityStart: Timestamp?
    public var activityEnd: Timestamp?
    /// What the person did, in the issuer's words.
    public var narrative: String?
    /// What shows that it was earned.
    public var evidence: [EvidenceItem] = []
    /// Where a newer state of it might be had; nobody is asked.
    public var refreshServices: [RefreshService] = []

    /// A service that a credential names for getting a newer state of it.
    public struct RefreshService: Sendable, Hashable {
        public let id: String?
        public let types: [String]

        /// Those of a credential, as many as one has reason to name.
        static func all(in credential: JSONObject) -> [RefreshService] {
            (credential["refreshService"]?.asList ?? []).prefix(maxCount).map { value in
                RefreshService(
                    id: CredentialView.identifier(of: value),
                    types: value["type"]?.asList.compactMap(\.stringValue) ?? [])
            }
        }

        private static let maxCount = 8

        var json: JSONValue {
            var json: JSONObject = [:]
            json["id"] = id.map { .string($0) }
            json["type"] = .string(types.joined(separator: " "))
            return .object(json)
        }
    }

    /// One thing that shows that a badge was earned.
    public struct EvidenceItem: Sendable, Hashable {
        public var name: String?
        /// `genre` in the badge: `report`, `award`, …
        public var kind: String?
        public var id: String?
        /// The multihash of the file's bytes in multibase, when it is a file.
        public var digest: String?
        /// The same as Subresource Integrity writes it.
        public var digestSRI: String?
        /// What became of it, when the receiver gave files to compare and the badge's signature holds.
        public internal(set) var standing: EvidenceStanding?

        public init(name: String?, kind: String?, id: String?, digest: String?, digestSRI: String? = nil) {
            self.name = name
            self.kind = kind
            self.id = id
            self.digest = digest
            self.digestSRI = digestSRI
        }

        var json: JSONValue {
            var json: JSONObject = [:]
            json["name"] = name.map { .string($0) }
            json["kind"] = kind.map { .string($0) }
            json["id"] = id.map { .string($0) }
            json["digest"] = digest.map { .string($0) }
            json["digestSRI"] = digestSRI.map { .string($0) }
            json["compared"] = standing.map { .string($0.word) }
            json["file"] = (standing?.file).map { .string($0) }
            return .object(json)
        }
    }

    public struct Credits: Sendable {
        public var value: DecimalHundredths
        public var unit: String
        /// `curriculum` when the issuer grants them, `indicative` when a receiver decides.
        public var basis: String

        public init(value: DecimalHundredths, unit: String, basis: String) {
            self.value = value
            self.unit = unit
            self.basis = basis
        }
    }

    init(_ view: CredentialView) {
        id = view.id
        // Types are a set: which stands last says nothing.
        kind =
            view.types.filter { $0 != "VerifiableCredential" }.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            ?? "VerifiableCredential"
        name = view.name
        issuer = view.issuerID
        issuerName = view.issuerName
        recipient = view.subjectID
        subjectName = CredentialView.text(view.subject?["name"])
        validFrom = view.validFrom
        validUntil = view.validUntil
        refreshServices = RefreshService.all(in: view.json)
    }

    var isPresentation: Bool { kind == "VerifiablePresentation" }

    var json: JSONObject {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        var json: JSONObject = [
            "id": text(id), "kind": .string(kind), "name": text(name), "issuer": text(issuer),
            "issuerName": text(issuerName), "recipient": text(recipient), "validFrom": text(validFrom?.description),
            "validUntil": text(validUntil?.description),
            "level": level.map { .number(JSONNumber($0)) } ?? .null, "hours": text(hours?.twoPlaces),
            "credits": credits.map {
                ["value": .string($0.value.twoPlaces), "unit": .string($0.unit), "basis": .string($0.basis)]
            } ?? .null,
        ]
        json["recipientName"] = subjectName.map { .string($0) }
        json["assessor"] = assessor.map { .string($0) }
        json["awarded"] = awarded.map { .string($0.description) }
        json["activityStart"] = activityStart.map { .string($0.description) }
        json["activityEnd"] = activityEnd.map { .string($0.description) }
        json["narrative"] = narrative.map { .string($0) }
        if !evidence.isEmpty { json["evidence"] = .array(evidence.map(\.json)) }
        if !refreshServices.isEmpty { json["refreshService"] = .array(refreshServices.map(\.json)) }
        return json
    }
}
