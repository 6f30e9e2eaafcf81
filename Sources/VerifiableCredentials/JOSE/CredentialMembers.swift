import Encodings

/// The members of a credential that registered claims repeat, read from either version of the data model.
struct CredentialMembers {
    /// A date of a credential: the name it stands under, and the instant when it can be read.
    struct Date {
        let name: String
        let instant: Timestamp?
    }

    let id: String?
    let issuer: String?
    /// Of the one subject; nothing when there are several.
    let subject: String?
    let start: Date?
    let end: Date?
    /// Whether the credential is of VCDM 1.1, where validity is `issuanceDate` to `expirationDate`.
    let isVersion1: Bool

    init(_ credential: JSONObject) {
        let isVersion1 =
            credential["@context"]?.asList.first?.stringValue?.hasSameBytes(
                as: "https://www.w3.org/2018/credentials/v1") == true
        self.isVersion1 = isVersion1
        id = credential["id"]?.stringValue
        issuer = credential["issuer"]?.stringValue ?? credential["issuer"]?["id"]?.stringValue
        let subjects = credential["credentialSubject"]?.asList ?? []
        subject = subjects.count == 1 ? subjects[0]["id"]?.stringValue : nil
        start = Self.date(in: credential, names: Self.startNames(isVersion1))
        end = Self.date(in: credential, names: Self.endNames(isVersion1))
    }

    static func startNames(_ isVersion1: Bool) -> [String] {
        isVersion1 ? ["issuanceDate", "validFrom"] : ["validFrom", "issuanceDate"]
    }

    static func endNames(_ isVersion1: Bool) -> [String] {
        isVersion1 ? ["expirationDate", "validUntil"] : ["validUntil", "expirationDate"]
    }

    /// The first of the names that is there.
    private static func date(in credential: JSONObject, names: [String]) -> Date? {
        for name in names {
            guard let value = credential[name] else { continue }
            return Date(name: name, instant: value.stringValue.flatMap { try? Timestamp(rfc3339: $0) })
        }
        return nil
    }
}
