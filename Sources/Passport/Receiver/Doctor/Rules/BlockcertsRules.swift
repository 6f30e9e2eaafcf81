import VerifiableCredentials

/// What the verifier of Blockcerts does with a verifiable credential, read from its source.
enum BlockcertsRules {
    private static let form = "src/domain/verifier/useCases/validateVerifiableCredential.ts"

    private static func rule(
        _ id: String, _ demand: ReceiverDemand, _ weight: ReceiverRule.Weight = .refuses,
        unseen: ReceiverRule.Unseen = .undecided, wayOut: WayOut? = nil, at place: String, en: String, fi: String,
        sv: String
    ) -> ReceiverRule {
        ReceiverRule(
            "blockcerts.\(id)", demand, weight, unseen: unseen, wayOut: wayOut, source: .certVerifier, at: place,
            en: en, fi: fi, sv: sv)
    }

    static let all: [ReceiverRule] =
        [
            rule(
                "file", .container([.json]), wayOut: .unbake, at: "src/certificate.ts",
                en: "It reads JSON and nothing else.", fi: "Se lukee JSONia eikä muuta.",
                sv: "Den läser JSON och inget annat."),
            rule(
                "kind",
                .kind(
                    [
                        .badge, .transcript, .endorsement, .presentation, .europeanCredential, .statusList,
                        .otherCredential,
                    ],
                    unknown: [.openBadges2]), wayOut: .awardJSON, at: "\(form), validateType",
                en: "By its type it has to be a verifiable credential or a presentation; Blockcerts 2, built on Open "
                    + "Badges 2.0, has rules of its own.",
                fi: "Sen on oltava tyypiltään todennettava todistus tai esitys; Open Badges 2.0:aan perustuvalla "
                    + "Blockcerts 2:lla on omat sääntönsä.",
                sv:
                    "Till typen måste det vara ett verifierbart intyg eller en presentation; Blockcerts 2, som bygger på "
                    + "Open Badges 2.0, har egna regler."),
            rule(
                "lists", .arrays(["@context", "type"]), wayOut: .awardAnew, at: "\(form), validateContext",
                en: "`@context` and `type` have to be lists.",
                fi: "Kenttien `@context` ja `type` on oltava luetteloita.",
                sv: "`@context` och `type` måste vara listor."),
            rule(
                "model", .dataModel([.v1, .v2]), wayOut: .awardAnew, at: "\(form), validateContext",
                en: "A data model's vocabulary has to come first in @context.",
                fi: "Tietomallin sanaston on oltava @context-kentässä ensimmäisenä.",
                sv: "En datamodells vokabulär måste stå först i @context."),
            rule(
                "one-model", .oneDataModel, wayOut: .awardAnew, at: "\(form), validateContext",
                en: "It refuses the vocabularies of both data models side by side.",
                fi: "Se ei hyväksy molempien tietomallien sanastoja rinnakkain.",
                sv: "Den avvisar båda datamodellernas vokabulärer sida vid sida."),
            rule(
                "own-context", .contextForTypes, wayOut: .awardAnew, at: "\(form), validateContext",
                en: "A type beyond VerifiableCredential needs a vocabulary beyond the data model's.",
                fi: "VerifiableCredential-tyypin lisäksi annettu tyyppi vaatii tietomallin lisäksi toisen sanaston.",
                sv: "En typ utöver VerifiableCredential kräver en vokabulär utöver datamodellens."),
            rule(
                "ids",
                .addresses(
                    in: [
                        "issuer", "credentialStatus", "credentialSchema", "termsOfUse", "evidence", "refreshService",
                    ]), wayOut: .linkEvidence, at: "\(form), validatePropTypeAndId",
                en: "Status, schema, terms, evidence and refresh service each need an address as their id.",
                fi: "Tila, skeema, ehdot, näyttö ja päivityspalvelu tarvitsevat kukin tunnukseksi osoitteen.",
                sv: "Status, schema, villkor, bevis och uppdateringstjänst behöver alla en adress som id."),
            rule(
                "dates", .fullDates, wayOut: .awardAnew, at: "\(form), validateDateRFC3339StringFormat",
                en: "Dates have to be written out to the second and with their offset.",
                fi: "Päivämäärät on kirjoitettava sekunnin tarkkuudella aikavyöhykkeineen.",
                sv: "Datum måste skrivas ut till sekunden och med tidszon."),
            rule(
                "signed", .secured(jwt: false), wayOut: .awardJSON, at: form,
                en: "Without a signature inside the JSON it stops.",
                fi: "Ilman allekirjoitusta JSONin sisällä se pysähtyy.",
                sv: "Utan en signatur inne i JSON-texten stannar den."),
            rule(
                "proof-members", .proofMembers(["created", "proofPurpose"]), wayOut: .awardAnew,
                at: "\(form), validateProof",
                en: "Each signature has to say when and for what it was made.",
                fi: "Jokaisen allekirjoituksen on kerrottava, milloin ja mihin se on tehty.",
                sv: "Varje signatur måste säga när och för vad den gjordes."),
            rule(
                "suites",
                .suites(
                    .every,
                    [
                        "MerkleProof2017", "MerkleProof2019", "Ed25519Signature2020", "EcdsaSecp256k1Signature2019",
                        "ecdsa-sd-2023", "eddsa-rdfc-2022",
                    ]), wayOut: .awardJSON, at: "src/verifier.ts, instantiateProofVerifiers",
                en:
                    "It has to know the kind of every signature: Merkle proofs, Ed25519Signature2020, EcdsaSecp256k1Signature2019, "
                    + "ecdsa-sd-2023, eddsa-rdfc-2022.",
                fi: "Sen on tunnettava jokaisen allekirjoituksen laji: Merkle-todisteet, Ed25519Signature2020, "
                    + "EcdsaSecp256k1Signature2019, ecdsa-sd-2023, eddsa-rdfc-2022.",
                sv:
                    "Den måste känna sorten av varje signatur: Merkle-bevis, Ed25519Signature2020, EcdsaSecp256k1Signature2019, "
                    + "ecdsa-sd-2023, eddsa-rdfc-2022."),
            rule(
                "sd-key", .keyKind(suite: "ecdsa-sd-2023", multikeyPrefix: "zQ3s"), wayOut: .awardJSON,
                at: "src/suites/EcdsaSd2023.ts, checkDocumentSignature",
                en: "With ecdsa-sd-2023 it takes keys on secp256k1 only, not the P-256 of the standard.",
                fi: "Se hyväksyy ecdsa-sd-2023:n kanssa vain secp256k1-käyrän avaimet, ei standardin P-256:ta.",
                sv: "Med ecdsa-sd-2023 tar den bara nycklar på secp256k1, inte standardens P-256."),
            rule(
                "purpose", .statedPurpose(.every), wayOut: .sendSingly, at: "src/suites/EddsaRdfc2022.ts, constructor",
                en: "Unless it is told otherwise, it looks for signatures made for stating things.",
                fi: "Ellei muuta pyydetä, se etsii väittämistä varten tehtyjä allekirjoituksia.",
                sv: "Om inget annat begärs söker den signaturer som gjorts för att påstå något."),
            rule(
                "key",
                .proofKey(
                    KeyNaming(
                        taken: ["key", "web", "ion", "ethr"], others: true, multikeys: ["z6Mk", "zQ3s"], web: true)),
                wayOut: .awardAnew, at: "src/domain/did/useCases/resolveDidKeyDocument.ts; resolve.ts",
                en:
                    "It reads did:key with Ed25519 and secp256k1 by itself and asks a resolver on the network for other "
                    + "DIDs.",
                fi: "Ed25519- ja secp256k1-avainten did:key:t se lukee itse; muut DIDit se kysyy verkkopalvelusta.",
                sv: "did:key med Ed25519 och secp256k1 läser den själv; andra DID:er frågar den en nättjänst om."),
            rule(
                "key-form", .keyAsJWK(suite: "eddsa-rdfc-2022"), wayOut: .otherKeyForm,
                at: "src/suites/EddsaRdfc2022.ts, getMultikeyRepresentation",
                en: "With eddsa-rdfc-2022 it needs the key as publicKeyJwk in the DID document.",
                fi: "Laji eddsa-rdfc-2022 edellyttää siellä avainta DID-asiakirjan publicKeyJwk-kentässä.",
                sv: "Med eddsa-rdfc-2022 behöver den nyckeln som publicKeyJwk i DID-dokumentet."),
            rule(
                "controller", .issuersKey, unseen: .told, wayOut: .askIssuer,
                at: "src/inspectors/did/controlVerificationMethod.ts",
                en: "The DID before the key's # has to be the issuer's.",
                fi: "Avaimen #-merkkiä edeltävän DIDin on oltava myöntäjän.",
                sv: "DID:en före nyckelns # måste vara utfärdarens."),
            rule(
                "schema", .subjectSchemas, wayOut: .awardAnew, at: "src/inspectors/checkCredentialSchemaConformity.ts",
                en: "It holds the subject alone against the schema that the file names, so 1EdTech's schemas of whole "
                    + "badges fail.",
                fi: "Se vertaa tiedoston nimeämään skeemaan vain saajaosaa, joten 1EdTechin koko merkin skeemat "
                    + "epäonnistuvat.",
                sv: "Den prövar bara mottagardelen mot schemat som filen anger, så 1EdTechs scheman för hela märken "
                    + "faller."),
            rule(
                "status-list", .webStatusLists(), wayOut: .issueWithAddress,
                at: "src/inspectors/checkBitStringStatusList.ts",
                en: "Whatever the status, it fetches a list by its web address, and fails when it gets none.",
                fi: "Oli tila mikä tahansa, se hakee listan verkko-osoitteesta ja hylkää, jos ei saa sitä.",
                sv:
                    "Vilken status det än är hämtar den en lista från en webbadress, och underkänner om den inte får någon."
            ),
            rule(
                "withdrawn", .notWithdrawn(), unseen: .told, wayOut: .askForNew,
                at: "src/inspectors/checkBitStringStatusList.ts",
                en: "Revoked or suspended is a failure.", fi: "Peruttu tai keskeytetty hylätään.",
                sv: "Återkallat eller vilande underkänns."),
            rule(
                "begun", .begun, wayOut: .wait, at: "src/inspectors/ensureValidityPeriodStarted.ts",
                en: "Before its first day it fails.", fi: "Ennen ensimmäistä päiväänsä se hylätään.",
                sv: "Före sin första dag underkänns det."),
            rule(
                "ended", .notEnded, wayOut: .askForNew, at: "src/inspectors/ensureNotExpired.ts",
                en: "After its last day it fails.", fi: "Viimeisen päivänsä jälkeen se hylätään.",
                sv: "Efter sin sista dag underkänns det."),
            rule(
                "reachable", .reachable, .outside, at: "src/domain/did/useCases/resolve.ts; src/inspectors/",
                en: "It asks the network for these, a did:web by way of a resolver service:",
                fi: "Se kysyy verkosta näitä, did:web:n selvityspalvelun kautta:",
                sv: "Den frågar nätet efter dessa, en did:web genom en uppslagstjänst:"),
        ] + SoundRules.signature
}
