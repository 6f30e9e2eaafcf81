public import Encodings

/// What a file's labels call for: a verdict, and the answers that must be among the report's.
public struct FieldExpectation: Sendable {
    public enum Verdict: String, Sendable { case valid, invalid, undetermined }

    /// One answer of a report.
    public struct Answer: Sendable, Hashable, CustomStringConvertible {
        public let check: String
        public let outcome: String
        public let code: String

        public var description: String { "\(check) \(outcome) \(code)" }
    }

    /// Those of which each is good; several where nobody has checked the signature.
    public internal(set) var verdicts: Set<Verdict>
    public internal(set) var answers: [Answer]
}

extension FieldFile {
    /// - Parameters:
    ///   - now: the day on which it is judged.
    ///   - readsOldLists: whether lists of any age count.
    ///   - keepsSchema: what is known of the schema, where that is more than the label says.
    public func expectation(
        at now: Timestamp, readsOldLists: Bool, keepsSchema: Bool? = nil
    ) -> FieldExpectation {
        let schema = Self.schemaAnswers(keepsSchema ?? self.keepsSchema)
        switch kind {
        case .other: return FieldExpectation(verdicts: [.invalid, .undetermined], answers: [])
        case .unsigned:
            return FieldExpectation(
                verdicts: [.invalid],
                answers: [.init(check: "form", outcome: "passed", code: "form.ok")] + schema)
        case .jwt: return jwtExpectation
        case .signed: break
        }
        var expectation = signedExpectation(at: now, readsOldLists: readsOldLists, schema: schema)
        if vector.entry["expect"]?["verified"] == false { expectation.verdicts.remove(.valid) }
        // What the reference validator says of the whole file goes before what is known of its parts.
        guard let reference = referenceOutcomes.first else { return expectation }
        switch reference {
        case "valid", "warning": expectation.verdicts = [.valid]
        default: expectation.verdicts = [.invalid]
        }
        return expectation
    }

    private static func schemaAnswers(_ keepsSchema: Bool?) -> [FieldExpectation.Answer] {
        guard let keepsSchema else { return [] }
        return [
            keepsSchema
                ? .init(check: "schema", outcome: "passed", code: "schema.ok")
                : .init(check: "schema", outcome: "failed", code: "schema.invalid")
        ]
    }

    private var jwtExpectation: FieldExpectation {
        // The names say what is wrong; of those whose key nobody knows nothing can be said.
        let isBad = [".invalid", ".bad"].contains { vector.id.contains($0) }
        switch vector.entry["jwt"]?["signatureValid"] {
        case true where !isBad: return FieldExpectation(verdicts: [.valid], answers: [])
        case true, false: return FieldExpectation(verdicts: [.invalid], answers: [])
        default:
            let reference = referenceOutcomes.first
            return FieldExpectation(
                verdicts: reference.map { $0 == "valid" ? [.valid] : [.invalid] } ?? [.invalid, .undetermined],
                answers: [])
        }
    }

    private func signedExpectation(
        at now: Timestamp, readsOldLists: Bool, schema: [FieldExpectation.Answer]
    ) -> FieldExpectation {
        let isGood = signatures.allSatisfy { $0 == true }
        guard isGood, !signatures.isEmpty else {
            return FieldExpectation(
                verdicts: signatures.contains(false) ? [.invalid] : [.invalid, .undetermined], answers: [])
        }
        let answers =
            [.init(check: "proof", outcome: "passed", code: "proof.ok")] + schema + validity(at: now)
            + status(at: now, readsOldLists: readsOldLists)
        let verdict: FieldExpectation.Verdict =
            if answers.contains(where: { $0.outcome == "failed" }) {
                .invalid
            } else if answers.contains(where: { $0.outcome == "undetermined" }) {
                .undetermined
            } else {
                .valid
            }
        return FieldExpectation(verdicts: [verdict], answers: answers)
    }

    private func date(_ names: String...) -> Timestamp? {
        names.lazy.compactMap { json?[$0]?.stringValue }.compactMap { try? Timestamp(rfc3339: $0) }.first
    }

    private func validity(at now: Timestamp) -> [FieldExpectation.Answer] {
        if let end = date("validUntil", "expirationDate"), end < now {
            return [.init(check: "validity", outcome: "failed", code: "validity.expired")]
        }
        if let start = date("validFrom", "issuanceDate"), start > now {
            return [.init(check: "validity", outcome: "failed", code: "validity.not-yet")]
        }
        return [.init(check: "validity", outcome: "passed", code: "validity.ok")]
    }

    private func status(at now: Timestamp, readsOldLists: Bool) -> [FieldExpectation.Answer] {
        func undetermined(_ code: String) -> [FieldExpectation.Answer] {
            [.init(check: "status", outcome: "undetermined", code: code)]
        }
        guard let entry = json?["credentialStatus"] else {
            return [.init(check: "status", outcome: "notApplicable", code: "status.none")]
        }
        guard let address = entry["statusListCredential"]?.stringValue, let list = FieldCorpus.list(at: address) else {
            return undetermined("status.unavailable")
        }
        let types = FieldCorpus.texts(list.json["type"])
        guard types.contains("BitstringStatusListCredential") else { return undetermined("status.malformed") }
        let label = vector.entry["status"]
        if label?["listError"] != nil { return undetermined("status.unsigned") }
        // Where the label leaves the bit out, the reference validator has looked at it.
        if label?["bit"]?.numberValue?.intValue == 1 || label == nil && referenceOutcomes == ["invalid"] {
            return [.init(check: "status", outcome: "failed", code: "status.revoked")]
        }
        func date(_ name: String) -> Timestamp? {
            list.json[name]?.stringValue.flatMap { try? Timestamp(rfc3339: $0) }
        }
        if let from = date("validFrom"), from > now { return undetermined("status.future") }
        if let until = date("validUntil"), until < now { return undetermined("status.stale") }
        return readsOldLists
            ? [.init(check: "status", outcome: "passed", code: "status.ok")] : undetermined("status.stale")
    }
}
