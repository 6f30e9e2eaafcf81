package import BadgeDefinitions
import Encodings
import GRDB

extension RegisterReader {
    /// The enrolments that the filter lets through, in the order in which they began.
    package func enrolments(_ filter: EnrolmentFilter = EnrolmentFilter()) throws(RegisterError) -> [Enrolment] {
        var enrolments: [Enrolment] = []
        for row in try all(Self.listedEnrolments, [filter.personID, filter.slug, filter.awardID]) {
            let state: Enrolment.State = try row.word(6)
            guard filter.states?.contains(state) ?? true else { continue }
            var counted: [String] = []
            for award in try all(
                "SELECT award FROM enrolment_awards WHERE enrolment = ? ORDER BY award", [try row.number(0)])
            {
                counted.append(try award.text(0))
            }
            enrolments.append(
                Enrolment(
                    id: try row.text(1), personID: try row.text(2), badgeBase: try row.text(3),
                    slug: try row.text(4), version: try row.number(5), state: state, stateAt: try row.instant(7),
                    enrolledOn: try row.day(8), completedOn: try row.optionalDay(9), milestone: row.optionalText(10),
                    counted: counted))
        }
        return enrolments
    }

    /// The certificates of competence that a person has shown.
    package func certificates(of personID: String) throws(RegisterError) -> [CountedCertificate] {
        var certificates: [CountedCertificate] = []
        for row in try all(
            """
            SELECT id, items FROM enrolment_certificates
            WHERE person = (SELECT number FROM persons WHERE id = ?) ORDER BY issuer, id
            """, [personID])
        {
            certificates.append(CountedCertificate(id: try row.text(0), items: try row.number(1)))
        }
        return certificates
    }

    /// All versions of pathways on which somebody has enrolled.
    package func frozenPathways() throws(RegisterError) -> [FrozenPathway] {
        var pathways: [FrozenPathway] = []
        for row in try all(
            "SELECT badge_base, slug, version, digest, json FROM pathways ORDER BY badge_base, slug, version")
        {
            pathways.append(
                FrozenPathway(
                    badgeBase: try row.text(0), slug: try row.text(1), version: try row.number(2),
                    digest: try row.bytes(3), json: try row.bytes(4)))
        }
        return pathways
    }

    /// The pathway of an enrolment, as it was when somebody first enrolled on this version.
    func pathway(of enrolment: Enrolment) throws -> Pathway {
        guard
            let row = try first(
                "SELECT json FROM pathways WHERE badge_base = ? AND slug = ? AND version = ?",
                [enrolment.badgeBase, enrolment.slug, enrolment.version])
        else { throw RegisterError(.fault, "An enrolment's pathway isn't in the register.") }
        let name = "\(enrolment.slug) v\(enrolment.version)"
        let (pathway, findings) = PathwayReader.read(
            try row.bytes(0), file: name, defaults: DefinitionDefaults.outsideWorkspace)
        guard let pathway else {
            throw PathwayError(
                .unreadable, "The pathway \(name) in the register can't be read.",
                hint: "Use the version of the program that recorded it, or restore the register from a backup.",
                cause: findings.first(where: \.isError)?.description)
        }
        return pathway
    }

    private static let listedEnrolments = RegisterStatement(
        """
        SELECT e.number, e.id, p.id, e.badge_base, e.slug, e.version, e.state, e.state_at, e.enrolled_on,
            e.completed_on, e.milestone
        FROM enrolments e JOIN persons p ON p.number = e.person
        WHERE (?1 IS NULL OR p.id = ?1) AND (?2 IS NULL OR e.slug = ?2)
            AND (?3 IS NULL OR e.milestone = ?3
                OR EXISTS (SELECT 1 FROM enrolment_awards a WHERE a.enrolment = e.number AND a.award = ?3))
        ORDER BY e.number
        """)
}

/// A version of a pathway as the register keeps it.
package struct FrozenPathway: Sendable, Hashable {
    package let badgeBase: String
    package let slug: String
    package let version: Int
    /// As `Pathway.digest`.
    package let digest: [UInt8]
    package let json: [UInt8]
}
