import VerifiableCredentials

/// What VerifierPlus and the libraries under it do with a file, read from their source.
enum DCCRules {
    private static let suites = ["Ed25519Signature2020", "eddsa-rdfc-2022"]

    static let all: [ReceiverRule] =
        [
            ReceiverRule(
                "dcc.file", .container([.json, .png]), wayOut: .unbake, source: .verifierPlus,
                at: "app/page.tsx, the file field",
                en: "It opens JSON files and PNG pictures with a badge in them.",
                fi: "Se avaa JSON-tiedostoja ja PNG-kuvia, joissa on merkki.",
                sv: "Den öppnar JSON-filer och PNG-bilder med ett märke i."),
            ReceiverRule(
                "dcc.kind",
                .kind([
                    .badge, .transcript, .endorsement, .presentation, .europeanCredential, .statusList,
                    .otherCredential,
                ]), wayOut: .awardJSON, source: .verifierPlus, at: "app/lib/verifiableObject.ts",
                en: "It takes anything that is a verifiable credential or a presentation by its type.",
                fi: "Se ottaa vastaan kaiken, mikä on tyypiltään todennettava todistus tai esitys.",
                sv: "Den tar allt som till typen är ett verifierbart intyg eller en presentation."),
            ReceiverRule(
                "dcc.first", .single, .warns, wayOut: .sendSingly, source: .verifierPlus, at: "app/page.tsx",
                en: "Of a presentation it judges the first credential, and not who presents it.",
                fi: "Esityksestä se arvioi ensimmäisen todistuksen, ei sitä, kuka esittää.",
                sv: "Av en presentation bedömer den det första intyget, inte vem som visar det."),
            ReceiverRule(
                "dcc.signed", .secured(jwt: false), wayOut: .awardJSON, source: .verifierCore,
                at: "src/Verify.ts, handleAnyFatalCredentialErrors",
                en: "It asks for a signature inside the JSON; a JWT isn't read.",
                fi: "Se vaatii allekirjoituksen JSONin sisällä; JWT:tä se ei lue.",
                sv: "Den kräver en signatur inne i JSON-texten; JWT läser den inte."),
            ReceiverRule(
                "dcc.model", .dataModel([.v1, .v2]), wayOut: .awardAnew, source: .dccVC,
                at: "lib/helpers.js, assertCredentialContext",
                en: "The first vocabulary (@context) has to be one of the two data models'.",
                fi: "Ensimmäisen sanaston (@context) on oltava jommankumman tietomallin.",
                sv: "Den första vokabulären (@context) måste vara en av de två datamodellernas."),
            ReceiverRule(
                "dcc.addresses",
                .addresses(in: ["issuer", "evidence"], required: ["id"]), wayOut: .awardAnew, source: .verifierCore,
                at: "src/Verify.ts; digitalcredentials/vc lib/index.js, _checkCredential",
                en: "The badge's id has to be an address (https:, urn:, did:), and so do those of issuer and evidence.",
                fi: "Merkin tunnuksen on oltava osoite (https:, urn:, did:), samoin myöntäjän ja näyttöjen.",
                sv: "Märkets id måste vara en adress (https:, urn:, did:), likaså utfärdarens och bevisens."),
            ReceiverRule(
                "dcc.suite", .suites(.any, suites), wayOut: .awardJSON, source: .verifierCore,
                at: "src/Verify.ts, suite",
                en:
                    "It checks signatures of the kinds Ed25519Signature2020 and eddsa-rdfc-2022; of several, one is enough.",
                fi:
                    "Se tarkistaa allekirjoitukset, joiden laji on Ed25519Signature2020 tai eddsa-rdfc-2022; useasta riittää yksi.",
                sv:
                    "Den kontrollerar signaturer av sorterna Ed25519Signature2020 och eddsa-rdfc-2022; av flera räcker en."
            ),
            ReceiverRule(
                "dcc.purpose", .statedPurpose(.any), wayOut: .awardAnew, source: .dccSignatures,
                at: "lib/ProofSet.js, _matchProofSet",
                en: "Only signatures made for stating things count.",
                fi: "Vain väittämistä varten tehdyt allekirjoitukset lasketaan.",
                sv: "Bara signaturer som gjorts för att påstå något räknas."),
            ReceiverRule(
                "dcc.key",
                .proofKey(KeyNaming(taken: ["key", "web"], others: false, multikeys: ["z6Mk"], web: true)),
                wayOut: .awardAnew, source: .dccLoader, at: "src/documentLoader.ts",
                en: "It resolves did:key and did:web with Ed25519 keys, and no other DID.",
                fi: "Se selvittää did:key:n ja did:web:n Ed25519-avaimin, ei muita DID-tunnuksia.",
                sv: "Den löser did:key och did:web med Ed25519-nycklar, inga andra DID:er."),
            ReceiverRule(
                "dcc.controller", .issuersKey, unseen: .told, wayOut: .askIssuer, source: .dccVC,
                at: "lib/CredentialIssuancePurpose.js",
                en: "Whoever holds the key has to be the issuer.", fi: "Avaimen haltijan on oltava myöntäjä.",
                sv: "Den som har nyckeln måste vara utfärdaren."),
            ReceiverRule(
                "dcc.words", .ownCheck(.contexts), wayOut: .awardAnew, source: .verifierCore,
                at: "src/Verify.ts, handleAnySignatureError",
                en: "A word without a meaning in the vocabularies stops the check of the signature.",
                fi: "Sana, jolla ei ole merkitystä sanastoissa, keskeyttää allekirjoituksen tarkistuksen.",
                sv: "Ett ord utan betydelse i vokabulärerna stoppar kontrollen av signaturen."),
            ReceiverRule(
                "dcc.status-type",
                .statusTypes(["BitstringStatusListEntry", "StatusList2021Entry", "1EdTechRevocationList"]),
                wayOut: .awardAnew, source: .verifierCore, at: "src/credentialStatus.ts",
                en: "A status of a type that it doesn't know ends the check.",
                fi: "Tuntematonta tyyppiä oleva tila päättää tarkistuksen.",
                sv: "En status av okänd typ avslutar kontrollen."),
            ReceiverRule(
                "dcc.status-read", .readStatus(types: ["BitstringStatusListEntry"], purposes: []), .warns,
                source: .verifierCore, at: "src/credentialStatus.ts",
                en: "It looks into bitstring lists only; a badge with an older kind of status is taken as not revoked.",
                fi: "Se katsoo vain bittilistoihin; vanhemman tilan omaava merkki otetaan voimassa olevana.",
                sv: "Den ser bara i bitlistor; ett märke med äldre sorts status tas som inte återkallat."),
            ReceiverRule(
                "dcc.status-found", .webStatusLists(of: ["BitstringStatusListEntry"]), .warns,
                wayOut: .issueWithAddress, source: .verifierPlus,
                at: "app/lib/validate.ts",
                en: "A list that it can't fetch is left out, and the badge passes without that check.",
                fi: "Lista, jota se ei voi hakea, jätetään pois, ja merkki menee läpi ilman sitä tarkistusta.",
                sv: "En lista som den inte kan hämta utelämnas, och märket går igenom utan den kontrollen."),
            ReceiverRule(
                "dcc.withdrawn", .notWithdrawn(), unseen: .told, wayOut: .askForNew, source: .verifierPlus,
                at: "app/components/VerifyIndicator/VerifyIndicator.tsx",
                en: "A revoked or suspended badge is shown as not verified.",
                fi: "Peruttu tai keskeytetty merkki näytetään vahvistamattomana.",
                sv: "Ett återkallat eller vilande märke visas som inte verifierat."),
            ReceiverRule(
                "dcc.begun", .begun, wayOut: .wait, source: .dccVC, at: "lib/index.js, _checkCredential",
                en: "A badge whose first day is still to come isn't verified.",
                fi: "Merkkiä, jonka ensimmäinen päivä on vasta edessä, ei vahvisteta.",
                sv: "Ett märke vars första dag ännu inte kommit verifieras inte."),
            ReceiverRule(
                "dcc.ended", .notEnded, .warns, wayOut: .askForNew, source: .verifierPlus,
                at: "app/components/VerificationCard/VerificationCard.tsx",
                en: "An expired badge is shown with a warning.", fi: "Vanhentunut merkki näytetään varoituksen kera.",
                sv: "Ett utgånget märke visas med en varning."),
            ReceiverRule(
                "dcc.registry", .notInFile, .outside, source: .verifierPlus,
                at: "app/lib/validate.ts; VerificationCard.tsx",
                en: "An issuer that isn't in its list of registries is shown with a warning.",
                fi: "Myöntäjä, joka ei ole sen rekistereissä, näytetään varoituksen kera.",
                sv: "En utfärdare som saknas i dess register visas med en varning."),
            ReceiverRule(
                "dcc.reachable", .reachable, .outside, source: .dccLoader, at: "src/documentLoader.ts",
                en: "It fetches these addresses itself:", fi: "Nämä osoitteet se hakee itse:",
                sv: "De här adresserna hämtar den själv:"),
        ] + SoundRules.signature
}
