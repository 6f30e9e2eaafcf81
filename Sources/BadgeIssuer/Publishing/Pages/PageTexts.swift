import BadgeDefinitions
import VerifiableCredentials

/// Everything that the pages say in the program's own words; a long table, so that the three languages stand side by
/// side.
enum PageTexts {
    // MARK: Frame

    static let skip = LocalizedText(en: "Skip to content", fi: "Siirry sisältöön", sv: "Hoppa till innehållet")
    static let languages = LocalizedText(en: "Language", fi: "Kieli", sv: "Språk")
    static let allBadges = LocalizedText(en: "All badges", fi: "Kaikki merkit", sv: "Alla märken")
    static let noScripts = LocalizedText(
        en: "This page has no cookies, no tracking and no scripts.",
        fi: "Sivulla ei ole evästeitä, seurantaa eikä ohjelmakoodia.",
        sv: "Sidan har inga kakor, ingen spårning och ingen programkod.")

    // MARK: Kinds

    static let badge = LocalizedText(en: "Competence badge", fi: "Osaamismerkki", sv: "Kompetensmärke")
    static let milestone = LocalizedText(en: "Milestone badge", fi: "Koontimerkki", sv: "Samlingsmärke")
    static let pathway = LocalizedText(en: "Pathway", fi: "Kokonaisuus", sv: "Helhet")
    static let picture = LocalizedText(
        en: "The picture of the badge {name}", fi: "Merkin {name} kuva", sv: "Bilden av märket {name}")

    static let categories: [String: LocalizedText] = [
        "itsetuntemus": LocalizedText(en: "Self-knowledge", fi: "Itsetuntemus", sv: "Självkännedom"),
        "tyoelama": LocalizedText(en: "Working life", fi: "Työelämä", sv: "Arbetsliv"),
        "yhteistyo": LocalizedText(en: "Cooperation", fi: "Yhteistyö", sv: "Samarbete"),
        "yrittajyys": LocalizedText(en: "Entrepreneurship", fi: "Yrittäjyys", sv: "Entreprenörskap"),
        "digi": LocalizedText(
            en: "Digital and sustainable work", fi: "Digitaalinen ja kestävä työ", sv: "Digitalt och hållbart arbete"),
        "alue": LocalizedText(en: "Region and networks", fi: "Alue ja verkostot", sv: "Regionen och nätverken"),
        "koonti": LocalizedText(en: "Milestone badges", fi: "Koontimerkit", sv: "Samlingsmärken"),
    ]

    // MARK: Facts

    static let facts = LocalizedText(en: "In brief", fi: "Lyhyesti", sv: "I korthet")
    static let level = LocalizedText(en: "Level", fi: "Taso", sv: "Nivå")
    static let levelFrom = LocalizedText(
        en: "{n} ({name}) or above", fi: "vähintään {n} ({name})", sv: "minst {n} ({name})")
    static let work = LocalizedText(en: "Work", fi: "Työmäärä", sv: "Arbetsmängd")
    static let hour = LocalizedText(en: "{n} hour", fi: "{n} tunti", sv: "{n} timme")
    static let hours = LocalizedText(en: "{n} hours", fi: "{n} tuntia", sv: "{n} timmar")
    static let extent = LocalizedText(en: "Extent", fi: "Laajuus", sv: "Omfattning")
    static let indicative = LocalizedText(
        en: "{credits}, indicative", fi: "{credits}, suuntaa-antava", sv: "{credits}, riktgivande")
    static let valid = LocalizedText(en: "Valid", fi: "Voimassa", sv: "Gäller")
    static let forGood = LocalizedText(en: "without end", fi: "toistaiseksi", sv: "tills vidare")
    static let theme = LocalizedText(en: "Theme", fi: "Aihepiiri", sv: "Tema")
    static let issuer = LocalizedText(en: "Issuer", fi: "Myöntäjä", sv: "Utfärdare")

    // MARK: What the badge says

