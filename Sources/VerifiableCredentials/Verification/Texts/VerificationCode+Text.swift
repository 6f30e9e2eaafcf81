/// The sentence for each answer. It says what is the matter; `hint` says what to do.
///
/// Long because it is a table: one row a code, three languages a row.
extension VerificationCode {
    public var text: LocalizedText {
        switch self {
        case .formOK:
            LocalizedText(
                en: "The file is a credential that can be judged.",
                fi: "Tiedosto on todistus, jonka voi tarkistaa.",
                sv: "Filen är ett intyg som kan granskas.")
        case .formEmpty:
            LocalizedText(
                en: "The file is empty.", fi: "Tiedosto on tyhjä.", sv: "Filen är tom.")
        case .formJSON:
            LocalizedText(
                en: "The file can't be read as JSON: {problem} ({place})",
                fi: "Tiedostoa ei voi lukea JSON-muotoisena: {problem} ({place})",
                sv: "Filen kan inte läsas som JSON: {problem} ({place})")
        case .formNotCredential:
            LocalizedText(
                en: "The file holds no badge or other verifiable credential.",
                fi: "Tiedostossa ei ole osaamismerkkiä eikä muuta tarkistettavaa todistusta.",
                sv: "Filen innehåller inget kompetensmärke och inget annat verifierbart intyg.")
        case .formModel:
            LocalizedText(
                en: "The credential isn't built as it must be: {problem}",
                fi: "Todistus ei ole rakennettu niin kuin pitää: {problem}",
                sv: "Intyget är inte uppbyggt som det ska: {problem}")
        case .formJWS:
            LocalizedText(
                en: "The signed text (JWT) breaks a rule: {problem}",
                fi: "Allekirjoitettu teksti (JWT) rikkoo sääntöä: {problem}",
                sv: "Den signerade texten (JWT) bryter mot en regel: {problem}")
        case .formJWSSerialization:
            LocalizedText(
                en: "This form of signed text (JSON serialisation or SD-JWT) isn't read here.",
                fi: "Tätä allekirjoitetun tekstin muotoa (JSON-sarjallistus tai SD-JWT) ei lueta täällä.",
                sv: "Den här formen av signerad text (JSON-serialisering eller SD-JWT) läses inte här.")
        case .formPresentation:
            LocalizedText(
                en: "The file is a presentation; the credentials in it are checked one by one.",
                fi: "Tiedosto on esitys; siinä olevat todistukset tarkistetaan yksitellen.",
                sv: "Filen är en presentation; intygen i den granskas ett och ett.")
        case .formEnveloped:
            LocalizedText(
                en: "The badge is inside an envelope of a form that isn't opened here.",
                fi: "Merkki on kuoressa, jonka muotoa ei avata täällä.",
                sv: "Märket ligger i ett kuvert av en form som inte öppnas här.")
        case .formPicture:
            LocalizedText(
                en: "The file is a picture; no badge data was found in it.",
                fi: "Tiedosto on kuva; siitä ei löytynyt merkin tietoja.",
                sv: "Filen är en bild; inga märkesuppgifter hittades i den.")
        case .formBaking:
            LocalizedText(
                en: "The badge isn't in the picture as the standard says: {problem}.",
                fi: "Merkki ei ole kuvassa standardin mukaisesti: {problem}.",
                sv: "Märket ligger inte i bilden enligt standarden: {problem}.")
        case .formOpenBadges2:
            LocalizedText(
                en: "The badge is of the older kind Open Badges 2.0, which can't be checked offline.",
                fi: "Merkki on vanhempaa Open Badges 2.0 -lajia, jota ei voi tarkistaa ilman verkkoyhteyttä.",
                sv: "Märket är av den äldre sorten Open Badges 2.0, som inte kan granskas utan nätverk.")
        case .formUnreadable:
            LocalizedText(
                en: "The file could not be read: {problem}",
                fi: "Tiedoston lukeminen ei onnistunut: {problem}",
                sv: "Filen gick inte att läsa: {problem}")
        case .limitBytes:
            LocalizedText(
                en: "The file is larger than the {limit} bytes that are read of one badge.",
                fi: "Tiedosto on suurempi kuin ne {limit} tavua, jotka yhdestä merkistä luetaan.",
                sv: "Filen är större än de {limit} byte som läses av ett märke.")
        case .limitJSON:
            LocalizedText(
                en: "The file is larger inside than is read of one badge: {problem} ({place})",
                fi: "Tiedosto on sisältä laajempi kuin mitä yhdestä merkistä luetaan: {problem} ({place})",
                sv: "Filen är större inuti än vad som läses av ett märke: {problem} ({place})")
        case .limitMembers:
            LocalizedText(
                en: "The credential has more {member} than the {limit} that are read.",
                fi: "Todistuksessa on kohtaa {member} enemmän kuin ne {limit}, jotka luetaan.",
                sv: "Intyget har fler {member} än de {limit} som läses.")
        case .limitWork:
            LocalizedText(
                en: "The signature wasn't checked: that would take more work than a real badge does.",
                fi: "Allekirjoitusta ei tarkistettu: työtä olisi enemmän kuin oikeassa merkissä.",
                sv: "Signaturen kontrollerades inte: det skulle kräva mer arbete än ett riktigt märke.")
        case .limitStatusList:
            LocalizedText(
                en: "The list of withdrawals unpacks to more than is read of one list.",
                fi: "Perumisluettelo on purettuna suurempi kuin mitä yhdestä luettelosta luetaan.",
                sv: "Återkallelselistan är uppackad större än vad som läses av en lista.")
        case .limitPicture:
            LocalizedText(
                en: "The picture at {place} is larger than is looked at, so it was not checked.",
                fi: "Kohdan {place} kuva on suurempi kuin mitä tarkistetaan, joten sitä ei tarkistettu.",
                sv: "Bilden vid {place} är större än vad som granskas, så den granskades inte.")
        case .contextsOK:
            LocalizedText(
                en: "The meaning of every word in it is known.",
                fi: "Jokaisen sen sanan merkitys tunnetaan.",
                sv: "Betydelsen av varje ord i det är känd.")
        case .contextsUnknown:
            LocalizedText(
                en: "It uses a vocabulary that isn't known here ({context}), so its words could mean something else.",
                fi: "Se käyttää sanastoa, jota täällä ei tunneta ({context}), joten sanat voivat tarkoittaa muuta.",
                sv: "Det använder en vokabulär som inte är känd här ({context}), så orden kan betyda något annat.")
        case .contextsUndefinedTerm:
            LocalizedText(
                en: "The word \"{term}\" at {place} has no meaning, so nobody can rely on what it says.",
                fi: "Sanalla \"{term}\" kohdassa {place} ei ole merkitystä, joten siihen ei voi luottaa.",
                sv: "Ordet \"{term}\" vid {place} har ingen betydelse, så ingen kan lita på vad det säger.")
        case .contextsRelativeIRI:
            LocalizedText(
                en: "At {place} a full address is due; this one names nothing.",
                fi: "Kohdassa {place} pitää olla täydellinen osoite; tämä ei osoita mihinkään.",
                sv: "Vid {place} ska det stå en fullständig adress; den här pekar inte på något.")
        case .contextsSpelledOut:
            LocalizedText(
                en: "At {place} the word \"{term}\" is written as an address, where readers would not see it.",
                fi: "Kohdassa {place} sana \"{term}\" on kirjoitettu osoitteena, josta lukija ei sitä näkisi.",
                sv: "Vid {place} är ordet \"{term}\" skrivet som en adress, där läsare inte skulle se det.")
        case .contextsRedefinedTerm:
            LocalizedText(
                en: "The vocabularies it uses contradict each other about the word \"{term}\" ({place}).",
                fi: "Sen käyttämät sanastot ovat ristiriidassa sanasta \"{term}\" ({place}).",
                sv: "Vokabulärerna som det använder motsäger varandra om ordet \"{term}\" ({place}).")
        case .proofOK:
            LocalizedText(
                en: "The signature fits: nothing that was signed has changed since ({suite}).",
                fi: "Allekirjoitus täsmää: mitään allekirjoitettua ei ole muutettu sen jälkeen ({suite}).",
                sv: "Signaturen stämmer: inget av det signerade har ändrats sedan dess ({suite}).")
        case .proofMissing:
            LocalizedText(
                en: "Nobody has signed it.", fi: "Kukaan ei ole allekirjoittanut sitä.",
                sv: "Ingen har signerat det.")
        case .proofMismatch:
            LocalizedText(
                en: "The content and the signature don't belong together.",
                fi: "Sisältö ja allekirjoitus eivät kuulu yhteen.",
                sv: "Innehållet och signaturen hör inte ihop.")
        case .proofMalformed:
            LocalizedText(
                en: "The signature isn't written as it must be: {problem}",
                fi: "Allekirjoitusta ei ole kirjoitettu niin kuin pitää: {problem}",
                sv: "Signaturen är inte skriven som den ska: {problem}")
        case .proofUnsupported:
            LocalizedText(
                en: "The kind of signature ({suite}) isn't known here.",
                fi: "Tämänlaista allekirjoitusta ({suite}) ei tunneta täällä.",
                sv: "Den här sortens signatur ({suite}) är inte känd här.")
        case .proofContexts:
            LocalizedText(
                en: "The signature can't be checked: the badge uses a vocabulary that isn't known here.",
                fi: "Allekirjoitusta ei voi tarkistaa: merkki käyttää sanastoa, jota ei tunneta täällä.",
                sv: "Signaturen kan inte kontrolleras: märket använder ett ordförråd som inte är känt här.")
        case .proofLinkedData:
            LocalizedText(
                en: "The signature can't fit: part of what the badge says has no meaning that could be signed.",
                fi: "Allekirjoitus ei voi täsmätä: osalla merkin sisällöstä ei ole allekirjoitettavaa merkitystä.",
                sv: "Signaturen kan inte stämma: en del av märkets innehåll saknar en mening som kan signeras.")
        case .proofBase:
            LocalizedText(
                en: "The signature is the issuer's own: it opens every part of the badge and is for its holder alone.",
                fi: "Allekirjoitus on myöntäjän oma: se avaa merkin kaikki osat ja on vain merkin haltijalle.",
                sv: "Signaturen är utfärdarens egen: den öppnar alla delar av märket och är bara för innehavaren.")
        case .proofPurpose:
            LocalizedText(
                en: "The signature was made for another purpose ({purpose}) than to award a badge.",
                fi: "Allekirjoitus on tehty muuhun tarkoitukseen ({purpose}) kuin merkin myöntämiseen.",
                sv: "Signaturen är gjord för ett annat ändamål ({purpose}) än att utfärda ett märke.")
        case .proofExpired:
            LocalizedText(
                en: "The signature was good until {date} only.",
                fi: "Allekirjoitus oli voimassa vain {date} asti.",
                sv: "Signaturen gällde bara till {date}.")
        case .proofFuture:
            LocalizedText(
                en: "The signature is dated in the future ({date}).",
                fi: "Allekirjoitus on päivätty tulevaisuuteen ({date}).",
                sv: "Signaturen är daterad i framtiden ({date}).")
        case .innerConflict:
            LocalizedText(
                en: "The file holds another credential of the same name that says something else.",
                fi: "Tiedostossa on toinen samanniminen todistus, joka sanoo muuta.",
                sv: "Filen innehåller ett annat intyg med samma namn som säger något annat.")
        case .claimsJWT:
            LocalizedText(
                en: "The signed text says one thing twice and differently: {problem}",
                fi: "Allekirjoitettu teksti sanoo saman asian kahdesti eri tavalla: {problem}",
                sv: "Den signerade texten säger samma sak två gånger på olika sätt: {problem}")
        case .keyUnavailable:
            LocalizedText(
                en: "The key of the issuer ({issuer}) isn't at hand, so the signature could not be checked.",
                fi: "Myöntäjän ({issuer}) avainta ei ole täällä, joten allekirjoitusta ei voitu tarkistaa.",
                sv: "Utfärdarens ({issuer}) nyckel finns inte här, så signaturen kunde inte granskas.")
        case .keyUnknown:
            LocalizedText(
                en: "The key {key} is not among the keys that this issuer is known to have.",
                fi: "Avain {key} ei ole niiden avainten joukossa, jotka tällä myöntäjällä tiedetään olevan.",
                sv: "Nyckeln {key} hör inte till de nycklar som utfärdaren är känd för att ha.")
        case .keyPurpose:
            LocalizedText(
                en: "The issuer's document doesn't allow the key {key} for awarding badges.",
                fi: "Myöntäjän asiakirja ei salli avainta {key} merkkien myöntämiseen.",
                sv: "Utfärdarens dokument tillåter inte nyckeln {key} för att utfärda märken.")
        case .keyExpired:
            LocalizedText(
                en: "The issuer's own document ends the key's life on {date}, before this signature.",
                fi: "Myöntäjän oma asiakirja päättää avaimen käytön {date}, ennen tätä allekirjoitusta.",
                sv: "Utfärdarens eget dokument avslutar nyckeln {date}, före denna signatur.")
        case .keyWindow:
            LocalizedText(
                en: "It is dated {date}, and the issuer has had this key only since {from}.",
                fi: "Se on päivätty {date}, mutta myöntäjällä on ollut tämä avain vasta {from} alkaen.",
                sv: "Det är daterat {date}, men utfärdaren har haft nyckeln först sedan {from}.")
        case .keyRetired:
            LocalizedText(
                en: "It is dated {date}; the issuer stopped using this key on {since}.",
                fi: "Se on päivätty {date}; myöntäjä lopetti tämän avaimen käytön {since}.",
                sv: "Det är daterat {date}; utfärdaren slutade använda nyckeln {since}.")
        case .keyRevoked:
            LocalizedText(
                en: "It is dated {date}; the issuer took this key back as of {since}.",
                fi: "Se on päivätty {date}; myöntäjä on perunut tämän avaimen {since} alkaen.",
                sv: "Det är daterat {date}; utfärdaren har återkallat nyckeln från och med {since}.")
        case .keyTimeUnproven:
            LocalizedText(
                en:
                    "The key that signed it was taken back as of {since}, and nothing but the signer's own word says that it was signed before.",
                fi:
                    "Sen allekirjoittanut avain on peruttu {since} alkaen, eikä mikään muu kuin allekirjoittajan oma sana kerro, että se on allekirjoitettu ennen sitä.",
                sv:
                    "Nyckeln som signerade det är återkallad från och med {since}, och bara signerarens egna ord säger att det signerades innan."
            )
        case .keyTimeProven:
            LocalizedText(
                en:
                    "The signature fits ({suite}). Its key was stolen on {since}, but more than its own date shows that it was signed before ({evidence}).",
                fi:
                    "Allekirjoitus täsmää ({suite}). Sen avain on varastettu {since}, mutta muukin kuin sen oma päiväys osoittaa, että se on allekirjoitettu ennen sitä ({evidence}).",
                sv:
                    "Signaturen stämmer ({suite}). Nyckeln stals {since}, men mer än dess egen datering visar att det signerades innan ({evidence})."
            )
        case .historyFork:
            LocalizedText(
                en:
                    "Two histories of the issuer's keys contradict each other, so whose the key {key} is can't be told.",
                fi:
                    "Kaksi myöntäjän avainhistoriaa on ristiriidassa, joten ei voi sanoa, kenen avain {key} on.",
                sv:
                    "Två historiker över utfärdarens nycklar säger emot varandra, så vems nyckeln {key} är går inte att avgöra."
            )
        case .presentationUnsigned:
            LocalizedText(
                en: "Nobody has signed the presentation, so anybody may have put the credentials together.",
                fi: "Kukaan ei ole allekirjoittanut esitystä, joten kuka tahansa on voinut koota todistukset.",
                sv: "Ingen har signerat presentationen, så vem som helst kan ha samlat intygen.")
        case .presentationHolder:
            LocalizedText(
                en: "The presentation doesn't say plainly who presents.",
                fi: "Esitys ei kerro selvästi, kuka sen esittää.",
                sv: "Presentationen säger inte tydligt vem som presenterar.")
        case .innerNoProof:
            LocalizedText(
                en: "Nobody has signed this credential itself; the signature around it doesn't count for it.",
                fi:
                    "Tätä todistusta itseään ei ole allekirjoittanut kukaan; sen ympärillä oleva allekirjoitus ei koske sitä.",
                sv: "Ingen har signerat själva intyget; signaturen runt det gäller inte för det.")
        case .proofRequired:
            LocalizedText(
                en: "This can be answered only when the signature holds.",
                fi: "Tähän voi vastata vasta, kun allekirjoitus pitää.",
                sv: "Detta kan besvaras först när signaturen håller.")
        case .controllerOK:
            LocalizedText(
                en: "The key belongs to the issuer.", fi: "Avain kuuluu myöntäjälle.",
                sv: "Nyckeln tillhör utfärdaren.")
        case .controllerMismatch:
            LocalizedText(
                en: "It was signed by {controller}, but names {issuer} as its issuer.",
                fi: "Sen on allekirjoittanut {controller}, mutta myöntäjäksi on merkitty {issuer}.",
                sv: "Det är signerat av {controller} men anger {issuer} som utfärdare.")
        case .controllerUnlinked:
            LocalizedText(
                en: "Nothing at hand ties the key {key} to the issuer's address {issuer}.",
                fi: "Mikään täällä oleva ei yhdistä avainta {key} myöntäjän osoitteeseen {issuer}.",
                sv: "Inget som finns här knyter nyckeln {key} till utfärdarens adress {issuer}.")
        case .claimsOK:
            LocalizedText(
                en: "What is shown here is what was signed.",
                fi: "Se, mitä tässä näkyy, on se, mikä allekirjoitettiin.",
                sv: "Det som visas här är det som signerades.")
        case .claimsKeyword:
            LocalizedText(
                en: "At {place} there is a keyword ({member}) that could hide another meaning.",
                fi: "Kohdassa {place} on avainsana ({member}), joka voi kätkeä toisen merkityksen.",
                sv: "Vid {place} finns ett nyckelord ({member}) som kan dölja en annan betydelse.")
        case .claimsValue:
            LocalizedText(
                en: "At {place} stands another kind of value than is due there.",
                fi: "Kohdassa {place} on muunlainen arvo kuin siinä kuuluu olla.",
                sv: "Vid {place} står ett annat slags värde än vad som hör dit.")
        case .claimsHidden:
            LocalizedText(
                en: "At {place} stands something that was signed as part of what is shown, and doesn't show there.",
                fi: "Kohdassa {place} on jotain, mikä allekirjoitettiin osana näytettävää mutta ei näy siinä.",
                sv: "Vid {place} står något som signerades som en del av det som visas, men som inte syns där.")
        case .validityOK:
            LocalizedText(
                en: "Valid on {at}[ (the last day is {until})].", fi: "Voimassa {at}[ (viimeinen päivä on {until})].",
                sv: "Giltigt {at}[ (sista dagen är {until})].")
        case .validityNotShown:
            LocalizedText(
                en: "No end of validity is shown, and the holder may have left one out.",
                fi: "Voimassaolon päättymistä ei näytetä, ja haltija on voinut jättää sen pois.",
                sv: "Inget slutdatum visas, och innehavaren kan ha utelämnat ett.")
        case .validityExpired:
            LocalizedText(
                en: "It expired on {date}.", fi: "Sen voimassaolo päättyi {date}.",
                sv: "Det gick ut {date}.")
        case .validityWasValid:
            LocalizedText(
                en: "It was valid on {at}; it has expired since ({date}).",
                fi: "Se oli voimassa {at}; sittemmin se on vanhentunut ({date}).",
                sv: "Det var giltigt {at}; sedan dess har det gått ut ({date}).")
        case .validityNotYet:
            LocalizedText(
                en: "It becomes valid only on {date}.", fi: "Se tulee voimaan vasta {date}.",
                sv: "Det börjar gälla först {date}.")
        case .validityOrder:
            LocalizedText(
                en: "Its last day ({until}) is before its first ({from}).",
                fi: "Sen viimeinen päivä ({until}) on ennen ensimmäistä ({from}).",
                sv: "Dess sista dag ({until}) är före den första ({from}).")
        case .clockBehind:
            LocalizedText(
                en: "This machine's clock shows {clock}, but something from {newest} was seen here before.",
                fi: "Tämän koneen kello näyttää päivää {clock}, mutta täällä on jo nähty jotakin päivältä {newest}.",
                sv: "Datorns klocka visar {clock}, men här har redan något från {newest} setts.")
        case .statusOK:
            LocalizedText(
                en: "Not withdrawn; withdrawals are known up to {asOf} ({days} days old).",
                fi: "Sitä ei ole peruttu; perumiset tiedetään {asOf} asti ({days} päivää vanha tieto).",
                sv: "Inte återkallat; återkallelser är kända till {asOf} ({days} dagar gammal uppgift).")
        case .statusOKByHolder:
            LocalizedText(
                en: "Not withdrawn, as of {asOf} ({days} days ago), by the issuer's list that the holder handed over.",
                fi: "Ei peruttu {asOf} mennessä ({days} päivää sitten) haltijan antaman myöntäjän luettelon mukaan.",
                sv: "Inte återkallat per {asOf} ({days} dagar sedan) enligt utfärdarens lista, lämnad av innehavaren.")
        case .statusFinal:
            LocalizedText(
                en: "Not withdrawn; the issuer has closed and signed its last list of withdrawals on {asOf}.",
                fi:
                    "Sitä ei ole peruttu; myöntäjä on lopettanut ja allekirjoittanut viimeisen perumisluettelonsa {asOf}.",
                sv: "Inte återkallat; utfärdaren har upphört och signerade sin sista återkallelselista {asOf}.")
        case .statusNone:
            LocalizedText(
                en: "The issuer gave no way to withdraw it.",
                fi: "Myöntäjä ei ole antanut tapaa perua sitä.",
                sv: "Utfärdaren har inte gett något sätt att återkalla det.")
        case .statusNotShown:
            LocalizedText(
                en: "It isn't shown how to look for a withdrawal, and the holder may have left that out.",
                fi: "Merkissä ei näytetä, mistä perumisen voi tarkistaa, ja haltija on voinut jättää sen pois.",
                sv: "Det visas inte hur en återkallelse kontrolleras, och innehavaren kan ha utelämnat det.")
        case .statusAbsent:
            LocalizedText(
                en: "This issuer's badges always say where withdrawals are published; this one doesn't.",
                fi: "Tämän myöntäjän merkit kertovat aina, missä perumiset julkaistaan; tämä ei kerro.",
                sv: "Utfärdarens märken anger alltid var återkallelser publiceras; det här gör det inte.")
        case .statusUnavailable:
            LocalizedText(
                en: "Whether it was withdrawn isn't known: the list {list} isn't at hand.",
                fi: "Ei tiedetä, onko se peruttu: luetteloa {list} ei ole täällä.",
                sv: "Det är inte känt om det har återkallats: listan {list} finns inte här.")
        case .statusStale:
            LocalizedText(
                en: "Withdrawals are known only up to {asOf} ({days} days old); at most {limit} days are accepted.",
                fi: "Perumiset tiedetään vain {asOf} asti ({days} päivää vanha tieto); enintään {limit} päivää kelpaa.",
                sv: "Återkallelser är kända bara till {asOf} ({days} dagar gammalt); högst {limit} dagar godtas.")
        case .statusRollback:
            LocalizedText(
                en: "The list of withdrawals is as of {asOf}; a newer or other one, of {newest}, was seen here before.",
                fi: "Perumisluettelo on päivältä {asOf}; täällä on nähty uudempi tai toinen, päivältä {newest}.",
                sv: "Listan över återkallelser är från {asOf}; här har en nyare eller annan, från {newest}, setts.")
        case .statusFuture:
            LocalizedText(
                en: "The list of withdrawals is dated in the future ({asOf}).",
                fi: "Perumisluettelo on päivätty tulevaisuuteen ({asOf}).",
                sv: "Återkallelselistan är daterad i framtiden ({asOf}).")
        case .statusUnsigned:
            LocalizedText(
                en: "The list of withdrawals can't be believed: its signature is missing or doesn't fit.",
                fi: "Perumisluetteloon ei voi luottaa: sen allekirjoitus puuttuu tai ei täsmää.",
                sv: "Återkallelselistan går inte att lita på: signaturen saknas eller stämmer inte.")
        case .statusUnvouched:
            LocalizedText(
                en: "The list of withdrawals is signed by a key that you haven't pinned.",
                fi: "Perumisluettelon on allekirjoittanut avain, jota et ole kiinnittänyt luetteloosi.",
                sv: "Återkallelselistan är signerad med en nyckel som du inte har fäst.")
        case .statusIssuer:
            LocalizedText(
                en: "The list of withdrawals is from {other}, not from the badge's issuer.",
                fi: "Perumisluettelo on taholta {other}, ei merkin myöntäjältä.",
                sv: "Återkallelselistan kommer från {other}, inte från märkets utfärdare.")
        case .statusMalformed:
            LocalizedText(
                en: "The list of withdrawals, or the badge's place on it, can't be read: {problem}",
                fi: "Perumisluetteloa tai merkin paikkaa siinä ei voi lukea: {problem}",
                sv: "Återkallelselistan eller märkets plats på den kan inte läsas: {problem}")
        case .statusPurpose:
            LocalizedText(
                en: "The list is for another purpose than the badge says ({purpose}).",
                fi: "Luettelo on muuta tarkoitusta varten kuin merkissä sanotaan ({purpose}).",
                sv: "Listan är för ett annat ändamål än märket säger ({purpose}).")
        case .statusRange:
            LocalizedText(
                en: "The list has {count} places and ends before this badge's place {index}.",
                fi: "Luettelossa on {count} paikkaa, ja se loppuu ennen tämän merkin paikkaa {index}.",
                sv: "Listan har {count} platser och slutar före märkets plats {index}.")
        case .statusTypeUnknown:
            LocalizedText(
                en: "How its withdrawal is told ({type}) isn't known here.",
                fi: "Tapaa, jolla perumisesta kerrotaan ({type}), ei tunneta täällä.",
                sv: "Sättet som återkallelse anges på ({type}) är inte känt här.")
        case .statusPurposeUnknown:
            LocalizedText(
                en: "The badge has a status for a purpose that isn't known here ({purpose}).",
                fi: "Merkillä on tila, jonka tarkoitusta ({purpose}) ei tunneta täällä.",
                sv: "Märket har en status för ett ändamål som inte är känt här ({purpose}).")
        case .statusRevoked:
            LocalizedText(
                en: "The issuer has withdrawn it (as of {asOf}).",
                fi: "Myöntäjä on perunut sen (tilanne {asOf}).",
                sv: "Utfärdaren har återkallat det (läget {asOf}).")
        case .statusSuspended:
            LocalizedText(
                en: "The issuer has put it on hold (as of {asOf}).",
                fi: "Myöntäjä on keskeyttänyt sen voimassaolon (tilanne {asOf}).",
                sv: "Utfärdaren har lagt det vilande (läget {asOf}).")
        case .schemaOK:
            LocalizedText(
                en: "It keeps the form that is published for its kind (1EdTech).",
                fi: "Se noudattaa lajilleen julkaistua muotoa (1EdTech).",
                sv: "Det följer den form som är publicerad för sitt slag (1EdTech).")
        case .schemaNone:
            LocalizedText(
                en: "It names no schema to keep.", fi: "Se ei nimeä kaavaa, jota sen pitäisi noudattaa.",
                sv: "Det anger inget schema att följa.")
        case .schemaOther:
            LocalizedText(
                en: "It names a schema that isn't built in here ({schema}); that changes nothing.",
                fi: "Se nimeää kaavan, jota täällä ei ole ({schema}); se ei vaikuta tulokseen.",
                sv: "Det anger ett schema som inte finns här ({schema}); det påverkar inget.")
        case .schemaInvalid:
            LocalizedText(
                en: "It breaks the form that is published for its kind (1EdTech) at {place}: {problem}",
                fi: "Se rikkoo lajilleen julkaistua muotoa (1EdTech) kohdassa {place}: {problem}",
                sv: "Det bryter mot den form som är publicerad för sitt slag (1EdTech) vid {place}: {problem}")
        case .badgeOK:
            LocalizedText(
                en: "Its achievement, level and results fit together.",
                fi: "Sen suoritus, taso ja tulokset sopivat yhteen.",
                sv: "Dess prestation, nivå och resultat hör ihop.")
        case .badgeOther:
            LocalizedText(
                en: "It is a credential of another kind than an Open Badge.",
                fi: "Se on muu todistus kuin Open Badges -merkki.",
                sv: "Det är ett annat intyg än ett Open Badges-märke.")
        case .badgeInvalid:
            LocalizedText(
                en: "The badge contradicts itself at {place}: {problem}",
                fi: "Merkki on ristiriidassa itsensä kanssa kohdassa {place}: {problem}",
                sv: "Märket motsäger sig självt vid {place}: {problem}")
        case .badgeTranscript:
            LocalizedText(
                en: "It is a transcript; the badges in it are checked one by one.",
                fi: "Se on opintosuoritusote; siinä olevat merkit tarkistetaan yksitellen.",
                sv: "Det är ett prestationsutdrag; märkena i det granskas ett och ett.")
        case .presentationInside:
            LocalizedText(
                en: "This is asked of each credential in the presentation.",
                fi: "Tämä kysytään jokaiselta esityksen todistukselta erikseen.",
                sv: "Det här frågas av varje intyg i presentationen för sig.")
        case .endorsementsNone:
            LocalizedText(
                en: "Nobody has added an endorsement.", fi: "Kukaan ei ole lisännyt suositusta.",
                sv: "Ingen har lagt till en rekommendation.")
        case .endorsementsPresent:
            LocalizedText(
                en: "It carries {count} endorsements; they were not judged and change nothing.",
                fi: "Siinä on {count} suositusta; niitä ei tarkistettu, eivätkä ne vaikuta tulokseen.",
                sv: "Det har {count} rekommendationer; de granskades inte och påverkar inget.")
        case .recipientNotAsked:
            LocalizedText(
                en: "Whose it is was not checked.", fi: "Sitä, kenen se on, ei tarkistettu.",
                sv: "Vems det är granskades inte.")
        case .recipientOK:
            LocalizedText(
                en: "It names {recipient}.", fi: "Siinä on nimetty {recipient}.",
                sv: "Det är utfärdat till {recipient}.")
        case .recipientMismatch:
            LocalizedText(
                en: "It was not awarded to {recipient}.", fi: "Sitä ei ole myönnetty henkilölle {recipient}.",
                sv: "Det är inte utfärdat till {recipient}.")
        case .recipientNothing:
            LocalizedText(
                en: "It names nobody that {recipient} could be compared with.",
                fi: "Siinä ei ole tunnistetta, johon {recipient} voitaisiin verrata.",
                sv: "Det anger ingen som {recipient} kan jämföras med.")
        case .recipientOther:
            LocalizedText(
                en: "It was made for another receiver ({domain}).",
                fi: "Se on tehty toiselle vastaanottajalle ({domain}).",
                sv: "Det är gjort för en annan mottagare ({domain}).")
        case .recipientAddressed:
            LocalizedText(
                en: "It was made for you.", fi: "Se on tehty teille.", sv: "Den är gjord för er.")
        case .recipientAnybody:
            LocalizedText(
                en: "It was made for nobody in particular.", fi: "Sitä ei ole tehty kenellekään tietylle.",
                sv: "Den är inte gjord för någon särskild.")
        case .recipientNoChallenge:
            LocalizedText(
                en: "It doesn't answer the challenge that you gave.",
                fi: "Se ei vastaa antamaanne haasteeseen.",
                sv: "Den svarar inte på den utmaning som ni gav.")
        case .recipientPresented:
            LocalizedText(
                en: "Presented by its holder.", fi: "Haltija esittää sen itse.",
                sv: "Det presenteras av sin innehavare.")
        case .recipientUnchallenged:
            LocalizedText(
                en: "It names the one who signed the file, but the file may have been passed on by others.",
                fi: "Siinä on nimetty tiedoston allekirjoittaja, mutta tiedoston on voinut välittää joku muu.",
                sv: "Det anger den som har signerat filen, men filen kan ha skickats vidare av någon annan.")
        case .recipientNotBound:
            LocalizedText(
                en: "Nothing in the file shows that it belongs to the one who presents it.",
                fi: "Tiedostosta ei näy, että se kuuluu esittäjälleen.",
                sv: "Inget i filen visar att det tillhör den som presenterar det.")
        case .issuerOK:
            LocalizedText(
                en:
                    "The issuer {issuer} is on your list of trusted issuers[ (it closed on {closed})][ (its work goes on at {successor})], and this key is pinned there[; its date {date} is the issuer's own statement].",
                fi:
                    "Myöntäjä {issuer} on luotettujen myöntäjiesi luettelossa[ (se on lopettanut {closed})][ (sen työtä jatkaa {successor})], ja tämä avain on kiinnitetty siihen[; päivä {date} on myöntäjän oma ilmoitus].",
                sv:
                    "Utfärdaren {issuer} finns i din förteckning över betrodda utfärdare[ (den upphörde {closed})][ (arbetet fortsätter hos {successor})], och nyckeln är fäst där[; datumet {date} är utfärdarens egen uppgift]."
            )
        case .issuerHistory:
            LocalizedText(
                en:
                    "The issuer {issuer} is on your list of trusted issuers[ (it closed on {closed})][ (its work goes on at {successor})], and its signed key history leads from a key pinned there to this one[; its date {date} is the issuer's own statement].",
                fi:
                    "Myöntäjä {issuer} on luotettujen myöntäjiesi luettelossa[ (se on lopettanut {closed})][ (sen työtä jatkaa {successor})], ja sen allekirjoitettu avainhistoria johtaa siihen kiinnitetystä avaimesta tähän[; päivä {date} on myöntäjän oma ilmoitus].",
                sv:
                    "Utfärdaren {issuer} finns i din förteckning över betrodda utfärdare[ (den upphörde {closed})][ (arbetet fortsätter hos {successor})], och dess signerade nyckelhistorik leder från en nyckel som är fäst där till denna[; datumet {date} är utfärdarens egen uppgift]."
            )
        case .issuerBundle:
            LocalizedText(
                en:
                    "{signer}, whom you trust to speak for issuers, vouches for {issuer} and this key, as of {asOf} ({days} days old)[ (the issuer closed on {closed})][ (its work goes on at {successor})][; its date {date} is the issuer's own statement].",
                fi:
                    "{signer}, jonka sanaan myöntäjistä luotat, takaa myöntäjän {issuer} ja tämän avaimen; tieto on päivältä {asOf} ({days} päivää vanha)[ (myöntäjä on lopettanut {closed})][ (sen työtä jatkaa {successor})][; päivä {date} on myöntäjän oma ilmoitus].",
                sv:
                    "{signer}, vars ord om utfärdare du litar på, går i god för {issuer} och nyckeln; uppgiften är från {asOf} ({days} dagar gammal)[ (utfärdaren upphörde {closed})][ (arbetet fortsätter hos {successor})][; datumet {date} är utfärdarens egen uppgift]."
            )
        case .bundleStale:
            LocalizedText(
                en:
                    "{issuer} is known only by the word of {signer} as of {asOf} ({days} days old), which counted until {end}.",
                fi:
                    "Myöntäjä {issuer} tunnetaan vain tahon {signer} sanasta päivältä {asOf} ({days} päivää vanha), joka oli voimassa {end} asti.",
                sv:
                    "{issuer} är känd bara genom {signer}s ord från {asOf} ({days} dagar gammalt), som gällde till {end}."
            )
        case .issuerHolder:
            LocalizedText(
                en: "Stated by the holder; nobody else stands behind it.",
                fi: "Haltijan oma ilmoitus; kukaan muu ei vastaa siitä.",
                sv: "Innehavarens egen uppgift; ingen annan står bakom den.")
        case .issuerUnknown:
            LocalizedText(
                en: "The signature fits, but you have not listed this issuer: {issuer}.",
                fi: "Allekirjoitus täsmää, mutta et ole ottanut tätä myöntäjää luetteloosi: {issuer}.",
                sv: "Signaturen stämmer, men du har inte fört upp utfärdaren i din förteckning: {issuer}.")
        case .issuerKeyNotPinned:
            LocalizedText(
                en: "You have listed {issuer}, but not the key {key}; the document it came from vouches for nothing.",
                fi: "{issuer} on luettelossasi, mutta avain {key} ei; asiakirja, josta avain tuli, ei takaa mitään.",
                sv:
                    "{issuer} finns i din förteckning men inte nyckeln {key}; dokumentet den kom från går inte i god för något."
            )
        case .issuerScope:
            LocalizedText(
                en: "You have listed {issuer} for other things than this ({scope}).",
                fi: "Olet ottanut luetteloosi myöntäjän {issuer} muita asioita varten ({scope}).",
                sv: "Du har fört upp {issuer} för andra saker än detta ({scope}).")
        case .issuerWindow:
            LocalizedText(
                en: "It was signed on {date}, outside the time for which you have listed {issuer}.",
                fi: "Se on allekirjoitettu {date}, sen ajan ulkopuolella, jolle {issuer} on luettelossasi.",
                sv: "Det signerades {date}, utanför den tid som {issuer} finns i din förteckning för.")
        }
    }
}
