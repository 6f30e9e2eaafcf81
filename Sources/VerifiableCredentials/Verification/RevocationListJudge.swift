import Encodings

/// Decides a status entry of 1EdTech's kind from lists that the receiver got itself.
///
/// Such a list bears neither a signature nor a date. That it names a badge counts, as the receiver says where the list
/// is from; that it doesn't name one shows nothing.
struct RevocationListJudge: Sendable {
    let lists: [VerificationMaterial.FoundRevocationList]

    /// - Parameters:
    ///   - credentialID: what the list would name the badge by.
    ///   - isAllowed: whether lists of that issuer count for the badge.
    func judge(_ entry: JSONValue, of credentialID: String?, isAllowed: (String) -> Bool) -> CheckResult {
        guard let address = entry["id"]?.stringValue, let credentialID else {
            return CheckResult(
                .status, .undetermined, .statusMalformed,
                ["problem": "the badge or its \"credentialStatus\" has no id"])
        }
        let found = lists.filter { $0.isFound(at: address) }
        guard !found.isEmpty else {
            return CheckResult(
                .status, .undetermined, .statusUnavailable, ["list": address], detail: ["list": .string(address)])
        }
        let results = found.map { judge($0, at: address, credentialID: credentialID, isAllowed: isAllowed) }
        return results.first { $0.outcome == .failed } ?? results[0]
    }

    private func judge(
        _ found: VerificationMaterial.FoundRevocationList, at address: String, credentialID: String,
        isAllowed: (String) -> Bool
    ) -> CheckResult {
        var detail: JSONObject = ["source": .string(found.source), "list": .string(address)]
        if let id = found.list.id, !id.hasSameBytes(as: address) {
            detail["notes"] = [.string(VerificationCode.statusListOtherName.rawValue)]
        }
        if let issuer = found.list.issuer, !isAllowed(issuer) {
            return CheckResult(.status, .undetermined, .statusIssuer, ["other": issuer], detail: detail)
        }
        return found.list.revokes(credentialID)
            ? CheckResult(.status, .failed, .statusRevokedUnsigned, ["list": address], detail: detail)
            : CheckResult(.status, .undetermined, .statusNotListed, ["list": address], detail: detail)
    }
}
