package import Encodings
import VerifiableCredentials

/// All that the register knows of one award.
package struct AwardDetails: Sendable, Hashable {
    /// What a status list says of it.
    package struct Place: Sendable, Hashable {
        package let allocation: StatusAllocation
        /// What the register says.
        package let isSet: Bool
        /// What the list says that was published last; `nil` when none was, or when it can't be read.
        package let isPublished: Bool?
    }

    package let award: AwardRecord
    /// `nil` once the person was erased or the link's time was over.
    package let person: Person?
    /// Since when it is in its state.
    package let since: Timestamp
    package let places: [Place]
    /// Whether the signed badge is still here.
    package let hasBytes: Bool

    /// Whether the next publication will say something new of it.
    package var isUnpublished: Bool { places.contains { $0.isSet != ($0.isPublished ?? false) } }
}

extension RegisterReader {
    package func details(of award: AwardRecord) throws(RegisterError) -> AwardDetails {
        let sql: StaticString = """
            SELECT a.state_at, EXISTS (SELECT 1 FROM signed_credentials WHERE award = a.number)
            FROM awards a WHERE a.id = ?
            """
        guard let row = try first(sql, [award.id]) else {
            throw RegisterError(.awardMissing, "The register has no badge \"\(award.id)\".")
        }
        let published = try statusLists()
        var places: [AwardDetails.Place] = []
        for entry in award.statusEntries {
            let bit = try first(
                "SELECT bit FROM status_entries WHERE list = ? AND position = ?", [entry.list, entry.index])
            let list = published.first { $0.number == entry.list }
            places.append(
                AwardDetails.Place(
                    allocation: entry, isSet: try bit?.number(0) == 1,
                    isPublished: list?.signed.flatMap { Self.bit(entry.index, in: $0.bytes) }))
        }
        return AwardDetails(
            award: award, person: try award.personID.flatMap { id throws(RegisterError) in try person(.id(id)) },
            since: try row.instant(0), places: places, hasBytes: try row.number(1) == 1)
    }

    private static func bit(_ index: Int, in signed: [UInt8]) -> Bool? {
        guard let object = try? JSONParser.parse(signed, limits: .statusList).objectValue,
            let bits = try? StatusListCredential(json: object).bits()
        else { return nil }
        return bits[index]
    }
}