    static let outcomes = LocalizedText(
        en: "What the holder can do", fi: "Mitä merkin saanut osaa", sv: "Det här kan den som har märket")
    static let criteria = LocalizedText(
        en: "How it was assessed", fi: "Näin osaaminen on arvioitu", sv: "Så har kunnandet bedömts")
    static let criteriaLead = LocalizedText(
        en: "An assessor has found that the learner:", fi: "Arvioija on todennut, että oppija:",
        sv: "En bedömare har konstaterat att den lärande:")
    static let noEvidence = LocalizedText(
        en: "No evidence has to be attached.", fi: "Todisteita ei tarvitse liittää.",
        sv: "Inga bevis behöver bifogas.")
    static let freeEvidence = LocalizedText(
        en: "Evidence need not be attached, but it can be: {kinds}.",
        fi: "Todistetta ei vaadita, mutta sellaisen voi liittää: {kinds}.",
        sv: "Inget bevis krävs, men ett kan bifogas: {kinds}.")
    static let oneEvidence = LocalizedText(
        en: "At least one piece of evidence is required[: {kinds}].",
        fi: "Vaaditaan vähintään yksi todiste[: {kinds}].",
        sv: "Minst ett bevis krävs[: {kinds}].")
    static let moreEvidence = LocalizedText(
        en: "At least {n} pieces of evidence are required[: {kinds}].",
        fi: "Vaaditaan vähintään {n} todistetta[: {kinds}].", sv: "Minst {n} bevis krävs[: {kinds}].")
    static let or = LocalizedText(en: "or", fi: "tai", sv: "eller")

    static func evidence(_ kind: EvidenceRequirement.Kind) -> LocalizedText {
        switch kind {
        case .link: LocalizedText(en: "a link", fi: "linkki", sv: "länk")
        case .document: LocalizedText(en: "a document", fi: "asiakirja", sv: "dokument")
        case .observation: LocalizedText(en: "an observation", fi: "havainto", sv: "observation")
        case .demonstration:
            LocalizedText(en: "a demonstration in practice", fi: "osoitus käytännössä", sv: "praktiskt prov")
        case .reflection: LocalizedText(en: "the learner's own reflection", fi: "oma pohdinta", sv: "egen reflektion")
        }
    }

    static let levels = LocalizedText(en: "Levels", fi: "Tasot", sv: "Nivåer")
    static let levelsLead = LocalizedText(
        en:
            "The badge is given for competence at the required level or above. Each badge says which level was reached.",
        fi: "Merkin saa, kun osaaminen on vähintään vaaditulla tasolla. Saavutettu taso lukee jokaisessa merkissä.",
        sv: "Märket ges när kunnandet är minst på den nivå som krävs. I varje märke står vilken nivå som nåddes.")
    static let required = LocalizedText(en: "required", fi: "vaaditaan", sv: "krävs")

    static func explanation(ofLevel ordinal: Int) -> LocalizedText {
        switch ordinal {
        case 1:
            LocalizedText(en: "Manages with support.", fi: "Onnistuu tuettuna.", sv: "Klarar uppgiften med stöd.")
        case 2:
            LocalizedText(
                en: "Works mostly alone.", fi: "Toimii enimmäkseen itsenäisesti.", sv: "Arbetar mest självständigt.")
        case 3:
            LocalizedText(
                en: "Is responsible for others' results, too.", fi: "Vastaa myös muiden työn tuloksista.",
                sv: "Ansvarar också för andras resultat.")
        default:
            LocalizedText(
                en: "Renews the ways of working, as an expert.", fi: "Uudistaa asiantuntijana tapoja toimia.",
                sv: "Förnyar som expert sätten att arbeta.")
        }
    }

    // MARK: Extent

    static let aboutHours = LocalizedText(
        en: "The learner's work takes about {hours}.", fi: "Oppijan työtä on noin {hours}.",
        sv: "Den lärandes arbete tar ungefär {hours}.")
    static let indicativeCredits = LocalizedText(
        en: """
            The extent of {credits} is an indication. The institution that recognises the badge decides on the credits; \
            the badge alone does not grant them.
            """,
        fi: """
            Laajuus {credits} on suuntaa-antava. Pisteistä päättää oppilaitos, joka lukee merkin hyväksi; pelkkä merkki \
            ei vielä anna niitä.
            """,
        sv: """
            Omfattningen {credits} är riktgivande. Om poängen beslutar den läroanstalt som tillgodoräknar märket; \
            märket i sig ger dem inte.
            """)
    static let grantedCredits = LocalizedText(
        en: "The extent is {credits}. The issuer grants these credits by its own curriculum.",
        fi: "Laajuus on {credits}. Myöntäjä antaa pisteet oman opetussuunnitelmansa mukaan.",
        sv: "Omfattningen är {credits}. Utfärdaren ger poängen enligt sin egen läroplan.")
    static let demand = LocalizedText(
        en: "Its demands are at level {n} of 8 in the national and European frameworks (FiNQF, EQF)[: {name}].",
        fi: "Vaativuus on tasoa {n}/8 kansallisessa ja eurooppalaisessa viitekehyksessä (FiNQF, EQF)[: {name}].",
        sv: "Kravnivån är {n} av 8 i den nationella och den europeiska referensramen (FiNQF, EQF)[: {name}].")

