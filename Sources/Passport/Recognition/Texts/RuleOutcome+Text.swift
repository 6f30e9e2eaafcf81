package import VerifiableCredentials

/// What each outcome of a rule means, for the two who read it.
extension RuleOutcome.Kind {
    package var applicantText: LocalizedText {
        switch self {
        case .granted:
            LocalizedText(
                en: "{course}: you get {credits} {unit}.", fi: "{course}: saat {credits} {unit}.",
                sv: "{course}: du får {credits} {unit}.")
        case .grantedPartial:
            LocalizedText(
                en: "{course}: you get {credits} {unit}, a part of what your badges would make.",
                fi: "{course}: saat {credits} {unit}, osan siitä, mihin merkkisi riittäisivät.",
                sv: "{course}: du får {credits} {unit}, en del av vad dina märken skulle räcka till.")
        case .proposed:
            LocalizedText(
                en: "{course}: {credits} {unit} are proposed for you; an officer decides.",
                fi: "{course}: sinulle esitetään {credits} {unit}; käsittelijä päättää.",
                sv: "{course}: {credits} {unit} föreslås för dig; en handläggare beslutar.")
        case .needsEvidence:
            LocalizedText(
                en: "{course}: your badges fit and could give {potential} {unit}, once you send evidence.",
                fi: "{course}: merkkisi sopivat ja voisivat antaa {potential} {unit}, kun lähetät näytön.",
                sv: "{course}: dina märken passar och kan ge {potential} {unit} när du skickar bevis.")
        case .notMet:
            LocalizedText(
                en: "{course}: no credits by the badges you sent.",
                fi: "{course}: lähettämäsi merkit eivät riitä tähän.",
                sv: "{course}: märkena du skickade räcker inte till detta.")
        case .capReached:
            LocalizedText(
                en: "{course}: your badges would do, but no more credits can be recognised.",
                fi: "{course}: merkkisi riittäisivät, mutta enempää ei voi hyväksilukea.",
                sv: "{course}: dina märken skulle räcka, men mer kan inte tillgodoräknas.")
        case .officerReview:
            LocalizedText(
                en:
                    "{course}: an officer looks at this before anything is decided; up to {potential} {unit} are possible.",
                fi: "{course}: käsittelijä katsoo tämän ennen päätöstä; mahdollista on enintään {potential} {unit}.",
                sv: "{course}: en handläggare går igenom detta före beslut; upp till {potential} {unit} är möjligt.")
        }
    }

    package var officerText: LocalizedText {
        switch self {
        case .granted:
            LocalizedText(
                en: "{rule} {code}: granted {credits} {unit} ({hours} h).",
                fi: "{rule} {code}: myönnetty {credits} {unit} ({hours} h).",
                sv: "{rule} {code}: beviljat {credits} {unit} ({hours} h).")
        case .grantedPartial:
            LocalizedText(
                en: "{rule} {code}: granted in part, {credits} {unit} ({hours} h).",
                fi: "{rule} {code}: myönnetty osittain, {credits} {unit} ({hours} h).",
                sv: "{rule} {code}: beviljat delvis, {credits} {unit} ({hours} h).")
        case .proposed:
            LocalizedText(
                en: "{rule} {code}: {credits} {unit} proposed for your decision ({hours} h).",
                fi: "{rule} {code}: {credits} {unit} esitetty päätettäväksesi ({hours} h).",
                sv: "{rule} {code}: {credits} {unit} föreslås för ditt beslut ({hours} h).")
        case .needsEvidence:
            LocalizedText(
                en: "{rule} {code}: met but for evidence; {potential} {unit} if it comes.",
                fi: "{rule} {code}: täyttyy näyttöä lukuun ottamatta; {potential} {unit}, jos se saadaan.",
                sv: "{rule} {code}: uppfyllt så när som på bevis; {potential} {unit} om det kommer.")
        case .notMet:
            LocalizedText(
                en: "{rule} {code}: not met.", fi: "{rule} {code}: ei täyty.", sv: "{rule} {code}: inte uppfyllt.")
        case .capReached:
            LocalizedText(
                en: "{rule} {code}: met ({hours} h), no room under the cap.",
                fi: "{rule} {code}: täyttyy ({hours} h), katon alla ei ole tilaa.",
                sv: "{rule} {code}: uppfyllt ({hours} h), inget utrymme under taket.")
        case .officerReview:
            LocalizedText(
                en: "{rule} {code}: for you to look at; {potential} {unit} if you accept what is open ({hours} h).",
                fi:
                    "{rule} {code}: sinun katsottavaksesi; {potential} {unit}, jos hyväksyt avoimet kohdat ({hours} h).",
                sv: "{rule} {code}: att granska; {potential} {unit} om du godtar det som är öppet ({hours} h).")
        }
    }
}

extension EvidenceStrength {
    /// The kind as a noun in the middle of a sentence.
    package var text: LocalizedText {
        switch self {
        case .none: LocalizedText(en: "no evidence", fi: "ei näyttöä", sv: "inget bevis")
        case .link: LocalizedText(en: "a link", fi: "linkki", sv: "en länk")
        case .reflection: LocalizedText(en: "an own reflection", fi: "oma pohdinta", sv: "egen reflektion")
        case .document: LocalizedText(en: "a document", fi: "asiakirja", sv: "ett dokument")
        case .observation: LocalizedText(en: "an observation", fi: "havainto työstä", sv: "en observation")
        case .demonstration: LocalizedText(en: "a demonstration", fi: "näyttö käytännössä", sv: "ett praktiskt prov")
        }
    }
}
