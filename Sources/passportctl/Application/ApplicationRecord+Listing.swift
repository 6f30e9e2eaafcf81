import BadgeDefinitions
import BadgeIssuer
import Encodings

extension ApplicationRecord {
    /// One line for people, its columns in the order of what is looked for.
    func listLine(_ person: Person?) -> String {
        let application = newest?.application
        let columns = [
            id, (application?.submittedOn ?? CalendarDay(of: receivedAt)).description, slug.padded(to: 24),
            application?.level.map { "L\($0)" } ?? "– ", state.rawValue.padded(to: 9), applicant(person),
        ]
        return columns.joined(separator: "  ")
    }

    /// The name as the application has it, else as the register does, and the passport number.
    private func applicant(_ person: Person?) -> String {
        guard let person else { return "–" }
        guard let name = newest?.application.applicant.name else { return person.shownName }
        return "\(UTF8Text.escapedForTerminal(name)), \(person.passportNumber)"
    }

    /// One line of `--json`.
    func listJSON(_ person: Person?) -> JSONObject {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        let application = newest?.application
        return [
            "format": "passport.application-item/1", "application": .string(id), "badge": .string(slug),
            "badgeBase": .string(badgeBase), "level": application?.level.map { .number(JSONNumber($0)) } ?? .null,
            "state": .string(state.rawValue), "since": .string(stateAt.description),
            "submittedOn": text(application?.submittedOn.description), "receivedAt": .string(receivedAt.description),
            "revision": .number(JSONNumber(revision)), "decidedBy": text(decidedBy), "credential": text(award),
            "person": text(person?.id), "name": text(application?.applicant.name ?? person?.fullName),
            "passportNumber": text(person?.passportNumber.description),
        ]
    }

    /// The whole application for people.
    func lines(_ person: Person?) -> [String] {
        var lines = [id]
        func add(_ name: String, _ value: String?) {
            guard let value else { return }
            // A text has lines of its own; each is shown without what could paint the terminal.
            let rows = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (place, row) in rows.enumerated() {
                let label = place == 0 ? name : ""
                lines.append("  \(label.padded(to: 12)) \(UTF8Text.escapedForTerminal(String(row)))")
            }
        }
        add("badge", "\(slug) (\(badgeBase)\(slug))")
        add("applicant", person.map(\.shownName) ?? "no longer known")
        add("state", "\(state.rawValue) since \(stateAt)")
        add("decided by", decidedBy)
        add("credential", award)
        for (place, submission) in submissions.enumerated() {
            let application = submission.application
            if revision > 1 { lines.append("version \(place + 1) of \(revision)") }
            add("handed in", "\(application.submittedOn), taken in \(submission.receivedAt)")
            add("name", application.applicant.name)
            add("level", application.level.map(String.init))
            add("language", application.language)
            add("text", application.text)
            for (place, piece) in application.evidence.enumerated() {
                add("evidence \(place + 1)", Self.line(piece, wasCompared: submission.compared.contains(place)))
            }
            add("answer", submission.reason)
        }
        if submissions.isEmpty { add("", "what was handed in was erased with the learner") }
        return lines
    }

    private static func line(_ piece: BadgeApplication.Evidence, wasCompared: Bool) -> String {
        var parts = [piece.kind.rawValue, piece.name].compactMap(\.self)
        switch piece.source {
        case .url(let url): parts.append(url)
        case .file(let digest):
            parts.append("file \(Base16.encode(digest).prefix(16))…, \(wasCompared ? "compared" : "not seen")")
        case .none: break
        }
        if let day = piece.capturedDate { parts.append("of \(day)") }
        return parts.joined(separator: ": ")
    }

    /// The whole application as `--json` has it.
    func json(_ person: Person?) -> JSONObject {
        var object = listJSON(person)
        object["format"] = "passport.application-record/1"
        object["submissions"] = .array(
            submissions.map { submission in
                .object([
                    "application": .object(submission.application.json),
                    "receivedAt": .string(submission.receivedAt.description),
                    "compared": .array(
                        submission.application.evidence.indices.map { place in
                            submission.application.evidence[place].sha256 == nil
                                ? .null : .bool(submission.compared.contains(place))
                        }),
                    "reason": submission.reason.map(JSONValue.string) ?? .null,
                ])
            })
        return object
    }
}
