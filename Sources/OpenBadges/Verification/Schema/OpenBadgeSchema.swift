public import Encodings

/// The JSON Schemas that 1EdTech publishes for Open Badges 3.0 and CLR 2.0 credentials, as rules built into the program.
///
/// 1EdTech has one schema for each way of writing a badge; `Form` names them. The answers are those of a JSON Schema
/// 2019-09 validator that also asserts the formats `date-time` and `date` (the schemas use no others, and a validator
/// may leave formats unasserted; a badge whose dates can't be read is no help to anybody). Patterns follow ECMA-262, so
/// a final line break never slips through `$`.
///
/// Cost: some microseconds for a sound badge; text is made only for findings.
public enum OpenBadgeSchema {
    /// One of the published schemas.
    public enum Form: String, Sendable, CaseIterable {
        /// VC Data Model 2.0, every set an array and every text a plain string: the form we issue.
        case array
        /// VC Data Model 2.0 after JSON-LD compaction: a set of one may stand without brackets.
        case compacted
        /// VC Data Model 1.1 as Open Badges 3.0 first had it: `issuanceDate`, sets as arrays.
        case arrayVCDM11
        /// VC Data Model 1.1 within 1EdTech's schema for any achievement credential: compacted, the subject closed.
        case compactedVCDM11
    }

    /// What a credential is held against.
    public enum Root: Sendable {
        case achievementCredential
        case endorsementCredential
        case profile
        /// A learner's record (CLR 2.0), for which there is one schema for each version of the VC Data Model. Of what it
        /// holds the schema asks little; each credential is judged by itself.
        case clrCredential
    }

    /// What is wrong with a credential under every schema for its version of the VC Data Model; empty when one accepts it.
    ///
    /// The version is that of the first context. When no schema accepts the credential, the findings are those of the
    /// one with the fewest, at most `maxFindings`, in the order of the text.
    public static func findings(in credential: JSONObject, as root: Root = .achievementCredential) -> [SchemaFinding] {
        let forms = root.forms(isVCDM11: isVCDM11(credential))
        if forms.contains(where: { accepts(credential, as: root, form: $0) }) { return [] }
        let candidates = forms.map { findings(in: credential, as: root, form: $0) }
        return candidates.min { $0.count < $1.count } ?? []
    }

    /// What is wrong with a credential under one schema, at most `maxFindings`.
    public static func findings(
        in credential: JSONObject, as root: Root = .achievementCredential, form: Form
    ) -> [SchemaFinding] {
        var walker = SchemaWalker(CompiledSchema.schema(for: form), collecting: true)
        _ = walker.accepts(credential, as: root.classID)
        return walker.findings
    }

    /// Whether one schema accepts the credential; stops at the first thing that is wrong.
    public static func accepts(
        _ credential: JSONObject, as root: Root = .achievementCredential, form: Form
    ) -> Bool {
        var walker = SchemaWalker(CompiledSchema.schema(for: form), collecting: false)
        return walker.accepts(credential, as: root.classID)
    }

    /// Findings beyond this many would only tire the reader.
    public static let maxFindings = 50

    /// Whether the first context is that of VC Data Model 1.1.
    static func isVCDM11(_ credential: JSONObject) -> Bool {
        switch credential["@context"] {
        case .string(let url): url.hasSameBytes(as: OpenBadgesContexts.credentialsV1)
        case .array(let urls): urls.first?.stringValue?.hasSameBytes(as: OpenBadgesContexts.credentialsV1) ?? false
        default: false
        }
    }
}

extension OpenBadgeSchema.Root {
    var classID: SchemaClassID {
        switch self {
        case .achievementCredential: .achievementCredential
        case .endorsementCredential: .endorsementCredential
        case .profile: .profile
        case .clrCredential: .clrCredential
        }
    }

    fileprivate func forms(isVCDM11: Bool) -> [OpenBadgeSchema.Form] {
        switch self {
        case .clrCredential: isVCDM11 ? [.arrayVCDM11] : [.compacted]
        // The compacted form takes nearly all that the array form does, so it goes first.
        default: isVCDM11 ? [.compactedVCDM11, .arrayVCDM11] : [.compacted, .array]
        }
    }
}
