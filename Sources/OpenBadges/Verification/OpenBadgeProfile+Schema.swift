public import Encodings
public import VerifiableCredentials

/// The `schema` check.
extension OpenBadgeProfile {
    /// The published JSON Schema holds for every badge, named by it or not; so does each of 1EdTech's that it names.
    /// Another's schema is only reported.
    public func schema(of credential: JSONObject) -> CheckResult {
        let named = NamedSchema.all(in: credential)
        var roots = Self.root(of: credential).map { [$0] } ?? []
        for root in named.compactMap(\.root) where !roots.contains(root) { roots.append(root) }
        let others = named.filter { $0.root == nil }.map { $0.id ?? "–" }
        guard !roots.isEmpty else {
            guard let other = others.first else { return CheckResult(.schema, .notApplicable, .schemaNone) }
            return CheckResult(
                .schema, .notApplicable, .schemaOther, ["schema": other], detail: Self.detail(of: named))
        }
        let forms = Self.formsToCheck(credential, isNaming: !named.isEmpty)
        let findings =
            roots.lazy.flatMap { root in forms.lazy.map { OpenBadgeSchema.findings(in: $0, as: root) } }
            .first { !$0.isEmpty } ?? []
        guard let first = findings.first else {
            var values: [String: String] = [:]
            if !others.isEmpty { values["schema"] = others.joined(separator: ", ") }
            return CheckResult(.schema, .passed, .schemaOK, values, detail: Self.detail(of: named))
        }
        var detail = Self.detail(of: named)
        detail["findings"] = .array(
            findings.prefix(10).map {
                [
                    "path": .string($0.path.description), "code": .string($0.code.rawValue),
                    "message": .string($0.message),
                ]
            })
        return CheckResult(
            .schema, .failed, .schemaInvalid, ["place": first.path.description, "problem": first.message],
            detail: detail)
    }

    /// The published schema of the kind that a credential is.
    private static func root(of credential: JSONObject) -> OpenBadgeSchema.Root? {
        if AchievementCredentialView(credential).isAchievementCredential { return .achievementCredential }
        let view = CredentialView(credential)
        if view.hasType(OpenBadgesTerm.endorsementCredential) { return .endorsementCredential }
        return view.hasType(OpenBadgesTerm.clrCredential) ? .clrCredential : nil
    }

    /// What the credential names, and which of it was judged.
    private static func detail(of named: [NamedSchema]) -> JSONObject {
        guard !named.isEmpty else { return [:] }
        return ["named": .array(named.map(\.json))]
    }

    /// The schema knows one `credentialStatus`, the data model several, as badges need that can be put on hold. A badge
    /// that names no schema is held against it with each of its entries in turn.
    private static func formsToCheck(_ credential: JSONObject, isNaming: Bool) -> [JSONObject] {
        guard !isNaming, let entries = credential["credentialStatus"]?.arrayValue, entries.count > 1 else {
            return [credential]
        }
        return entries.prefix(maxStatusEntries).map { entry in
            var single = credential
            single["credentialStatus"] = entry
            return single
        }
    }

    /// As many as the `status` check reads.
    private static let maxStatusEntries = 8
}
