import VerifiableCredentials

/// What the wallet of the European Digital Credentials for Learning does with a file that is uploaded to it.
enum EuropassRules {
    private static let upload =
        "edci-wallet-service/…/CredentialService.java"
    private static let learning: Set<FileFacts.Kind> = [.europeanCredential, .sealed]

    static let all: [ReceiverRule] = [
        ReceiverRule(
            "europass.kind", .kind([.europeanCredential, .sealed]), wayOut: .exportELM, source: .europeanCredentials,
            at: "\(upload), createCredential",
            en:
                "It takes European Digital Credentials of the European Learning Model, as JSON; an Open Badge isn't one.",
            fi:
                "Se ottaa eurooppalaisen oppimismallin mukaisia digitaalisia todistuksia JSON-muodossa; Open Badge ei ole "
                + "sellainen.",
            sv: "Den tar europeiska digitala intyg enligt den europeiska lärandemodellen, som JSON; en Open Badge är "
                + "inte ett sådant."),
        ReceiverRule(
            "europass.sealed", .sealed, only: learning, wayOut: .sealed, source: .europeanCredentials,
            at: "\(upload), createCredential",
            en: "At least one e-seal has to be on it, in the JSON form of JAdES; an unsealed file is turned away.",
            fi: "Siinä on oltava vähintään yksi sähköinen leima JAdESin JSON-muodossa; leimaamaton tiedosto "
                + "palautetaan.",
            sv: "Det måste bära minst en e-stämpel i JAdES JSON-form; en oförseglad fil avvisas."),
        ReceiverRule(
            "europass.seal", .notInFile, only: [.sealed], source: .europeanCredentials,
            at: "edci-eseal-core/…/JadesValidationService.java",
            en: "Every seal has to pass against the EU's trusted lists of certificates; they aren't looked into here.",
            fi: "Jokaisen leiman on läpäistävä vertailu EU:n luotettujen varmenteiden luetteloihin; niihin ei täällä "
                + "katsota.",
            sv: "Varje stämpel måste hålla mot EU:s förteckningar över betrodda certifikat; i dem tittas inte här."),
        ReceiverRule(
            "europass.id", .addresses(in: [], required: ["id"]), only: learning, wayOut: .exportELM,
            source: .europeanCredentials, at: "\(upload), createCredential",
            en: "The credential needs an id.", fi: "Todistuksella on oltava tunnus.", sv: "Intyget behöver ett id."),
        ReceiverRule(
            "europass.members",
            .members([
                "credentialProfiles", "displayParameter", "issuer", "credentialSubject", "issued", "validFrom",
                "credentialSchema",
            ]), only: learning, wayOut: .exportELM, source: .learningModel,
            at: "rdf/ap/edc/EDC-generic-no-cv.ttl; EDC-generic-full.ttl",
            en: "The model's constraints ask for profile, display, issuer, subject, dates and schema.",
            fi: "Mallin rajoitteet vaativat profiilin, esitystiedot, myöntäjän, saajan, päivämäärät ja skeeman.",
            sv: "Modellens villkor kräver profil, visning, utfärdare, mottagare, datum och schema."),
        ReceiverRule(
            "europass.place", .organisationsHavePlace, only: learning, wayOut: .sealed, source: .learningModel,
            at: "rdf/ap/edc/EDC-generic-no-cv.ttl, OrganisationShape",
            en: "Each organisation in it has to have a place.",
            fi: "Jokaisella siinä olevalla organisaatiolla on oltava "
                + "sijainti.",
            sv: "Varje organisation i det måste ha en plats."),
    ]
}
