import VerifiableCredentials

/// What the public validator of 1EdTech does with Open Badges 3.0 and CLR 2.0, read from its source.
enum OneEdTechRules {
    private static let folder = "inspector-vc/…/vc/"
    private static let badges: Set<FileFacts.Kind> = [.badge]
    private static let model = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1"]

    /// Those it holds files of each kind against anyhow.
    private static let schemas = [
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json",
        "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json",
    ]

    private static func rule(
        _ id: String, _ demand: ReceiverDemand, _ weight: ReceiverRule.Weight = .refuses,
        unseen: ReceiverRule.Unseen = .undecided, only kinds: Set<FileFacts.Kind>? = nil, wayOut: WayOut? = nil,
        at place: String, en: String, fi: String, sv: String
    ) -> ReceiverRule {
        ReceiverRule(
            "1edtech.\(id)", demand, weight, unseen: unseen, only: kinds, wayOut: wayOut, source: .validator,
            at: folder + place, en: en, fi: fi, sv: sv)
    }

    static let all: [ReceiverRule] =
        [
            rule(
                "file", .container([.json, .jwt, .png, .svg]), wayOut: .sendSingly,
                at: "Credential.java, RECOGNIZED_PAYLOAD_TYPES",
                en: "It reads JSON, JWT, PNG and SVG files.", fi: "Se lukee JSON-, JWT-, PNG- ja SVG-tiedostoja.",
                sv: "Den läser JSON-, JWT-, PNG- och SVG-filer."),
            rule(
                "kind", .kind([.badge, .transcript, .endorsement], unknown: [.openBadges2]), wayOut: .sendSingly,
                at: "probe/TypePropertyProbe.java",
                en: "It judges badges, transcripts and endorsements, each by itself.",
                fi: "Se arvioi merkkejä, suoritusotteita ja suosituksia, kutakin erikseen.",
                sv: "Den bedömer märken, prestationsutdrag och rekommendationer, var för sig."),
            rule(
                "contexts",
                .firstContexts([
                    ContextSlot(model[0], model[1]),
                    ContextSlot(
                        "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld",
                        versionsOf: "https://purl.imsglobal.org/spec/ob/v3p0/context"),
                ]), only: [.badge, .endorsement], wayOut: .awardAnew,
                at: "probe/ContextPropertyProbe.java; VerifiableCredential.java, contextMap",
                en:
                    "The first two vocabularies (@context) have to be the data model's and Open Badges 3.0's, in that order.",
                fi:
                    "Kahden ensimmäisen sanaston (@context) on oltava tietomallin ja Open Badges 3.0:n, tässä järjestyksessä.",
                sv:
                    "De två första vokabulärerna (@context) måste vara datamodellens och Open Badges 3.0:s, i den ordningen."
            ),
            rule(
                "record-contexts",
                .firstContexts([
                    ContextSlot(model[0], model[1]),
                    ContextSlot(versionsOf: "https://purl.imsglobal.org/spec/clr/v2p0/context"),
                    ContextSlot(
                        "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld",
                        versionsOf: "https://purl.imsglobal.org/spec/ob/v3p0/context"),
                ]), only: [.transcript], wayOut: .awardAnew,
                at: "probe/ContextPropertyProbe.java; VerifiableCredential.java, contextMap",
                en: "A transcript's vocabularies have to begin with the data model's, CLR 2.0's and Open Badges 3.0's.",
                fi: "Suoritusotteen sanastojen on alettava tietomallin, CLR 2.0:n ja Open Badges 3.0:n sanastoilla.",
                sv: "Ett prestationsutdrags vokabulärer måste börja med datamodellens, CLR 2.0:s och Open Badges 3.0:s."
            ),
            rule(
                "words", .ownCheck(.contexts), only: badges, wayOut: .awardAnew,
                at: "jsonld/probe/JsonLDValidationProbe.java",
                en: "Every word in the file has to have a meaning in one of its vocabularies.",
                fi: "Jokaisella tiedoston sanalla on oltava merkitys jossakin sen sanastoista.",
                sv: "Varje ord i filen måste ha en betydelse i någon av dess vokabulärer."),
            rule(
                "schema", .ownCheck(.schema), wayOut: .awardAnew, at: "probe/JsonSchemasProbe.java",
                en: "The file has to follow 1EdTech's JSON Schema of its kind.",
                fi: "Tiedoston on noudatettava lajinsa 1EdTech-JSON-skeemaa.",
                sv: "Filen måste följa 1EdTechs JSON-schema för sin sort."),
            rule(
                "other-schema", .knownSchemas(schemas), at: "probe/InlineJsonSchemaProbe.java",
                en: "A schema that the file names besides is fetched, and the file is held against it.",
                fi: "Jos tiedosto nimeää muun skeeman, se haetaan ja tiedostoa verrataan siihen.",
                sv: "Ett annat schema som filen anger hämtas, och filen prövas mot det."),
            rule(
                "one-status", .unlisted("credentialStatus"), wayOut: .notSuspendable,
                at: "probe/JsonSchemasProbe.java; the schema's credentialStatus",
                en: "The schema knows one status entry only, outside of a list.",
                fi: "Skeema tuntee vain yhden tilamerkinnän, eikä sitä saa panna luetteloon.",
                sv: "Schemat känner bara en statuspost, och den får inte stå i en lista."),
            rule(
                "types",
                .types([
                    TypedPlace("credentialSubject", "AchievementSubject"), TypedPlace("issuer", "Profile"),
                    TypedPlace("issuer.otherIdentifier", "IdentifierEntry"), TypedPlace("issuer.parentOrg", "Profile"),
                    TypedPlace("credentialSubject.identifier", "IdentityObject"),
                    TypedPlace("credentialSubject.result", "Result"), TypedPlace("credentialSubject.source", "Profile"),
                    TypedPlace("credentialSubject.achievement.resultDescription", "ResultDescription"),
                    TypedPlace("evidence", "Evidence"),
                ]), only: badges, wayOut: .awardAnew,
                at: "probe/CredentialSubjectProbe.java, probe/IssuerProbe.java, probe/EvidenceProbe.java",
                en: "Subject, issuer, results and evidence each have to carry the type that the standard gives them.",
                fi: "Saajalla, myöntäjällä, tuloksilla ja näytöillä on kullakin oltava standardin mukainen tyyppi.",
                sv: "Mottagare, utfärdare, resultat och bevis måste alla ha den typ som standarden ger dem."),
            rule(
                "signed", .secured(jwt: true), wayOut: .awardJSON, at: "probe/EmbeddedProofProbe.java",
                en: "What carries no signature is refused.", fi: "Allekirjoittamatonta ei hyväksytä.",
                sv: "Det som saknar signatur avvisas."),
            rule(
                "suite", .suites(.first, ["Ed25519Signature2020", "eddsa-2022", "eddsa-rdfc-2022", "ecdsa-sd-2023"]),
                wayOut: .awardJSON, at: "probe/EmbeddedProofProbe.java, getVerifier",
                en: "It checks the file's first signature only, as Ed25519Signature2020, eddsa-rdfc-2022 or "
                    + "ecdsa-sd-2023; any other kind fails there.",
                fi:
                    "Se tarkistaa vain tiedoston ensimmäisen allekirjoituksen Ed25519Signature2020:na, eddsa-rdfc-2022:na tai "
                    + "ecdsa-sd-2023:na; muu laji ei läpäise.",
                sv:
                    "Den kontrollerar bara filens första signatur, som Ed25519Signature2020, eddsa-rdfc-2022 eller "
                    + "ecdsa-sd-2023; varje annan sort faller där."),
            rule(
                "purpose", .statedPurpose(.any), wayOut: .awardAnew, at: "probe/EmbeddedProofProbe.java",
                en: "A signature has to be made for stating things (assertionMethod).",
                fi: "Allekirjoituksen on oltava tehty väittämistä varten (assertionMethod).",
                sv: "Signaturen måste vara gjord för att påstå något (assertionMethod)."),
            rule(
                "key",
                .proofKey(
                    KeyNaming(taken: ["key", "web"], refused: ["jwk"], others: true, spelledOut: true, web: true)),
                wayOut: .awardAnew, at: "probe/EmbeddedProofProbe.java; probe/did/SimpleDidResolver.java",
                en:
                    "It finds a signature's key by did:key, did:web, a web address, or spelled out after #; did:jwk gives it "
                    + "none.",
                fi:
                    "Se löytää allekirjoituksen avaimen did:key:stä, did:web:stä, verkko-osoitteesta tai #-merkin jäljestä; "
                    + "did:jwk:sta se ei saa avainta.",
                sv:
                    "Den hittar signaturens nyckel via did:key, did:web, en webbadress eller utskriven efter #; ur did:jwk "
                    + "får den ingen."),
            rule(
                "controller", .issuersKey, unseen: .told, wayOut: .askIssuer, at: "probe/EmbeddedProofProbe.java",
                en: "The key's controller has to be the issuer that the badge names.",
                fi: "Avaimen haltijan on oltava merkin nimeämä myöntäjä.",
                sv: "Nyckeln måste höra till den utfärdare som märket anger."),
            rule(
                "algorithm", .algorithms(["RS256", "ES256"]), wayOut: .awardJWT, at: "probe/ExternalProofProbe.java",
                en: "Of JWTs it takes RS256 and ES256, no other algorithm.",
                fi: "JWT:istä se hyväksyy vain algoritmit RS256 ja ES256.",
                sv: "Av JWT:er tar den bara algoritmerna RS256 och ES256."),
            rule(
                "jwt-key",
                .jwtKey(KeyNaming(taken: ["web", "jwk"], refused: ["key"], others: true, web: true)),
                wayOut: .issueWithAddress,
                at: "probe/ExternalProofProbe.java, fetchJwk; probe/did/SimpleDidResolver.java",
                en:
                    "A JWT's key has to stand in its header or be found by a whole address in kid; did:key isn't turned "
                    + "into a JWK.",
                fi:
                    "JWT:n avaimen on oltava sen otsakkeessa tai löydyttävä kid-kentän täydestä osoitteesta; did:key:stä "
                    + "ei tehdä JWK:ta.",
                sv:
                    "En JWT:s nyckel måste stå i dess huvud eller hittas via en hel adress i kid; av did:key gör den ingen "
                    + "JWK."),
            rule(
                "status-list", .webStatusLists(of: ["BitstringStatusListEntry"]), wayOut: .issueWithAddress,
                at: "probe/RevocationListProbe.java; status/bitstring/BitstringStatusListProbe.java",
                en: "It fetches the status list; one without a web address fails the badge.",
                fi: "Se hakee tilalistan; lista, jolla ei ole verkko-osoitetta, kaataa merkin.",
                sv: "Den hämtar statuslistan; en utan webbadress fäller märket."),
            rule(
                "status-read",
                .readStatus(types: ["BitstringStatusListEntry", "1EdTechRevocationList"], purposes: ["revocation"]),
                .warns, at: "probe/RevocationListProbe.java",
                en:
                    "It reads revocation from bitstring lists and 1EdTech's own; it passes over any other status unread.",
                fi:
                    "Se lukee peruutukset bittilistoista ja 1EdTechin omista listoista; muut tilat se ohittaa lukematta.",
                sv: "Den läser återkallelser ur bitlistor och 1EdTechs egna; annan status går den förbi oläst."),
            rule(
                "withdrawn", .notWithdrawn(purposes: ["revocation"]), unseen: .told, wayOut: .askForNew,
                at: "status/bitstring/BitstringStatusListProbe.java",
                en: "A badge whose bit is set in its status list is invalid there.",
                fi: "Merkki, jonka bitti on tilalistassa asetettu, ei siellä kelpaa.",
                sv: "Ett märke vars bit är satt i statuslistan är ogiltigt där."),
            rule(
                "begun", .begun, wayOut: .wait, at: "probe/IssuanceProbe.java",
                en: "The first day has to have come.", fi: "Ensimmäisen voimassaolopäivän on oltava tullut.",
                sv: "Den första giltighetsdagen måste ha kommit."),
            rule(
                "ended", .notEnded, wayOut: .askForNew, at: "probe/ExpirationProbe.java",
                en: "What has expired is refused.", fi: "Vanhentunutta ei hyväksytä.",
                sv: "Det som har gått ut avvisas."),
            rule(
                "refresh", .without(["refreshService"]), .warns, at: "VCInspector.java, checkRefreshService",
                en: "With a refresh service it fetches the newer badge and judges that one too.",
                fi: "Jos merkissä on päivityspalvelu, se hakee uudemman merkin ja arvioi senkin.",
                sv: "Finns en uppdateringstjänst hämtar den det nyare märket och bedömer även det."),
            rule(
                "reachable", .reachable, .outside,
                at: "probe/did/SimpleDidResolver.java; probe/RevocationListProbe.java",
                en: "These addresses have to answer it over the network:",
                fi: "Näiden osoitteiden on vastattava sille verkossa:",
                sv: "De här adresserna måste svara den på nätet:"),
        ] + SoundRules.signature
}
