package import Encodings

/// One line of the erasure journal: who was erased, told only to those who know already.
package struct ErasureEntry: Sendable, Hashable {
    package static let format = "passport.erasure/1"

    /// A UUID of its own, under which the register notes that it was followed.
    package let id: String
    /// The register's id of the person; it meant nothing outside.
    package let personID: String
    /// The awards that became tombstones.
    package let awardIDs: [String]
    package let at: Timestamp
    /// Codes of the identifiers, with what kind of identifier they are of.
    package let codes: [PersonIdentifier.Kind: String]
    /// The code over all the rest.
    let seal: String

    /// - Parameter identifiers: only their codes are kept.
    init(id: String, person: Person, awardIDs: [String], at: Timestamp, key: ErasureKey) {
        self.id = id
        personID = person.id
        self.awardIDs = awardIDs
        self.at = at.wholeSeconds
        var codes: [PersonIdentifier.Kind: String] = [:]
        for identifier in person.identifiers { codes[identifier.kind] = key.code(of: identifier) }
        self.codes = codes
        seal = key.seal(Self.json(id: id, personID: person.id, awardIDs: awardIDs, at: self.at, codes: codes))
    }

    /// Reads a line; whether it is genuine is `isSealed`'s to say.
    init?(reading line: [UInt8]) {
        guard let object = try? JSONParser.parse(line).objectValue, object["format"]?.stringValue == Self.format,
            let id = object["id"]?.stringValue, id.utf8.count == 36, let personID = object["person"]?.stringValue,
            let awards = object["awards"]?.arrayValue, let codes = object["identifiers"]?.objectValue,
            let at = object["at"]?.stringValue.flatMap({ try? Timestamp(rfc3339: $0) }),
            let seal = object["seal"]?.stringValue
        else { return nil }
        let awardIDs = awards.compactMap(\.stringValue)
        var known: [PersonIdentifier.Kind: String] = [:]
        for member in codes.members {
            guard let kind = PersonIdentifier.Kind(rawValue: member.name), let code = member.value.stringValue else {
                return nil
            }
            known[kind] = code
        }
        guard awardIDs.count == awards.count else { return nil }
        self.id = id
        self.personID = personID
        self.awardIDs = awardIDs
        self.at = at
        self.codes = known
        self.seal = seal
    }

    func isSealed(with key: ErasureKey) -> Bool {
        seal.hasSameBytes(
            as: key.seal(Self.json(id: id, personID: personID, awardIDs: awardIDs, at: at, codes: codes)))
    }

    /// The line, with its end.
    var line: [UInt8] {
        var object = Self.json(id: id, personID: personID, awardIDs: awardIDs, at: at, codes: codes)
        object["seal"] = .string(seal)
        return JCS.canonicalize(.object(object)) + [UInt8(ascii: "\n")]
    }

    private static func json(
        id: String, personID: String, awardIDs: [String], at: Timestamp, codes: [PersonIdentifier.Kind: String]
    ) -> JSONObject {
        let kinds = PersonIdentifier.Kind.allCases.compactMap { kind in
            codes[kind].map { (kind.rawValue, JSONValue.string($0)) }
        }
        return [
            "format": .string(format), "id": .string(id), "person": .string(personID),
            "awards": .array(awardIDs.map(JSONValue.string)), "at": .string(at.description),
            "identifiers": .object(JSONObject(kinds)),
        ]
    }
}
