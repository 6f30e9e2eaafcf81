import Encodings

/// Which of a person's badges a transcript holds.
package enum TranscriptChoice: Sendable, Hashable {
    /// All that are in force and haven't expired.
    case allValid
    /// These and no others; they may have expired, which each says of itself.
    case named([AwardReference])
}

/// A badge that could have stood in a transcript but for its form.
package struct TranscriptOmission: Sendable, Hashable {
    package let awardID: String
    package let slug: String
    package let error: TranscriptError
}

/// The badges that were chosen.
struct ChosenAwards {
    private(set) var awards: [AwardRecord] = []
    private(set) var omissions: [TranscriptOmission] = []

    /// - Throws: `RegisterError` `register.award-missing`, `register.award-ambiguous`; `TranscriptError`
    ///   `transcript.other-person`, `transcript.not-in-force`, `transcript.nothing`.
    init(_ choice: TranscriptChoice, of person: Person, in reader: RegisterReader, at now: Timestamp) throws {
        var found: [AwardRecord] = []
        switch choice {
        case .allValid:
            found = try reader.awards(AwardFilter(personID: person.id, states: [.issued]))
                .filter { award in award.validUntil.map { now <= $0 } ?? true }
        case .named(let references):
            var seen: Set<String> = []
            for reference in references {
                let award = try reader.award(reference)
                guard award.personID == person.id else {
                    throw TranscriptError(
                        .otherPerson, "The badge \"\(reference.shown)\" isn't this person's.",
                        hint: "`passportctl register show` with the passport number lists the badges that are.")
                }
                guard award.state == .issued else { throw Self.notInForce(award) }
                if seen.insert(award.id).inserted { found.append(award) }
            }
        }
        // By the day they were earned, whoever asked for them in whatever order.
        found.sort { ($0.awardedDate, $0.slug, $0.id) < ($1.awardedDate, $1.slug, $1.id) }
        for award in found {
            if award.format == .json {
                awards.append(award)
            } else {
                omissions.append(
                    TranscriptOmission(
                        awardID: award.id, slug: award.slug,
                        error: TranscriptError(
                            .jwt,
                            "The badge \(award.id) (\(award.slug) v\(award.version)) is a JWT, and a transcript can't "
                                + "hold one.",
                            hint: "Hand its own file over beside the transcript.")))
            }
        }
        guard !awards.isEmpty else {
            throw TranscriptError(
                .nothing,
                omissions.isEmpty
                    ? "The person has no badge that is in force." : "All badges that were chosen are JWTs.",
                hint: omissions.isEmpty
                    ? "`passportctl register show` with the passport number shows the badges and their states."
                    : "A transcript holds badges with embedded proofs; hand the JWTs over by themselves.")
        }
    }

    private static func notInForce(_ award: AwardRecord) -> TranscriptError {
        let badge = "The badge \(award.id) (\(award.slug) v\(award.version))"
        switch award.state {
        case .superseded:
            return TranscriptError(
                .notInForce, "\(badge) was replaced by a newer one.",
                hint: award.supersededBy.map { "Name \($0) instead." } ?? "Name the newer one instead.")
        case .suspended:
            return TranscriptError(
                .notInForce, "\(badge) is on hold.", hint: "Reinstate it first, or leave it out.")
        default:
            return TranscriptError(
                .notInForce, "\(badge) is withdrawn.", hint: "Leave it out; it counts no more.")
        }
    }
}