    static let qualifications: [Int: LocalizedText] = [
        2: LocalizedText(en: "basic education", fi: "perusopetus", sv: "grundläggande utbildning"),
        3: LocalizedText(
            en: "preparatory education", fi: "tutkintokoulutukseen valmentava koulutus",
            sv: "utbildning som handleder för examensutbildning"),
        4: LocalizedText(
            en: "upper secondary education", fi: "lukio ja ammatillinen perustutkinto",
            sv: "gymnasium och yrkesinriktad grundexamen"),
        5: LocalizedText(
            en: "specialist vocational qualification", fi: "erikoisammattitutkinto", sv: "specialyrkesexamen"),
        6: LocalizedText(en: "bachelor's degree", fi: "alempi korkeakoulututkinto", sv: "lägre högskoleexamen"),
        7: LocalizedText(en: "master's degree", fi: "ylempi korkeakoulututkinto", sv: "högre högskoleexamen"),
        8: LocalizedText(en: "doctorate", fi: "tohtorin tutkinto", sv: "doktorsexamen"),
    ]

    // MARK: Skills

    static let skills = LocalizedText(en: "Skills", fi: "Taidot", sv: "Färdigheter")
    static let skillsLead = LocalizedText(
        en: "The badge is tied to common European classifications, so that its skills mean the same elsewhere.",
        fi: "Merkki on liitetty yhteisiin eurooppalaisiin luokituksiin, jotta taidot ymmärretään samoin muuallakin.",
        sv:
            "Märket är knutet till gemensamma europeiska klassificeringar, så att färdigheterna förstås lika på andra håll."
    )

    // MARK: Validity

    static let validity = LocalizedText(en: "Validity", fi: "Voimassaolo", sv: "Giltighet")
    static let neverExpires = LocalizedText(
        en: "The badge does not expire.", fi: "Merkki ei vanhene.", sv: "Märket har inget slutdatum.")
    static let expires = LocalizedText(
        en: "The badge is valid for {duration} from the day on which it is awarded.",
        fi: "Voimassaoloaika myöntämispäivästä: {duration}.", sv: "Märket gäller {duration} från utfärdandet.")
    static let oneYear = LocalizedText(en: "one year", fi: "1 vuosi", sv: "1 år")
    static let years = LocalizedText(en: "{n} years", fi: "{n} vuotta", sv: "{n} år")
    static let oneMonth = LocalizedText(en: "one month", fi: "1 kuukausi", sv: "1 månad")
    static let months = LocalizedText(en: "{n} months", fi: "{n} kuukautta", sv: "{n} månader")
    static let awardedFrom = LocalizedText(
        en: "Awarding period: from {from} on.", fi: "Myöntämisaika alkaa {from}.", sv: "Utfärdas från och med {from}.")
    static let awardedUntil = LocalizedText(
        en: "The last day of awarding is {until}.", fi: "Viimeinen myöntämispäivä on {until}.",
        sv: "Utfärdas till och med {until}.")
    static let awardedBetween = LocalizedText(
        en: "Awarding period: {from} to {until}.", fi: "Myöntämisaika: {from}–{until}.",
        sv: "Utfärdas {from}–{until}.")
    static let repeatable = LocalizedText(
        en: "The same person can be awarded it more than once.", fi: "Saman merkin voi saada useammin kuin kerran.",
        sv: "Samma person kan få märket flera gånger.")
    static let withdrawable = LocalizedText(
        en: "The issuer can withdraw a badge that was given in error; a check shows that.",
        fi: "Myöntäjä voi perua virheellisesti annetun merkin, ja tarkistus kertoo sen.",
        sv: "Utfärdaren kan återkalla ett märke som getts av misstag, och en kontroll visar det.")
    static let retired = LocalizedText(
        en: "This badge is no longer awarded. Badges already given stay valid.",
        fi: "Tätä merkkiä ei enää myönnetä. Jo annetut merkit pysyvät voimassa.",
        sv: "Det här märket utfärdas inte längre. Märken som redan har getts förblir giltiga.")
    static let newerVersion = LocalizedText(
        en: "There is a newer version of this badge:", fi: "Merkistä on uudempi versio:",
        sv: "Det finns en nyare version av märket:")
    static let versionNumber = LocalizedText(en: "version {n}", fi: "versio {n}", sv: "version {n}")

