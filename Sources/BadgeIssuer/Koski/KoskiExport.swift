import BadgeDefinitions
package import Encodings

/// The rows for Koski of one moment, and how many badges were left out and why.
package struct KoskiExport: Sendable {
    package static let format = "passport.koski-export/1"

    /// Why national badges have no row.
    package struct LeftOut: Sendable, Hashable {
        /// Nobody has noted a consent.
        package var withoutConsent = 0
        /// The consent was withdrawn.
        package var withdrawn = 0
        /// The person was erased.
        package var erased = 0
        /// A newer award has taken its place.
        package var superseded = 0
        /// The badge is on hold.
        package var suspended = 0
    }

    let rows: [KoskiRow]
    package let leftOut: LeftOut
    package let organisation: OrganisationOID
    package let made: Timestamp

    package var count: Int { rows.count }
    package var voidCount: Int { rows.count { $0.state == .void } }

    /// Collects what may be told Koski: awards of national badges by people whose consent holds today.
    ///
    /// - Parameters:
    ///   - from: the first day; of a badge that was revoked, the day of its revocation counts.
    ///   - to: the last day.
    /// - Throws: `koski.no-oid`; `RegisterError`.
    package init(
        _ settings: WorkspaceSettings, _ register: Register, from: CalendarDay? = nil, to: CalendarDay? = nil,
        at now: Timestamp
    ) throws {
        guard let organisation = settings.oid else {
            throw KoskiError(
                .noOID, "The settings have no OID, and each row needs the organisation's.",
                hint: "Add it to workspace.json as \"oid\"; it begins with 1.2.246.562.10.")
        }
        var rows: [KoskiRow] = []
        var leftOut = LeftOut()
        let today = CalendarDay(of: now)
        try register.read { reader in
            let codes = try reader.nationalCodes()
            guard !codes.isEmpty else { return }
            try reader.forEachAward { award in
                guard let code = codes[award.achievementID] else { return }
                let details = award.state == .revoked ? try reader.details(of: award) : nil
                let since = details.map { CalendarDay(of: $0.since) } ?? award.awardedDate
                guard from.map({ $0 <= since }) ?? true, to.map({ since <= $0 }) ?? true else { return }
                switch award.state {
                case .superseded:
                    leftOut.superseded += 1
                    return
                case .suspended:
                    leftOut.suspended += 1
                    return
                case .issued, .revoked: break
                }
                guard let personID = award.personID, let person = try reader.person(.id(personID)) else {
                    leftOut.erased += 1
                    return
                }
                let consents = try reader.consents(of: personID).filter { $0.purpose == .koski }
                guard consents.contains(where: { $0.holds(on: today) }) else {
                    if consents.isEmpty { leftOut.withoutConsent += 1 } else { leftOut.withdrawn += 1 }
                    return
                }
                rows.append(
                    KoskiRow(
                        passportNumber: person.passportNumber.description,
                        name: AwardRequest.Recipient(
                            name: person.name, givenName: person.givenName, familyName: person.familyName
                        ).shownName,
                        credentialID: award.id, code: code, state: award.state == .revoked ? .void : .done,
                        since: since, awardedDate: award.awardedDate, organisation: organisation))
            }
        }
        self.rows = rows
        self.leftOut = leftOut
        self.organisation = organisation
        made = now.wholeSeconds
    }

    /// The file as JSON.
    package var json: [UInt8] {
        JSONWriter.pretty(
            .object([
                "format": .string(Self.format), "made": .string(made.description),
                "organisation": .string(organisation.description), "rows": .array(rows.map { .object($0.json) }),
            ]))
    }

    /// The file for a spreadsheet: UTF-8 with a byte order mark, semicolons.
    package var csv: [UInt8] {
        var text = "\u{FEFF}" + CSVLine.text(KoskiRow.header)
        for row in rows { text += CSVLine.text(row.cells) }
        return Array(text.utf8)
    }
}

extension RegisterReader {
    /// The code of each national badge that was published, by its achievement's id.
    fileprivate func nationalCodes() throws -> [String: String] {
        var codes: [String: String] = [:]
        for snapshot in try snapshots() {
            guard let json = try? JSONParser.parse(snapshot.json) else { continue }
            for entry in json["otherIdentifiers"]?.arrayValue ?? []
            where entry["identifierType"]?.stringValue == NationalBadge.identifierType {
                guard let uri = entry["identifier"]?.stringValue, NationalBadge.isCodeURI(uri) else { continue }
                codes[snapshot.achievementID] = String(uri.drop { $0 != "_" }.dropFirst())
            }
        }
        return codes
    }
}
