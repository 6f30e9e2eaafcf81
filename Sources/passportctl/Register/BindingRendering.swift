import BadgeIssuer
import Encodings
import VerifiableCredentials

/// Tells how a learner and a DID stand to each other, for people and for programs.
struct BindingRendering {
    let did: String
    let answer: OutputOptions
    let language: ReportLanguage

    static let format = "passport.binding/1"

    // MARK: A challenge

    func show(_ challenge: BindingChallenge, of person: Person, for domain: String) {
        let command = "passportctl passport export --for \(domain) --challenge \(challenge.text) -o proof.json"
        if answer.json {
            var object = json(person, state: "challenge")
            object["challenge"] = .string(challenge.text)
            object["domain"] = .string(domain)
            object["until"] = .string(challenge.ends.description)
            object["command"] = .string(command)
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        Terminal.result(command)
        guard !answer.quiet else { return }
        Terminal.note(
            Self.told.filled(["until": CalendarDay(of: challenge.ends.adding(seconds: -1)).finnish], in: language))
        Terminal.hint(Self.next[language])
    }

    // MARK: A binding

    func show(_ person: Person, isNew: Bool, _ rows: [Reissuer.Row]?, folder: String?) {
        if answer.json {
            var object = json(person, state: isNew ? "bound" : "bound-before")
            object["reissued"] = rows.map { .array($0.map { .object(Self.json($0, folder: folder)) }) } ?? .null
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        Terminal.result("\(person.passportNumber)  \(UTF8Text.escapedForTerminal(did))")
        for row in rows ?? [] {
            let columns = [
                row.outcome.rawValue.padded(to: 9), "\(row.award.slug) v\(row.award.version)".padded(to: 28),
                row.successor ?? row.award.id, row.file ?? "",
            ]
            Terminal.result("  " + columns.joined(separator: "  ").trimmingEnd)
        }
        guard !answer.quiet else { return }
        Terminal.note((isNew ? Self.bound : Self.boundBefore)[language])
        guard let rows else { return }
        let count = rows.count { $0.outcome == .reissued }
        Terminal.note(Self.reissued.filled(["count": "\(count)"], in: language))
        if count > 0 { Terminal.hint(Self.handOver[language]) }
    }

    // MARK: JSON

    private func json(_ person: Person, state: JSONValue) -> JSONObject {
        [
            "format": .string(Self.format), "person": .string(person.id),
            "passportNumber": .string(person.passportNumber.description), "did": .string(did), "state": state,
        ]
    }

    private static func json(_ row: Reissuer.Row, folder: String?) -> JSONObject {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        return [
            "badge": .string(row.award.slug), "version": .number(JSONNumber(row.award.version)),
            "outcome": .string(row.outcome.rawValue), "before": .string(row.award.id),
            "credential": text(row.successor), "file": text(row.file),
        ]
    }

    // MARK: Texts

    private static let told = LocalizedText(
        en: "Hand this command to the learner; it counts until {until}, once.",
        fi: "Anna tämä komento oppijalle; se kelpaa kerran, {until} asti.",
        sv: "Ge det här kommandot till den lärande; det gäller en gång, till och med {until}.")
    private static let next = LocalizedText(
        en: "Then run this one again with --proof and the file that comes back.",
        fi: "Aja sitten tämä uudestaan valitsimella --proof ja saamallasi tiedostolla.",
        sv: "Kör sedan det här på nytt med --proof och filen som du får.")
    private static let bound = LocalizedText(
        en: "The DID is the learner's. Badges given from now on name it.",
        fi: "DID on oppijan. Tästä lähtien annettavat merkit nimeävät sen.",
        sv: "DID:en är den lärandes. Märken som ges från och med nu nämner den.")
    private static let boundBefore = LocalizedText(
        en: "The DID was the learner's already.", fi: "DID oli jo oppijan.", sv: "DID:en var redan den lärandes.")
    private static let reissued = LocalizedText(
        en: "Issued anew: {count}. The old ones are superseded, not revoked.",
        fi: "Annettu uudestaan: {count}. Vanhat on korvattu, niitä ei ole peruttu.",
        sv: "Utfärdade på nytt: {count}. De gamla har ersatts, de har inte återkallats.")
    private static let handOver = LocalizedText(
        en: "Hand the new files to the learner; `passport add` puts them in the old ones' place.",
        fi: "Anna uudet tiedostot oppijalle; `passport add` panee ne vanhojen tilalle.",
        sv: "Ge de nya filerna till den lärande; `passport add` sätter dem i de gamlas ställe.")
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