    // MARK: Details

    static let details = LocalizedText(en: "About this badge", fi: "Merkin tiedot", sv: "Uppgifter om märket")
    static let version = LocalizedText(en: "Version", fi: "Versio", sv: "Version")
    static let state = LocalizedText(en: "Status", fi: "Tila", sv: "Status")
    static let inUse = LocalizedText(en: "in use", fi: "käytössä", sv: "i bruk")
    static let noLongerAwarded = LocalizedText(
        en: "retired: no longer awarded", fi: "poistunut: ei enää myönnetä", sv: "avslutat: utfärdas inte längre")
    static let creator = LocalizedText(en: "Made by", fi: "Laatija", sv: "Uppgjort av")
    static let tags = LocalizedText(en: "Keywords", fi: "Asiasanat", sv: "Ämnesord")
    static let identifier = LocalizedText(en: "Identifier", fi: "Tunniste", sv: "Identifierare")
    static let otherIdentifiers = LocalizedText(en: "Also known as", fi: "Muut tunnisteet", sv: "Andra identifierare")
    static let forMachines = LocalizedText(en: "For machines", fi: "Koneille", sv: "För maskiner")

    // MARK: Checking

    static let isGenuine = LocalizedText(en: "Is a badge genuine?", fi: "Onko merkki aito?", sv: "Är ett märke äkta?")
    static let pageIsNoProof = LocalizedText(
        en: "This page says what the badge means. It does not say who holds it.",
        fi: "Tämä sivu kertoo, mitä merkki tarkoittaa. Se ei kerro, kenellä merkki on.",
        sv: "Den här sidan berättar vad märket betyder. Den berättar inte vem som har det.")
    static let askForFile = LocalizedText(
        en: "Ask the holder for the badge file itself: a screenshot or a printout can't be checked.",
        fi: "Pyydä merkin saajalta itse merkkitiedosto: kuvakaappausta tai tulostetta ei voi tarkistaa.",
        sv: "Be innehavaren om själva märkesfilen: en skärmbild eller en utskrift går inte att kontrollera.")
    static let howToCheck = LocalizedText(
        en: "How to check a badge", fi: "Näin tarkistat merkin", sv: "Så kontrollerar du ett märke")
    static let fileKinds = LocalizedText(
        en: "It is a .json or .jwt file, or a PNG or SVG picture with the badge inside.",
        fi: "Se on .json- tai .jwt-tiedosto tai PNG- tai SVG-kuva, jonka sisällä merkki on.",
        sv: "Den är en .json- eller .jwt-fil, eller en PNG- eller SVG-bild med märket inuti.")
    static let once = LocalizedText(
        en: "Once: take the issuer's keys from this page, and compare their fingerprints with the issuer's.",
        fi: "Kerran: ota myöntäjän avaimet tältä sivulta ja vertaa niiden tunnisteita myöntäjän antamiin.",
        sv: "En gång: hämta utfärdarens nycklar från den här sidan och jämför deras fingeravtryck med utfärdarens.")
    static let onceSelf = LocalizedText(
        en: "Once: note that you trust this issuer.", fi: "Kerran: merkitse, että luotat tähän myöntäjään.",
        sv: "En gång: anteckna att du litar på den här utfärdaren.")
    static let eachTime = LocalizedText(
        en: "Each time: check the badge. The list says which badges were withdrawn; fetch a fresh one monthly.",
        fi: "Joka kerta: tarkista merkki. Lista kertoo, mitkä merkit on peruttu; hae siitä uusi kuukausittain.",
        sv: "Varje gång: kontrollera märket. Listan visar vilka märken som återkallats; hämta en ny varje månad.")
    static let answer = LocalizedText(
        en: "The answer is “genuine”, “undecided” or “not valid”, always with a reason. Nothing is sent anywhere.",
        fi: "Vastaus on ”aito”, ”ratkaisematta” tai ”ei kelpaa”, aina perusteluineen. Mitään ei lähetetä minnekään.",
        sv: "Svaret är ”äkta”, ”oavgjort” eller ”inte giltigt”, alltid med skäl. Ingenting skickas någonstans.")
    static let badgeFile = LocalizedText(en: "badge.json", fi: "merkki.json", sv: "marke.json")
    static let schoolWord = LocalizedText(en: "school", fi: "koulu", sv: "skolan")
    static let files = LocalizedText(
        en: "Files for checking", fi: "Tiedostot tarkistajalle", sv: "Filer för den som kontrollerar")
    static let noPersons = LocalizedText(
        en: "No file on this site says who has been awarded a badge.",
        fi: "Mikään sivuston tiedosto ei kerro, kuka on saanut merkin.",
        sv: "Ingen fil på webbplatsen berättar vem som har fått ett märke.")

