import BadgeDefinitions
import BadgeIssuer
import Encodings
import Testing

@Suite("workspace.json")
struct WorkspaceSettingsTests {
    private static let full = #"""
        {"format":"passport.workspace/1","name":{"fi":"Koulu","sv":"Skolan"},"url":"https://passi.example/org/koulu",
         "issuer":"did:web:passi.example:org:koulu","badgeBase":"https://passi.example/badges/",
         "creator":"did:web:passi.example:org:maakunta","languages":["sv","fi"],"yTunnus":"0000001-9",
         "oid":"1.2.246.562.10.12345678901","defaults":{"format":"jwt","image":"link","language":"fi"}}
        """#
    private static let did = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"

    private func read(_ text: String) throws -> WorkspaceSettings {
        try WorkspaceSettings(reading: Array(text.utf8))
    }

    @Test("every member is read")
    func allMembers() throws {
        let settings = try read(Self.full)
        #expect(settings.name["sv"] == "Skolan")
        #expect(settings.url == "https://passi.example/org/koulu")
        #expect(settings.issuer == "did:web:passi.example:org:koulu")
        #expect(settings.badgeBase == "https://passi.example/badges/")
        #expect(settings.creator == "did:web:passi.example:org:maakunta")
        #expect(settings.languages == ["sv", "fi"])
        #expect(settings.yTunnus?.description == "0000001-9")
        #expect(settings.oid?.description == "1.2.246.562.10.12345678901")
        #expect(settings.defaults == AwardDefaults(format: .jwt, image: .link, language: "fi"))
        #expect(settings.definitionDefaults.badgeBase == "https://passi.example/badges/")
    }

    @Test("what is written is read back the same")
    func roundTrip() throws {
        let settings = try read(Self.full)
        #expect(try WorkspaceSettings(reading: settings.bytes) == settings)
    }

    @Test("what may be left out has its default")
    func defaults() throws {
        let settings = try read(
            #"{"format":"passport.workspace/1","name":{"fi":"Koulu"},"url":"https://Passi.example/","#
                + #""issuer":"did:web:passi.example","languages":["sv"],"yTunnus":null}"#)
        #expect(settings.url == "https://passi.example")
        #expect(settings.badgeBase == "https://passi.example/badges/")
        #expect(settings.creator == "did:web:passi.example")
        #expect(settings.defaults == AwardDefaults(format: .json, image: .embed, language: "sv"))
    }

    @Test("without an address the ids begin with the did:key")
    func withoutURL() throws {
        let settings = try read(
            #"{"format":"passport.workspace/1","name":{"fi":"Koulu"},"issuer":"\#(Self.did)","languages":["fi"]}"#)
        #expect(settings.badgeBase == "\(Self.did)/badges/")
        #expect(settings.url == nil)
    }

    struct Mistake: CustomTestStringConvertible, Sendable {
        let old: String
        let new: String
        let code: WorkspaceError.Code
        var testDescription: String { "\(code.rawValue): \(new)" }
    }

    @Test(
        "a mistake is named by its code and line",
        arguments: [
            Mistake(old: "workspace/1", new: "workspace/2", code: .format),
            Mistake(old: #""format":"passport.workspace/1","#, new: "", code: .format),
            Mistake(old: #""badgeBase""#, new: #""badgebase""#, code: .settings),
            Mistake(old: #""oid""#, new: #""x-note""#, code: .settings),
            Mistake(old: #""image""#, new: #""picture""#, code: .settings),
            Mistake(old: #"{"fi":"Koulu","sv":"Skolan"}"#, new: #""Koulu""#, code: .settings),
            Mistake(old: #"{"fi":"Koulu","sv":"Skolan"}"#, new: "{}", code: .name),
            Mistake(old: #""Koulu""#, new: #""  ""#, code: .settings),
            Mistake(old: #""sv":"Skolan""#, new: #""swe":"Skolan""#, code: .language),
            Mistake(old: #"["sv","fi"]"#, new: #"["sv","sv"]"#, code: .language),
            Mistake(old: #"["sv","fi"]"#, new: "[]", code: .settings),
            Mistake(old: #""https://passi.example/org/koulu""#, new: #""http://passi.example""#, code: .url),
            Mistake(old: "passi.example:org:koulu", new: "passi.example:org:muu", code: .issuer),
            Mistake(old: #""url":"https://passi.example/org/koulu","#, new: "", code: .issuer),
            Mistake(old: "example/badges/\"", new: "example/badges\"", code: .settings),
            Mistake(old: #""did:web:passi.example:org:maakunta""#, new: #""maakunta""#, code: .settings),
            Mistake(old: "0000001-9", new: "0000001-8", code: .yTunnus),
            Mistake(old: "562.10.1", new: "562.40.1", code: .oid),
            Mistake(old: #""jwt""#, new: #""pdf""#, code: .settings),
            Mistake(old: #""link""#, new: "7", code: .settings),
            Mistake(old: "}}", new: "}", code: .settings),
            Mistake(old: #""languages":"#, new: #""url":null,"languages":"#, code: .settings),
        ])
    func mistakes(_ mistake: Mistake) throws {
        let text = Self.full.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
        #expect(text != Self.full)
        let error = try #require(throws: WorkspaceError.self) { try read(text) }
        #expect(error.code == mistake.code)
        #expect(error.message.contains("line "))
        #expect(error.message.contains("workspace.json"))
    }

    @Test("a misspelt field is answered with the nearest one")
    func nearestField() throws {
        let text = Self.full.replacing("yTunnus", with: "ytunus")
        let error = try #require(throws: WorkspaceError.self) { try read(text) }
        #expect(error.hint == "Did you mean \"yTunnus\"?")
    }

    @Test("the profile is what a credential embeds")
    func profile() throws {
        let identity = IssuerIdentity(try read(Self.full))
        #expect(
            identity.profile(in: "sv") == [
                "id": "did:web:passi.example:org:koulu", "type": ["Profile"], "name": "Skolan",
                "url": "https://passi.example/org/koulu",
                "otherIdentifier": [
                    ["type": "IdentifierEntry", "identifier": "0000001-9", "identifierType": "ext:YTunnus"],
                    [
                        "type": "IdentifierEntry", "identifier": "1.2.246.562.10.12345678901",
                        "identifierType": "ext:OrganisaatioOID",
                    ],
                ],
            ])
        #expect(identity.name(in: "en") == "Koulu")
    }
}
