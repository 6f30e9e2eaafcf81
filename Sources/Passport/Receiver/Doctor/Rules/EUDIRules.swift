import VerifiableCredentials

/// What the European framework says of the wallets that the member states provide. Each wallet decides more by itself,
/// and none publishes a list of what it takes.
enum EUDIRules {
    /// Credentials of the W3C data model.
    private static let credentials: Set<FileFacts.Kind> = [
        .badge, .transcript, .endorsement, .presentation, .europeanCredential, .statusList, .otherCredential,
    ]

    static let all: [ReceiverRule] = [
        ReceiverRule(
            "eudi.form", .container([.sdJWT]), wayOut: .offered, source: .framework,
            at: "annex 2, topic 10, ISSU_02; §5.4.1",
            en: "The forms that every wallet takes are mdoc (ISO/IEC 18013-5) and SD-JWT VC.",
            fi: "Jokaisen lompakon ottamat muodot ovat mdoc (ISO/IEC 18013-5) ja SD-JWT VC.",
            sv: "De former som varje plånbok tar är mdoc (ISO/IEC 18013-5) och SD-JWT VC."),
        ReceiverRule(
            "eudi.model", .dataModel([.v2]), .warns, only: credentials, source: .framework,
            at: "annex 2, topic 12, ARB_01a; §5.4.4",
            en:
                "A wallet may take the W3C data model 2.0 besides, for non-qualified attestations; older ones it may not.",
            fi: "Lompakko saa lisäksi ottaa W3C:n tietomallin 2.0 muita kuin hyväksyttyjä todistuksia varten; "
                + "vanhempia ei.",
            sv: "En plånbok får dessutom ta W3C:s datamodell 2.0 för icke-kvalificerade intyg; äldre får den inte."),
        ReceiverRule(
            "eudi.channel", .notInFile, source: .framework, at: "annex 2, topic 10, ISSU_01",
            en: "A wallet gets attestations from their issuer over OpenID4VCI; a file that its holder has doesn't say "
                + "whether the issuer offers that.",
            fi: "Lompakko saa todistukset myöntäjältä OpenID4VCI:n kautta; haltijan tiedostosta ei näy, tarjoaako "
                + "myöntäjä sitä.",
            sv: "En plånbok får intyg från utfärdaren över OpenID4VCI; innehavarens fil visar inte om utfärdaren "
                + "erbjuder det."),
        ReceiverRule(
            "eudi.rulebook", .notInFile, .outside, source: .rulebooks, at: "rulebooks/",
            en: "Attestations need a rulebook; the catalogue has them for person identification and driving licences, "
                + "none for badges.",
            fi:
                "Todistuksille tarvitaan sääntökirja; luettelossa ovat henkilötunnistetiedot ja ajokortti, ei merkkejä.",
            sv: "Intyg behöver en regelbok; katalogen har sådana för personidentifiering och körkort, ingen för märken."
        ),
        ReceiverRule(
            "eudi.wallet", .notInFile, .outside, source: .framework, at: "annex 2, topic 10, ISSU_29 and its note",
            en: "Its provider decides whether a wallet takes anything else, such as the W3C data model 2.0; no list of "
                + "that is published.",
            fi: "Lompakon tarjoaja päättää, ottaako lompakko muuta, kuten W3C:n tietomallia 2.0; luetteloa siitä ei "
                + "julkaista.",
            sv:
                "Leverantören bestämmer om en plånbok tar något annat, som W3C:s datamodell 2.0; någon lista publiceras "
                + "inte."),
    ]
}
