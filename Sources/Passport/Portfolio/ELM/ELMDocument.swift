import BadgeDefinitions
import Cryptography
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// Chosen badges in the form that Europass reads: a European Digital Credential of the
/// [European Learning Model 3](https://github.com/european-commission-empl/European-Learning-Model), as JSON-LD.
///
/// It is unsigned, and a retelling: who wants to check anything needs the badges themselves, whose ids it names. Parts
/// of a milestone stand under `hasPart` of its achievement, which is where the model has it.
package struct ELMDocument: Sendable {
    private let badges: [ChosenBadge]
    private let shownName: String?
    private let now: Timestamp
    private let words: PortfolioWords

    static let contexts: [JSONValue] = [
        "https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap",
    ]
    /// The constraints that the model's own profile for credentials makes.
    static let schema = "http://data.europa.eu/snb/model/ap/edc-generic-full"

    package init(_ badges: [ChosenBadge], shownName: String?, at now: Timestamp, in language: ReportLanguage) {
        self.badges = badges
        self.shownName = shownName
        self.now = now
        words = PortfolioWords(language: language)
    }

    /// - Throws: `PortfolioError` `portfolio.form` for what is no badge, `limit.passport-bytes`
    package func bytes(using generator: inout some RandomNumberGenerator) throws(PortfolioError) -> [UInt8] {
        let bytes = JSONWriter.pretty(.object(try json(using: &generator)))
        try PassportComposer.checkSize(bytes)
        return bytes
    }

    package func json(using generator: inout some RandomNumberGenerator) throws(PortfolioError) -> JSONObject {
        if let other = badges.first(where: { !$0.badge.isAchievementCredential }) {
            throw PortfolioError(
                .form,
                "\"\(UTF8Text.shown(other.name))\" is no badge, and the European Learning Model has no form for it.",
                hint: "Leave it out, or make a passport file.")
        }
        let id = "urn:uuid:\(UUIDv4.make(using: &generator))"
        let person = "urn:uuid:\(UUIDv4.make(using: &generator))"
        let achievements = badges.enumerated().map {
            ELMAchievement($0.element, fallback: "\(id)#achievement-\($0.offset + 1)", words: words)
        }
        let ids = badges.compactMap { $0.view.id }
        var subject: JSONObject = ["id": .string(person), "type": "Person"]
        if let shownName { subject["fullName"] = .object([words.language.rawValue: .string(shownName)]) }
        subject["hasClaim"] = .array(achievements.map { .object($0.json(among: ids)) })
        let moment = JSONValue.string(now.wholeSeconds.description)
        return [
            "@context": .array(Self.contexts),
            "id": .string(id),
            "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
            "credentialProfiles": [ELMConcept.genericProfile],
            "displayParameter": .object(display(achievements, id: id)),
            // The learner puts it together; an organisation that takes it over is another issuer.
            "issuer": ["id": .string(person), "type": "Person"],
            "issuanceDate": moment, "issued": moment, "validFrom": moment,
            "credentialSubject": .object(subject),
            "credentialSchema": [["id": .string(Self.schema), "type": "ShaclValidator2017"]],
        ]
    }

    // MARK: Display

    private func display(_ achievements: [ELMAchievement], id: String) -> JSONObject {
        let own = words.language.rawValue
        var tags = [own]
        for tag in achievements.map(\.languageTag) where !tags.contains(tag) { tags.append(tag) }
        let language = ELMConcept.language(own) ?? .null
        return [
            "id": .string("\(id)#display"), "type": "DisplayParameter",
            "title": .object([own: .string(words[PageText.title])]),
            "primaryLanguage": language,
            "language": .array(tags.compactMap(ELMConcept.language)),
            "individualDisplay": [
                [
                    "id": .string("\(id)#display-1"), "type": "IndividualDisplay", "language": language,
                    "displayDetail": [
                        [
                            "id": .string("\(id)#display-1-page-1"), "type": "DisplayDetail", "page": 1,
                            "image": [
                                "id": .string("\(id)#display-1-image"), "type": "MediaObject",
                                "contentType": ELMConcept.svg, "contentEncoding": ELMConcept.base64,
                                "content": .string(Base64.encode(picture(achievements))),
                            ],
                        ]
                    ],
                ]
            ],
        ]
    }

    /// The page that the model asks of every credential: what is in it, by name.
    private func picture(_ achievements: [ELMAchievement]) -> [UInt8] {
        let names = ([shownName].compactMap(\.self) + achievements.map(\.title)).prefix(40)
        let lines = names.enumerated().map { place, name -> HTML in
            "<text x=\"48\" y=\"\(130 + place * 24)\" font-size=\"16\">\(UTF8Text.shown(name))</text>"
        }
        let drawing: HTML = """
            <svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123" viewBox="0 0 794 1123" font-family="sans-serif">
            <rect width="794" height="1123" fill="#fff"/>
            <text x="48" y="80" font-size="28">\(words[PageText.title])</text>
            \(lines)
            </svg>
            """
        return Array(drawing.text.utf8)
    }
}
