package import VerifiableCredentials

/// What somebody can do so that the receiver takes the badge after all.
package enum WayOut: String, Sendable, CaseIterable {
    case awardJSON, awardJWT, awardAnew, askIssuer, issueWithAddress, unbake, sendSingly, exportELM, sealed, offered
    case linkEvidence, notSuspendable, wait, askForNew, otherKeyForm

    package var text: LocalizedText {
        switch self {
        case .awardJSON:
            LocalizedText(
                en: "`passportctl award … --format json` signs with eddsa-rdfc-2022; if it isn't your badge, ask its "
                    + "issuer for that form.",
                fi: "`passportctl award … --format json` allekirjoittaa eddsa-rdfc-2022:lla; jos merkki ei ole sinun "
                    + "myöntämäsi, pyydä sen myöntäjältä tätä muotoa.",
                sv: "`passportctl award … --format json` signerar med eddsa-rdfc-2022; be utfärdaren om den formen om "
                    + "märket inte är ditt.")
        case .awardJWT:
            LocalizedText(
                en: "`passportctl award … --format jwt` makes a JWT with ES256, and RS256 with an RSA key.",
                fi: "`passportctl award … --format jwt` tekee JWT:n, jonka algoritmi on ES256, RSA-avaimella RS256.",
                sv: "`passportctl award … --format jwt` ger en JWT med ES256, och med RS256 om nyckeln är RSA.")
        case .awardAnew:
            LocalizedText(
                en: "Ask the issuer to award it anew with passportctl or another program that follows the standard.",
                fi: "Pyydä myöntäjää myöntämään merkki uudelleen passportctl:llä tai muulla standardia noudattavalla "
                    + "ohjelmalla.",
                sv:
                    "Be utfärdaren utfärda märket på nytt med passportctl eller ett annat program som följer standarden."
            )
        case .askIssuer:
            LocalizedText(
                en: "Ask the issuer for a fresh copy; nobody else can sign it.",
                fi: "Pyydä myöntäjältä uusi kappale; kukaan muu ei voi allekirjoittaa sitä.",
                sv: "Be utfärdaren om ett nytt exemplar; ingen annan kan signera det.")
        case .issueWithAddress:
            LocalizedText(
                en: "Award from a workspace with a web address (`passportctl init … --url URL`) and put what "
                    + "`passportctl publish` writes there.",
                fi:
                    "Myönnä työtilasta, jolla on verkko-osoite (`passportctl init … --url URL`), ja vie sinne se, minkä "
                    + "`passportctl publish` kirjoittaa.",
                sv: "Utfärda från en arbetsyta med webbadress (`passportctl init … --url URL`) och lägg ut det som "
                    + "`passportctl publish` skriver.")
        case .unbake:
            LocalizedText(
                en: "`passportctl unbake PICTURE -o badge.json` takes the badge out of its picture; send that file.",
                fi: "`passportctl unbake KUVA -o merkki.json` ottaa merkin kuvasta; lähetä se tiedosto.",
                sv: "`passportctl unbake BILD -o marke.json` tar märket ur bilden; skicka den filen.")
        case .sendSingly:
            LocalizedText(
                en: "Send the badges themselves, one file each, instead of a passport.",
                fi: "Lähetä passin sijasta merkit itse, kukin omana tiedostonaan.",
                sv: "Skicka märkena själva, ett i varje fil, i stället för ett pass.")
        case .exportELM:
            LocalizedText(
                en:
                    "`passportctl passport export … --format elm` writes what Europass reads; an organisation must then "
                    + "seal it.",
                fi: "`passportctl passport export … --format elm` kirjoittaa Europassin lukeman tiedoston, joka "
                    + "organisaation on sitten sinetöitävä.",
                sv: "`passportctl passport export … --format elm` skriver det som Europass läser; sedan måste en "
                    + "organisation försegla det.")
        case .sealed:
            LocalizedText(
                en:
                    "An organisation with a qualified e-seal has to issue it through Europass; passportctl doesn't seal.",
                fi: "Organisaation, jolla on hyväksytty sähköinen leima, on myönnettävä se Europassin kautta; "
                    + "passportctl ei leimaa.",
                sv:
                    "En organisation med kvalificerad e-stämpel måste utfärda det via Europass; passportctl förseglar inte."
            )
        case .offered:
            LocalizedText(
                en: "The issuer has to offer it to the wallet as an SD-JWT VC or an mdoc over OpenID4VCI; passportctl "
                    + "doesn't.",
                fi:
                    "Myöntäjän on tarjottava se lompakolle SD-JWT VC:nä tai mdocina OpenID4VCI:n kautta; passportctl ei "
                    + "tee sitä.",
                sv: "Utfärdaren måste erbjuda plånboken det som SD-JWT VC eller mdoc över OpenID4VCI; det gör inte "
                    + "passportctl.")
        case .linkEvidence:
            LocalizedText(
                en: "Award with evidence that has an address: `--evidence https://…`.",
                fi: "Myönnä näytöllä, jolla on osoite: `--evidence https://…`.",
                sv: "Utfärda med bevis som har en adress: `--evidence https://…`.")
        case .notSuspendable:
            LocalizedText(
                en: "Leave `suspendable` out of the badge's definition; then one status entry is enough.",
                fi: "Jätä `suspendable` pois merkin määrittelystä; silloin yksi tilamerkintä riittää.",
                sv: "Utelämna `suspendable` i märkets definition; då räcker en statuspost.")
        case .wait:
            LocalizedText(
                en: "Send it when its first day has come.", fi: "Lähetä se, kun sen ensimmäinen päivä on tullut.",
                sv: "Skicka det när dess första dag har kommit.")
        case .askForNew:
            LocalizedText(
                en: "Ask the issuer for one that is in force.", fi: "Pyydä myöntäjältä voimassa oleva.",
                sv: "Be utfärdaren om ett som gäller.")
        case .otherKeyForm:
            LocalizedText(
                en:
                    "passportctl writes Ed25519 keys as Multikey; from a did:web issuer this receiver takes none of its "
                    + "badges yet.",
                fi:
                    "passportctl kirjoittaa Ed25519-avaimet Multikey-muodossa; did:web-myöntäjältä tämä vastaanottaja ei "
                    + "vielä ota sen merkkejä.",
                sv:
                    "passportctl skriver Ed25519-nycklar som Multikey; från en did:web-utfärdare tar den här mottagaren "
                    + "ännu inte emot dess märken.")
        }
    }
}
