package import VerifiableCredentials

/// A receiver whose ways are known from what it publishes.
package enum ReceiverTarget: String, Sendable, CaseIterable {
    case oneEdTech = "1edtech"
    case dcc
    case blockcerts
    case eudi
    case europass

    /// What is held against a file for this receiver, in the order in which it is told.
    package var rules: [ReceiverRule] {
        switch self {
        case .oneEdTech: OneEdTechRules.all
        case .dcc: DCCRules.all
        case .blockcerts: BlockcertsRules.all
        case .eudi: EUDIRules.all
        case .europass: EuropassRules.all
        }
    }

    /// Who that is, as it stands in a sentence.
    package var name: LocalizedText {
        switch self {
        case .oneEdTech:
            LocalizedText(
                en: "1EdTech's public validator", fi: "1EdTechin julkinen tarkistuspalvelu",
                sv: "1EdTechs offentliga kontrolltjänst")
        case .dcc:
            LocalizedText(
                en: "VerifierPlus of the Digital Credentials Consortium",
                fi: "Digital Credentials Consortiumin VerifierPlus",
                sv: "Digital Credentials Consortiums VerifierPlus")
        case .blockcerts:
            LocalizedText(en: "the Blockcerts verifier", fi: "Blockcerts-tarkistin", sv: "Blockcerts kontrollprogram")
        case .eudi:
            LocalizedText(
                en: "a European Digital Identity Wallet", fi: "eurooppalainen digitaalisen identiteetin lompakko",
                sv: "en europeisk digital identitetsplånbok")
        case .europass:
            LocalizedText(
                en: "the Europass wallet for digital credentials", fi: "Europassin osaamistodistusten lompakko",
                sv: "Europass plånbok för digitala intyg")
        }
    }
}
