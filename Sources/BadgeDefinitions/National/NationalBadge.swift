package import Encodings

/// One national competence badge as a saved list of ePerusteet has it.
package struct NationalBadge: Sendable, Hashable {
    /// `osaamismerkit_1000`, which stays the same when the badge is renamed.
    package let codeURI: String
    package let name: LanguageMap
    package let description: LanguageMap
    /// Whether the description is the list's own; else the name stands in for it.
    package let isDescribed: Bool
    package let outcomes: [LanguageMap]
    package let criteria: [LanguageMap]
    /// One of the six themes, when the category's name speaks of one.
    package let theme: NationalTheme?
    /// What the list itself calls the category.
    package let categoryName: String?
    package let validFrom: CalendarDay?
    package let validUntil: CalendarDay?

    static let codePrefix = "osaamismerkit_"

    /// `1000`.
    package var code: String { String(codeURI.dropFirst(Self.codePrefix.count)) }

    /// The `identifierType` under which a definition keeps the code.
    package static let identifierType = "ext:KoodiUri"

    /// Whether the text is such a code: `osaamismerkit_` and digits.
    package static func isCodeURI(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst(codePrefix.utf8.count)
        return text.utf8.starts(with: codePrefix.utf8) && (1...12).contains(digits.count)
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The languages that every text has, Finnish first; those that any text has when they have none in common.
    var languages: [String] {
        let all = [name, description] + outcomes + criteria
        let wanted = ["fi", "sv", "en"] + name.languages.filter { !["fi", "sv", "en"].contains($0) }
        let common = wanted.filter { language in all.allSatisfy { $0[language] != nil } }
        guard !common.contains("fi"), !common.contains("sv") else { return common }
        return wanted.filter { language in all.contains { $0[language] != nil } }
    }
}

extension BadgeDefinition {
    /// The code of the national badge that this is; nothing for any other badge.
    package var nationalCode: String? {
        otherIdentifiers.first {
            $0.identifierType == NationalBadge.identifierType && NationalBadge.isCodeURI($0.identifier)
        }?.identifier
    }
}

extension NationalBadge {
    /// The members of a definition that come from the list; a newer copy of it may change them.
    var ownedMembers: [(name: String, value: JSONValue)] {
        func texts(_ map: LanguageMap) -> JSONValue {
            .object(JSONObject(map.entries.map { ($0.language, .string($0.text)) }))
        }
        return [
            ("validFrom", validFrom.map { .string($0.description) } ?? .null),
            ("validUntil", validUntil.map { .string($0.description) } ?? .null),
            ("languages", .array(languages.map(JSONValue.string))),
            ("name", texts(name)), ("description", texts(description)),
            ("outcomes", .array(outcomes.map(texts))),
            (
                "criteria",
                .array(
                    criteria.enumerated().map { place, text in
                        .object(["id": .string("k\(place + 1)"), "text": texts(text)])
                    })
            ),
            (
                "otherIdentifiers",
                [["identifier": .string(codeURI), "identifierType": .string(Self.identifierType)]]
            ),
        ]
    }

    /// The badge as a new definition, a draft of version 1.
    ///
    /// Its only level is *hyväksytty*, the only grade there is. Hours, credits and evidence are the school's to add.
    func definition(slug: String, category: String) -> JSONObject {
        let owned = JSONObject(ownedMembers.map { ($0.name, $0.value) })
        var json: JSONObject = [
            "format": .string(DefinitionReader.format), "id": .string(slug), "version": 1, "status": "draft",
        ]
        func take(_ names: String...) { for name in names { json[name] = owned[name] } }
        take("validFrom", "validUntil", "languages")
        json["creator"] = "https://www.oph.fi/"
        json["category"] = .string(category)
        json["achievementType"] = "Badge"
        take("name", "description", "outcomes", "criteria")
        let level: LanguageMap = LanguageMap(
            [("fi", "hyväksytty"), ("sv", "godkänd"), ("en", "passed")].filter { languages.contains($0.0) })
        json["levels"] = [
            [
                "code": "L1", "ordinal": 1,
                "name": .object(JSONObject(level.entries.map { ($0.language, .string($0.text)) })),
            ]
        ]
        json["requiredLevel"] = "L1"
        json["evidence"] = ["minItems": 0]
        json["tags"] = .array(["osaamismerkki"] + (theme.map { [.string($0.tag)] } ?? []))
        take("otherIdentifiers")
        json["image"] = .string(NationalPicture.fileName(theme))
        return json
    }
}
