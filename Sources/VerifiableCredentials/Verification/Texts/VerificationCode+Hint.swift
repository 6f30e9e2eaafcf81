/// What to do next, for the answers after which something can be done.
extension VerificationCode {
    public var hint: LocalizedText? {
        switch self {
        case .formUnreadable:
            LocalizedText(
                en: "Check the file's name and whether you may read it.",
                fi: "Tarkista tiedoston nimi ja se, saatko lukea sitä.",
                sv: "Kontrollera filens namn och om du får läsa den.")
        case .formEmpty, .formJSON:
            LocalizedText(
                en: "The file may have been cut off on its way; ask the sender for the whole file.",
                fi: "Tiedosto on voinut katketa matkalla; pyydä lähettäjältä koko tiedosto.",
                sv: "Filen kan ha kapats på vägen; be avsändaren om hela filen.")
        case .formNotCredential, .formModel, .formJWS:
            LocalizedText(
                en: "Ask the sender for the file as it came from the issuer.",
                fi: "Pyydä lähettäjältä tiedosto sellaisena kuin se tuli myöntäjältä.",
                sv: "Be avsändaren om filen som den kom från utfärdaren.")
        case .formJWSSerialization, .formEnveloped:
            LocalizedText(
                en: "Ask for the badge itself as a JSON file or a compact JWT.",
                fi: "Pyydä itse merkki JSON-tiedostona tai tiiviinä JWT:nä.",
                sv: "Be om själva märket som en JSON-fil eller en kompakt JWT.")
        case .formPicture:
            LocalizedText(
                en: "A picture of a badge proves nothing, nor does it show a forgery; ask for the badge file.",
                fi: "Merkin kuva ei todista mitään, ei myöskään väärennöstä; pyydä merkin tiedosto.",
                sv: "En bild av ett märke bevisar inget, inte heller en förfalskning; be om märkets fil.")
        case .formBaking:
            LocalizedText(
                en: "Ask the issuer for the badge's own file.", fi: "Pyydä myöntäjältä merkin oma tiedosto.",
                sv: "Be utfärdaren om märkets egen fil.")
        case .formOpenBadges2:
            LocalizedText(
                en: "Ask the issuer to confirm it, or to award it anew as an Open Badge 3.0.",
                fi: "Pyydä myöntäjää vahvistamaan se tai myöntämään se uudelleen Open Badges 3.0 -merkkinä.",
                sv: "Be utfärdaren bekräfta det eller utfärda det på nytt som Open Badges 3.0.")
        case .limitBytes, .limitJSON, .limitMembers, .limitPicture, .limitWork:
            LocalizedText(
                en: "Real badges are far smaller; ask the issuer whether the file is theirs.",
                fi: "Oikeat merkit ovat paljon pienempiä; kysy myöntäjältä, onko tiedosto heidän.",
                sv: "Riktiga märken är mycket mindre; fråga utfärdaren om filen är deras.")
        case .contextsUnknown, .proofContexts, .proofUnsupported, .statusTypeUnknown, .statusPurposeUnknown:
            LocalizedText(
                en: "A newer version of this program may know it; until then ask the issuer to confirm the badge.",
                fi: "Ohjelman uudempi versio voi tuntea sen; pyydä siihen asti myöntäjää vahvistamaan merkki.",
                sv: "En nyare version av programmet kan känna till det; be till dess utfärdaren bekräfta märket.")
        case .contextsUndefinedTerm, .contextsRelativeIRI, .contextsSpelledOut, .contextsRedefinedTerm:
            LocalizedText(
                en: "It was made with a mistake; ask the issuer to award it anew.",
                fi: "Se on tehty virheellisesti; pyydä myöntäjää myöntämään se uudelleen.",
                sv: "Det är felaktigt gjort; be utfärdaren att utfärda det på nytt.")
        case .proofBase:
            LocalizedText(
                en: "Ask the holder for the copy that is made for receivers.",
                fi: "Pyydä haltijalta vastaanottajille tehty kappale.",
                sv: "Be innehavaren om det exemplar som är gjort för mottagare.")
        case .proofMissing:
            LocalizedText(
                en: "An unsigned file proves nothing; ask for the signed one.",
                fi: "Allekirjoittamaton tiedosto ei todista mitään; pyydä allekirjoitettu.",
                sv: "En osignerad fil bevisar inget; be om den signerade.")
        case .proofMismatch, .proofLinkedData, .proofMalformed, .claimsJWT, .proofPurpose, .proofFuture, .proofExpired,
            .claimsKeyword, .claimsValue, .claimsHidden:
            LocalizedText(
                en: "Don't rely on it; ask the issuer for a fresh copy.",
                fi: "Älä luota siihen; pyydä myöntäjältä uusi kappale.",
                sv: "Lita inte på det; be utfärdaren om ett nytt exemplar.")
        case .keyUnavailable:
            LocalizedText(
                en: "Add the issuer with `passportctl trust add`, or give its document with --did-document.",
                fi:
                    "Lisää myöntäjä komennolla `passportctl trust add` tai anna sen asiakirja valinnalla --did-document.",
                sv: "Lägg till utfärdaren med `passportctl trust add` eller ange dess dokument med --did-document.")
        case .keyWindow, .keyRetired, .keyRevoked:
            LocalizedText(
                en: "Don't rely on it; ask the issuer, by a way you know, whether it awarded this.",
                fi: "Älä luota siihen; kysy myöntäjältä tuntemaasi tietä, onko se myöntänyt tämän.",
                sv: "Lita inte på det; fråga utfärdaren, på ett sätt du känner, om den har utfärdat detta.")
        case .keyTimeUnproven:
            LocalizedText(
                en:
                    "Get the issuer's newest published folder, which may list this badge, and give it with --bundle; else ask the issuer to award it anew.",
                fi:
                    "Hanki myöntäjän uusin julkaistu kansio, jonka luettelossa merkki voi olla, ja anna se valinnalla --bundle; muuten pyydä myöntäjää myöntämään se uudelleen.",
                sv:
                    "Skaffa utfärdarens nyaste publicerade mapp, som kan ha märket på sin lista, och ange den med --bundle; annars be om ett nytt märke."
            )
        case .historyFork:
            LocalizedText(
                en: "Ask the issuer, by a way you know, for its own key history, and leave the other folder out.",
                fi: "Pyydä myöntäjältä tuntemaasi tietä sen oma avainhistoria ja jätä toinen kansio pois.",
                sv: "Be utfärdaren, på ett sätt du känner, om dess egen nyckelhistorik och lämna bort den andra mappen."
            )
        case .keyUnknown, .keyExpired, .keyPurpose:
            LocalizedText(
                en: "Ask the issuer which keys it has, and renew your trust list.",
                fi: "Kysy myöntäjältä, mitä avaimia sillä on, ja uudista luottoluettelosi.",
                sv: "Fråga utfärdaren vilka nycklar den har och förnya din förteckning.")
        case .controllerMismatch:
            LocalizedText(
                en: "Somebody signed in another's name; ask the named issuer.",
                fi: "Joku on allekirjoittanut toisen nimissä; kysy nimetyltä myöntäjältä.",
                sv: "Någon har signerat i en annans namn; fråga den angivna utfärdaren.")
        case .controllerUnlinked, .issuerUnknown, .issuerKeyNotPinned, .statusUnvouched:
            LocalizedText(
                en: "If you trust this issuer, pin its keys with `passportctl trust add`, from a source you trust.",
                fi:
                    "Jos luotat myöntäjään, kiinnitä sen avaimet komennolla `passportctl trust add` luotettavasta lähteestä.",
                sv: "Om du litar på utfärdaren, fäst dess nycklar med `passportctl trust add` från en säker källa.")
        case .validityExpired:
            LocalizedText(
                en: "Ask the learner whether it has been renewed; `--at DATE` judges an earlier day.",
                fi: "Kysy oppijalta, onko se uusittu; `--at PÄIVÄ` tarkistaa aiemman päivän tilanteen.",
                sv: "Fråga den lärande om det har förnyats; `--at DATUM` granskar en tidigare dag.")
        case .validityNotYet:
            LocalizedText(
                en: "Check it again on that day.", fi: "Tarkista se uudelleen silloin.",
                sv: "Granska det igen den dagen.")
        case .validityOrder, .schemaInvalid, .badgeInvalid:
            LocalizedText(
                en: "The issuer made a mistake; ask it to award the badge anew.",
                fi: "Myöntäjälle on sattunut virhe; pyydä sitä myöntämään merkki uudelleen.",
                sv: "Utfärdaren har gjort ett misstag; be om ett nytt märke.")
        case .validityNotShown, .statusNotShown:
            LocalizedText(
                en: "Ask the holder for a copy that shows it, or the issuer whether the badge still stands.",
                fi: "Pyydä haltijalta kappale, jossa se näkyy, tai kysy myöntäjältä, onko merkki yhä voimassa.",
                sv: "Be innehavaren om ett exemplar där det syns, eller fråga utfärdaren om märket fortfarande gäller.")
        case .statusAbsent:
            LocalizedText(
                en: "Ask the issuer whether the badge still stands.",
                fi: "Kysy myöntäjältä, onko merkki yhä voimassa.",
                sv: "Fråga utfärdaren om märket fortfarande gäller.")
        case .clockBehind:
            LocalizedText(
                en: "Set this machine's clock, then check again.",
                fi: "Aseta koneen kello oikeaan aikaan ja tarkista uudelleen.",
                sv: "Ställ datorns klocka och granska igen.")
        case .statusRollback:
            LocalizedText(
                en: "Whoever handed you the older list may want you to miss something; get the newest from the issuer.",
                fi: "Vanhan luettelon antaja voi haluta salata jotakin; hanki uusin luettelo myöntäjältä.",
                sv: "Den som gav dig den äldre listan kan vilja dölja något; skaffa den nyaste från utfärdaren.")
        case .bundleStale:
            LocalizedText(
                en: "Get the signer's newest bundle and take it in with `passportctl trust import`.",
                fi: "Hanki allekirjoittajan uusin luottamuspaketti ja ota se komennolla `passportctl trust import`.",
                sv: "Skaffa undertecknarens nyaste paket och ta in det med `passportctl trust import`.")
        case .statusUnavailable, .statusStale, .statusFuture, .statusUnsigned, .statusIssuer, .statusMalformed,
            .statusPurpose, .statusRange, .limitStatusList:
            LocalizedText(
                en: "Get the issuer's newest list and give it with --status or, with its folder, --bundle.",
                fi:
                    "Hanki myöntäjän uusin luettelo ja anna se valinnalla --status tai kansioineen valinnalla --bundle.",
                sv: "Skaffa utfärdarens nyaste lista och ange den med --status eller med mappen via --bundle.")
        case .statusRevoked:
            LocalizedText(
                en: "It no longer counts; the learner may have a newer one.",
                fi: "Se ei ole enää voimassa; oppijalla voi olla uudempi.",
                sv: "Det gäller inte längre; den lärande kan ha ett nyare.")
        case .statusSuspended:
            LocalizedText(
                en: "Ask the issuer when it will be settled.", fi: "Kysy myöntäjältä, milloin asia ratkeaa.",
                sv: "Fråga utfärdaren när saken avgörs.")
        case .recipientNotAsked:
            LocalizedText(
                en: "Give the person's email, passport number or DID with --recipient.",
                fi: "Anna henkilön sähköposti, passinumero tai DID valinnalla --recipient.",
                sv: "Ange personens e-post, passnummer eller DID med --recipient.")
        case .recipientMismatch:
            LocalizedText(
                en: "Ask the person which address the badge was awarded to.",
                fi: "Kysy henkilöltä, mihin osoitteeseen merkki myönnettiin.",
                sv: "Fråga personen vilken adress märket utfärdades till.")
        case .recipientNothing:
            LocalizedText(
                en: "Ask another identifier of the person, such as the passport number.",
                fi: "Kysy henkilöltä toista tunnistetta, esimerkiksi passinumeroa.",
                sv: "Fråga efter ett annat id av personen, till exempel passnumret.")
        case .recipientOther:
            LocalizedText(
                en: "Ask the holder for one made for you.", fi: "Pyydä haltijalta sinulle tehty.",
                sv: "Be innehavaren om ett som är gjort för dig.")
        case .issuerScope, .issuerWindow:
            LocalizedText(
                en: "If that should count too, change the entry with `passportctl trust add`.",
                fi: "Jos senkin pitäisi kelvata, muuta merkintää komennolla `passportctl trust add`.",
                sv: "Om även det ska gälla, ändra posten med `passportctl trust add`.")
        case .innerNoProof:
            LocalizedText(
                en: "Ask for the credential as its issuer signed it.",
                fi: "Pyydä todistus sellaisena kuin sen myöntäjä on allekirjoittanut.",
                sv: "Be om intyget som utfärdaren har signerat det.")
        case .innerConflict:
            LocalizedText(
                en: "Ask the issuer which of them holds.", fi: "Kysy myöntäjältä, kumpi niistä pitää paikkansa.",
                sv: "Fråga utfärdaren vilket av dem som gäller.")
        case .presentationUnsigned, .presentationHolder:
            LocalizedText(
                en: "Ask the holder for a presentation signed with their own key.",
                fi: "Pyydä haltijalta esitys, jonka hän on allekirjoittanut omalla avaimellaan.",
                sv: "Be innehavaren om en presentation som är signerad med egen nyckel.")
        case .recipientNoChallenge:
            LocalizedText(
                en: "Ask the holder to make one with your challenge, so that it can't be an old copy.",
                fi: "Pyydä haltijaa tekemään sellainen, jossa on antamanne haaste, ettei se ole vanha kopio.",
                sv: "Be innehavaren göra en med er utmaning, så att det inte är en gammal kopia.")
        case .recipientUnchallenged:
            LocalizedText(
                en: "Give the holder a challenge and ask for a presentation with it; then name it with --challenge.",
                fi: "Anna haltijalle haaste, pyydä sillä tehty esitys ja anna haaste valinnalla --challenge.",
                sv: "Ge innehavaren en utmaning, be om en presentation med den och ange den med --challenge.")
        case .recipientNotBound:
            LocalizedText(
                en: "If it matters whose it is, give the person's email or passport number with --recipient.",
                fi: "Jos on väliä, kenen se on, anna henkilön sähköposti tai passinumero valinnalla --recipient.",
                sv: "Om det är viktigt vems det är, ange personens e-post eller passnummer med --recipient.")
        case .keyTimeProven, .statusFinal, .statusOKByHolder, .issuerHistory, .issuerBundle, .issuerHolder: nil
        case .formPresentation, .badgeTranscript, .presentationInside: nil
        case .recipientAddressed, .recipientAnybody, .recipientPresented: nil
        case .formOK, .contextsOK, .proofOK, .proofRequired, .controllerOK, .claimsOK, .validityOK, .validityWasValid,
            .statusOK, .statusNone, .schemaOK, .schemaNone, .schemaOther, .badgeOK, .badgeOther, .endorsementsNone,
            .endorsementsPresent, .recipientOK, .issuerOK:
            nil
        }
    }
}
