import BadgeDefinitions
import BadgeIssuer
import Encodings
import VerifiableCredentials

/// How an enrolment is shown, for people and for programs.
struct StandingRendering {
    let desk: PathwayDesk
    let answer: OutputOptions
    let language: ReportLanguage
    /// Whether what counts and what doesn't is shown award by award.
    var isDetailed = false

    /// - Parameters:
    ///   - isNew: whether the enrolment was just made; nothing where that isn't asked.
    ///   - award: what became of the milestone, when one was due.
    func show(_ standing: EnrolmentStanding, isNew: Bool? = nil, award: AwardReport.Row? = nil) {
        if answer.json {
            var json = json(standing, award: award)
            if let isNew { json["new"] = .bool(isNew) }
            Terminal.result(bytes: JSONWriter.compact(.object(json)) + [0x0A])
            return
        }
        Terminal.result(line(standing))
        guard !answer.quiet, standing.enrolment.state != .left else { return }
        let text = desk.text(standing, in: language)
        for line in [text.headline] + text.missing + (isDetailed ? text.awards : text.ending) {
            Terminal.result("  \(line)")
        }
        if let award, award.outcome == .awarded, let id = award.credentialID {
            Terminal.result("  \(Self.given.filled(["id": id], in: language))")
        } else if standing.isDue {
            Terminal.result("  \(Self.due[language])")
        } else if standing.enrolment.state == .review {
            Terminal.result("  \(Self.review[language])")
        }
    }

    private func line(_ standing: EnrolmentStanding) -> String {
        let enrolment = standing.enrolment
        let pathway = "\(enrolment.slug) v\(enrolment.version)"
        return [
            pathway.padded(to: 24), enrolment.state.rawValue.padded(to: 9),
            standing.evaluation.progress.description.padded(to: 5), standing.person.shownName,
        ].joined(separator: "  ")
    }

    private func json(_ standing: EnrolmentStanding, award: AwardReport.Row?) -> JSONObject {
        let enrolment = standing.enrolment
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        return [
            "format": "passport.enrolment/1", "enrolment": .string(enrolment.id),
            "person": .string(enrolment.personID),
            "passportNumber": .string(standing.person.passportNumber.description),
            "pathway": .string(enrolment.slug), "version": .number(JSONNumber(enrolment.version)),
            "state": .string(enrolment.state.rawValue), "before": text(standing.before?.rawValue),
            "enrolledOn": .string(enrolment.enrolledOn.description),
            "completedOn": text(enrolment.completedOn?.description), "milestone": text(enrolment.milestone),
            "due": .bool(standing.isDue), "autoIssue": .bool(standing.pathway.autoIssue),
            "outcome": text(award?.outcome.rawValue),
            "evaluation": .object(standing.evaluation.json(of: standing.pathway, steps: standing.steps)),
            "text": .array(desk.text(standing, in: language).lines.map(JSONValue.string)),
        ]
    }

    private static let given = LocalizedText(
        en: "The milestone was given: {id}", fi: "Koontimerkki myönnettiin: {id}",
        sv: "Samlingsmärket gavs: {id}")
    private static let due = LocalizedText(
        en: "The milestone is due: `passportctl pathway check --award` gives it.",
        fi: "Koontimerkki odottaa: `passportctl pathway check --award` myöntää sen.",
        sv: "Samlingsmärket väntar: `passportctl pathway check --award` ger det.")
    private static let review = LocalizedText(
        en: "A badge that counted was revoked. The milestone stays until somebody decides on it.",
        fi: "Mukaan laskettu merkki on peruttu. Koontimerkki on voimassa, kunnes joku päättää siitä.",
        sv: "Ett märke som räknades har återkallats. Samlingsmärket gäller tills någon beslutar om det.")
}
