/// What is said about presentations, and about a credential as part of another file.
enum PresentationWords {
    static let presentationUnsigned = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "Nobody has signed the presentation, so anybody may have put the credentials together.",
            fi: "Kukaan ei ole allekirjoittanut koostetta, joten kuka tahansa on voinut tehdä sen.",
            sv: "Ingen har signerat sammanställningen, så vem som helst kan ha gjort den."),
        reason: LocalizedText(
            en: "nobody has signed the presentation as a whole",
            fi: "koostetta ei ole allekirjoittanut kukaan",
            sv: "ingen har signerat sammanställningen"),
        hint: LocalizedText(
            en: "Ask the holder for a presentation signed with their own key.",
            fi: "Pyydä haltijalta kooste, jonka hän on allekirjoittanut omalla avaimellaan.",
            sv: "Be innehavaren om en sammanställning som är signerad med innehavarens egen nyckel."),
        meaning: LocalizedText(
            en:
                "Several credentials were put into one file without the holder's signature. Each may be genuine, but who put them together and sent them can't be told.",
            fi:
                "Samaan tiedostoon on koottu todistuksia ilman haltijan allekirjoitusta. Kukin niistä voi olla aito, mutta ei voi tietää, kuka ne on koonnut ja lähettänyt.",
            sv:
                "Flera intyg har samlats i en fil utan innehavarens signatur. Vart och ett kan vara äkta, men det går inte att veta vem som har samlat och skickat dem."
        ))

    static let presentationHolder = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "The presentation doesn't say plainly who presents.",
            fi: "Koosteessa ei kerrota selvästi, kenen se on.",
            sv: "Sammanställningen anger inte tydligt vems den är."),
        reason: LocalizedText(
            en: "it doesn't say plainly who presents it",
            fi: "siitä ei selviä, kuka sen on koonnut",
            sv: "det framgår inte vem som har gjort sammanställningen"),
        hint: LocalizedText(
            en: "Ask the holder for a presentation that names them alone and is signed with their own key.",
            fi:
                "Pyydä haltijalta kooste, jossa on nimetty vain hän ja jonka hän on allekirjoittanut omalla avaimellaan.",
            sv:
                "Be innehavaren om en sammanställning som anger bara innehavaren själv och är signerad med innehavarens egen nyckel."
        ),
        meaning: LocalizedText(
            en:
                "A presentation must name one holder, so that the signature can be compared with that name. This one names nobody or more than one.",
            fi:
                "Koosteessa pitää olla nimettynä yksi haltija, jotta allekirjoitusta voi verrata häneen. Tässä ei ole nimetty ketään tai on nimetty useita.",
            sv:
                "En sammanställning ska ange en enda innehavare, så att signaturen kan jämföras med den personen. Den här anger ingen eller flera."
        ))

    static let presentationInside = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "This is asked of each credential in the presentation.",
            fi: "Tämä kysytään jokaisesta koosteen todistuksesta erikseen.",
            sv: "Den här frågan ställs om varje intyg i sammanställningen för sig."),
        reason: LocalizedText(
            en: "this is asked of each credential inside",
            fi: "tämä kysytään kustakin sisällä olevasta todistuksesta",
            sv: "frågan ställs om varje intyg i den för sig"),
        meaning: LocalizedText(
            en:
                "The presentation itself is no achievement, so this question doesn't concern it. It is answered for each of the credentials inside.",
            fi:
                "Kooste ei itse ole suoritus, joten kysymys ei koske sitä. Vastaus annetaan kustakin siinä olevasta todistuksesta.",
            sv:
                "Sammanställningen är ingen prestation i sig, så frågan gäller inte den. Den besvaras för vart och ett av intygen i filen."
        ),
        next: LocalizedText(
            en: "Look at the same check of each credential inside.",
            fi: "Katso samaa tarkistusta kunkin sisällä olevan todistuksen kohdalta.",
            sv: "Se samma kontroll för varje intyg i filen."))

    static let innerNoProof = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "Nobody has signed this credential itself; the signature around it doesn't count for it.",
            fi: "Itse tätä todistusta ei ole allekirjoittanut kukaan; sitä ympäröivä allekirjoitus ei koske sitä.",
            sv: "Ingen har signerat själva intyget; signaturen runt det gäller inte för det."),
        reason: LocalizedText(
            en: "it has no signature of its own",
            fi: "sillä ei ole omaa allekirjoitusta",
            sv: "det har ingen egen signatur"),
        hint: LocalizedText(
            en: "Ask for the credential as its issuer signed it.",
            fi: "Pyydä todistus sellaisena kuin sen myöntäjä on sen allekirjoittanut.",
            sv: "Be om intyget i den form som dess utfärdare har signerat."),
        meaning: LocalizedText(
            en:
                "A credential inside a signed file must have its own issuer's signature. Otherwise whoever made the file could put anything into it and let it look awarded.",
            fi:
                "Allekirjoitetun tiedoston sisällä olevassa todistuksessa pitää olla sen oman myöntäjän allekirjoitus. Muuten tiedoston tekijä voisi panna siihen mitä tahansa ja saada sen näyttämään myönnetyltä.",
            sv:
                "Ett intyg i en signerad fil måste ha sin egen utfärdares signatur. Annars kunde den som gjorde filen lägga in vad som helst och få det att se utfärdat ut."
        ))

    static let innerConflict = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The file holds another credential with the same identifier that says something else.",
            fi: "Tiedostossa on toinen todistus, jolla on sama tunniste mutta eri sisältö.",
            sv: "Filen innehåller ett annat intyg med samma id men annat innehåll."),
        reason: LocalizedText(
            en: "the file holds two versions of it that differ",
            fi: "tiedostossa on siitä kaksi erilaista versiota",
            sv: "filen innehåller två olika versioner av det"),
        hint: LocalizedText(
            en: "Ask the issuer which of them holds.",
            fi: "Kysy myöntäjältä, kumpi niistä on voimassa.",
            sv: "Fråga utfärdaren vilket av dem som gäller."),
        meaning: LocalizedText(
            en:
                "Two credentials from one issuer carry the same identifier but different content. At most one can be in force, and the file doesn't show which.",
            fi:
                "Kahdella saman myöntäjän todistuksella on sama tunniste mutta eri sisältö. Enintään toinen voi olla voimassa, eikä tiedostosta näe kumpi.",
            sv:
                "Två intyg från samma utfärdare har samma id men olika innehåll. Högst ett kan gälla, och filen visar inte vilket."
        ))
}
