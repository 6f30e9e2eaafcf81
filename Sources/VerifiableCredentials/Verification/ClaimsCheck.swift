import Encodings

/// Decides the `claims` check: does each member that is read say plainly what was signed?
///
/// With all contexts built in, a plain member means what its name says. A JSON-LD keyword could say the same thing a
/// second time elsewhere, so none may stand in an object that is read.
enum ClaimsCheck {
    /// Members whose objects are read, and theirs.
    private static let readObjects = NameTable([
        "issuer", "credentialSubject", "achievement", "credentialStatus", "proof", "creator", "result",
        "resultDescription", "rubricCriterionLevel", "identifier", "otherIdentifier", "alignment", "criteria",
        "image", "evidence", "source", "parentOrg", "credentialSchema", "related",
    ])
    /// Members whose value is one plain text.
    private static let plainTexts = NameTable([
        "id", "validFrom", "validUntil", "issuanceDate", "expirationDate", "awardedDate", "achievementType",
        "inLanguage", "humanCode", "fieldOfStudy", "version", "identityHash", "identityType", "salt", "statusPurpose",
        "statusListIndex", "statusListCredential", "cryptosuite", "created", "verificationMethod", "proofPurpose",
        "proofValue", "resultType", "requiredLevel", "requiredValue", "achievedLevel", "value", "level",
        "targetName", "targetUrl", "targetFramework", "targetCode", "targetType", "activityStartDate",
        "activityEndDate",
    ])

    static func judge(_ json: JSONObject) -> CheckResult {
        problem(in: json, at: .root) ?? CheckResult(.claims, .passed, .claimsOK)
    }

    private static func problem(in object: JSONObject, at path: JSONPath) -> CheckResult? {
        for member in object.members {
            if member.name.utf8.first == UInt8(ascii: "@"), !member.name.hasSameBytes(as: "@context") {
                return CheckResult(
                    .claims, .failed, .claimsKeyword, ["place": path.description, "member": member.name],
                    detail: ["path": .string(path.appending(member.name).description)])
            }
            if plainTexts.contains(member.name) {
                guard isPlain(member.value) else {
                    let place = path.appending(member.name)
                    return CheckResult(
                        .claims, .failed, .claimsValue, ["place": place.description],
                        detail: ["path": .string(place.description)])
                }
                continue
            }
            guard readObjects.contains(member.name) else { continue }
            switch member.value {
            case .object(let inner):
                if let problem = problem(in: inner, at: path.appending(member.name)) { return problem }
            case .array(let elements):
                for case .object(let inner) in elements {
                    if let problem = problem(in: inner, at: path.appending(member.name)) { return problem }
                }
            default: continue
            }
        }
        return nil
    }

    /// One value, or several, none of which holds others.
    private static func isPlain(_ value: JSONValue) -> Bool {
        switch value {
        case .object: false
        case .array(let elements): !elements.contains { $0.objectValue != nil || $0.arrayValue != nil }
        default: true
        }
    }
}