    static let keys = LocalizedText(
        en: "the issuer's public keys", fi: "myöntäjän julkiset avaimet", sv: "utfärdarens offentliga nycklar")
    static let profile = LocalizedText(en: "who the issuer is", fi: "kuka myöntäjä on", sv: "vem utfärdaren är")
    static let keyHistory = LocalizedText(
        en: "how the keys have changed", fi: "miten avaimet ovat vaihtuneet", sv: "hur nycklarna har bytts")
    static let statusList = LocalizedText(
        en: "which badges were withdrawn, without saying whose", fi: "mitkä merkit on peruttu, kertomatta kenen",
        sv: "vilka märken som återkallats, utan att säga vems")
    static let checkpoint = LocalizedText(
        en: "a signed mark of how far the register has come", fi: "allekirjoitettu merkintä rekisterin tilasta",
        sv: "en undertecknad notering om registrets läge")

    static let trustBundle = LocalizedText(
        en: "keys, their history and withdrawals in one signed file",
        fi: "avaimet, niiden historia ja perumiset yhdessä allekirjoitetussa tiedostossa",
        sv: "nycklar, deras historik och återkallelser i en undertecknad fil")

    // MARK: Front page

    static let badges = LocalizedText(en: "Badges", fi: "Merkit", sv: "Märken")
    static let frontTitle = LocalizedText(
        en: "Competence badges of {name}", fi: "{name}: osaamismerkit", sv: "{name}: kompetensmärken")
    static let frontLead = LocalizedText(
        en: "These are the badges we award. Each says what its holder can do and how that was assessed.",
        fi: "Nämä osaamismerkit me myönnämme. Jokainen kertoo, mitä sen saanut osaa ja miten osaaminen on arvioitu.",
        sv: "De här märkena utfärdar vi. Varje märke berättar vad innehavaren kan och hur kunnandet har bedömts.")
    static let noBadges = LocalizedText(
        en: "No badges have been published yet.", fi: "Merkkejä ei ole vielä julkaistu.",
        sv: "Inga märken har publicerats än.")
    static let pathways = LocalizedText(en: "Pathways", fi: "Kokonaisuudet", sv: "Helheter")
    static let pathwaysLead = LocalizedText(
        en: "Several badges together make a whole, and the whole has a milestone badge of its own.",
        fi: "Usea merkki muodostaa yhdessä kokonaisuuden, josta saa oman koontimerkin.",
        sv: "Flera märken bildar tillsammans en helhet, som ger ett eget samlingsmärke.")
    static let retiredBadges = LocalizedText(
        en: "No longer awarded", fi: "Ei enää myönnetä", sv: "Utfärdas inte längre")
    static let contents = LocalizedText(en: "On this page", fi: "Tällä sivulla", sv: "På den här sidan")

    // MARK: Pathways

    static let pathwayLead = LocalizedText(
        en: "When the conditions are met, there is a milestone badge:", fi: "Kun ehdot täyttyvät, saa koontimerkin:",
        sv: "När villkoren uppfylls får man samlingsmärket:")
    static let partOf = LocalizedText(
        en: "The badge counts towards:", fi: "Merkki kuuluu kokonaisuuteen:", sv: "Märket ingår i helheten:")
    static let wayThere = LocalizedText(en: "The way to this badge", fi: "Näin merkin saa", sv: "Så får man märket")
    static let conditions = LocalizedText(en: "Conditions", fi: "Ehdot", sv: "Villkor")
    static let allOf = LocalizedText(
        en: "All of these are needed:", fi: "Kaikki nämä tarvitaan:", sv: "Allt det här behövs:")
    static let anyOf = LocalizedText(
        en: "One of these is enough:", fi: "Yksi näistä riittää:", sv: "Ett av de här räcker:")
    static let groupAll = LocalizedText(
        en: "All of these badges:", fi: "Kaikki nämä merkit:", sv: "Alla de här märkena:")
    static let groupOne = LocalizedText(
        en: "At least one of these badges:", fi: "Vähintään yksi näistä merkeistä:",
        sv: "Minst ett av de här märkena:")
    static let groupMany = LocalizedText(
        en: "At least {n} of these badges:", fi: "Vähintään {n} näistä merkeistä:", sv: "Minst {n} av de här märkena:")
    static let openOne = LocalizedText(
        en: "At least one badge of any kind", fi: "Vähintään yksi vapaavalintainen merkki",
        sv: "Minst ett valfritt märke")
    static let openMany = LocalizedText(
        en: "At least {n} badges of any kind", fi: "Vähintään {n} vapaavalintaista merkkiä",
        sv: "Minst {n} valfria märken")
    static let minLevel = LocalizedText(
        en: "at level {n} or above", fi: "vähintään tasolla {n}", sv: "minst på nivå {n}")
    static let badgesOne = LocalizedText(
        en: "At least one badge in all", fi: "Yhteensä vähintään yksi merkki", sv: "Sammanlagt minst ett märke")
    static let badgesMany = LocalizedText(
        en: "At least {n} badges in all", fi: "Yhteensä vähintään {n} merkkiä", sv: "Sammanlagt minst {n} märken")
    static let hoursMin = LocalizedText(
        en: "At least {hours} of work in all", fi: "Yhteensä vähintään {hours} työtä",
        sv: "Sammanlagt minst {hours} arbete")
    static let categoriesOne = LocalizedText(
        en: "Badges of at least one theme", fi: "Merkkejä vähintään yhdestä aihepiiristä",
        sv: "Märken från minst ett tema")
    static let categoriesMany = LocalizedText(
        en: "Badges of at least {n} themes", fi: "Merkkejä vähintään {n} aihepiiristä",
        sv: "Märken från minst {n} teman")
    static let certificateOne = LocalizedText(
        en: "A certificate of competence with at least one item", fi: "Osaamistodistus, jossa on vähintään yksi kohta",
        sv: "Ett kompetensintyg med minst en punkt")
    static let certificateMany = LocalizedText(
        en: "A certificate of competence with at least {n} items", fi: "Osaamistodistus, jossa on vähintään {n} kohtaa",
        sv: "Ett kompetensintyg med minst {n} punkter")
    static let whatCounts = LocalizedText(en: "What counts", fi: "Mikä lasketaan", sv: "Det här räknas")
    static let countsOnce = LocalizedText(
        en: "A badge counts once in each condition.", fi: "Merkki lasketaan kussakin ehdossa kerran.",
        sv: "Ett märke räknas en gång i varje villkor.")
    static let noExpired = LocalizedText(
        en: "An expired badge does not count.", fi: "Vanhentunutta merkkiä ei lasketa.",
        sv: "Ett märke vars giltighet gått ut räknas inte.")
    static let maxAge = LocalizedText(
        en: "A badge counts until {duration} have passed since it was awarded.",
        fi: "Merkki lasketaan, kunnes myöntämisestä on kulunut {duration}.",
        sv: "Ett märke räknas tills {duration} har gått från utfärdandet.")
    static let automatic = LocalizedText(
        en: "Nobody has to ask for the milestone badge; it is given when the conditions are met.",
        fi: "Koontimerkkiä ei tarvitse hakea; sen saa, kun ehdot täyttyvät.",
        sv: "Samlingsmärket behöver inte sökas; det ges när villkoren uppfylls.")
    static let decided = LocalizedText(
        en: "An assessor decides on the milestone badge when the conditions are met.",
        fi: "Koontimerkistä päättää arvioija, kun ehdot täyttyvät.",
        sv: "En bedömare beslutar om samlingsmärket när villkoren uppfylls.")
}
