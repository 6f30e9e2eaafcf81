/// What is said about whose it is.
enum RecipientWords {
    static let recipientNotAsked = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Whose it is was not checked.",
            fi: "Ei tarkistettu, kenen se on.",
            sv: "Det kontrollerades inte vems det är."),
        reason: LocalizedText(
            en: "it was not asked whose it is",
            fi: "ei kysytty, kenen se on",
            sv: "det frågades inte vems det är"),
        hint: LocalizedText(
            en: "Give the person's email address, work-life passport number or key with --recipient.",
            fi: "Anna henkilön sähköpostiosoite, työelämäpassin numero tai avain valinnalla --recipient.",
            sv: "Ange personens e-postadress, arbetslivspassets nummer eller nyckel med --recipient."),
        meaning: LocalizedText(
            en:
                "A genuine badge can be sent by anybody, also by somebody whom it doesn't concern. You haven't said whose it should be, so this was left open.",
            fi:
                "Aidon merkin voi lähettää kuka tahansa, myös joku, jota se ei koske. Et kertonut, kenen sen pitäisi olla, joten asia jäi tarkistamatta.",
            sv:
                "Ett äkta märke kan skickas av vem som helst, även av någon som det inte gäller. Du angav inte vems det ska vara, så frågan lämnades öppen."
        ))

    static let recipientOK = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It names {recipient}.",
            fi: "Siinä nimetty saaja on {recipient}.",
            sv: "Mottagaren som anges i det är {recipient}."),
        meaning: LocalizedText(
            en:
                "The address or number that you gave is the one that the badge was awarded to. Whether it belongs to the person in front of you is for you to find out.",
            fi:
                "Antamasi osoite tai numero on se, jolle merkki on myönnetty. Sinun on itse selvitettävä, onko osoite edessäsi olevan henkilön.",
            sv:
                "Adressen eller numret som du angav är det som märket är utfärdat till. Om adressen tillhör personen framför dig måste du själv avgöra."
        ),
        next: LocalizedText(
            en: "If identity matters, make sure that the address is the person's.",
            fi: "Jos henkilöllisyydellä on väliä, varmista, että osoite on henkilön oma.",
            sv: "Om identiteten är viktig, försäkra dig om att adressen är personens egen."))

    static let recipientMismatch = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It was not awarded to {recipient}.",
            fi: "Sen saaja ei ole {recipient}.",
            sv: "Det är inte utfärdat till {recipient}."),
        reason: LocalizedText(
            en: "it was awarded to somebody else",
            fi: "se on myönnetty jollekulle toiselle",
            sv: "det är utfärdat till någon annan"),
        hint: LocalizedText(
            en: "Ask the person which address the badge was awarded to, and check again with that one.",
            fi: "Kysy henkilöltä, mille osoitteelle merkki on myönnetty, ja tarkista sitten sillä.",
            sv: "Fråga personen vilken adress märket är utfärdat till och kontrollera på nytt med den."),
        meaning: LocalizedText(
            en:
                "The badge names its recipient, and that isn't the one you gave. It may be another person's badge, or the same person's under another address.",
            fi:
                "Merkissä on mainittu saaja, eikä se ole antamasi. Merkki voi olla toisen henkilön, tai sama henkilö on saanut sen toisella osoitteella.",
            sv:
                "Mottagaren i märket är inte den som du angav. Det kan vara någon annans märke, eller så har samma person fått det med en annan adress."
        ))

    static let recipientNothing = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "Nothing in it shows whether it was awarded to {recipient}.",
            fi: "Siinä ei ole mitään, mistä näkisi, onko sen saaja {recipient}.",
            sv: "Inget i det visar om det är utfärdat till {recipient}."),
        reason: LocalizedText(
            en: "it holds nothing by which to tell whose it is",
            fi: "siinä ei ole mitään, mistä näkisi, kenen se on",
            sv: "det innehåller inget som visar vems det är"),
        hint: LocalizedText(
            en:
                "Ask the person for another identifier, such as the number of their work-life passport, and give it with --recipient.",
            fi:
                "Pyydä henkilöltä jokin muu tunniste, esimerkiksi työelämäpassin numero, ja anna se valinnalla --recipient.",
            sv: "Be personen om en annan uppgift, till exempel arbetslivspassets nummer, och ange den med --recipient."),
        meaning: LocalizedText(
            en:
                "The badge doesn't say whom it was awarded to in a way that could be compared with what you gave. So it can't be called this person's, nor another's.",
            fi:
                "Merkissä ei ole saajasta tietoa, jota voisi verrata antamaasi. Siksi ei voi sanoa, että se on tämän henkilön, eikä että se on jonkun muun.",
            sv:
                "Märket anger inte sin mottagare på ett sätt som går att jämföra med det du angav. Därför går det inte att säga om det är personens eller någon annans."
        ))

    static let recipientOther = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It was made for another receiver ({domain}[, {date}]).",
            fi: "Se on tehty toiselle vastaanottajalle ({domain}[, {date}]).",
            sv: "Det är gjort för en annan mottagare ({domain}[, {date}])."),
        reason: LocalizedText(
            en: "it was made for another receiver",
            fi: "se on tehty toiselle vastaanottajalle",
            sv: "det är gjort för en annan mottagare"),
        hint: LocalizedText(
            en:
                "If one of the names is yours, give it with --domain or --challenge; if not, ask the holder for a file made for you.",
            fi:
                "Jos nimi on sinun, anna se valinnalla --domain tai --challenge; muuten pyydä haltijalta sinulle tehty tiedosto.",
            sv:
                "Om namnet är ditt, ange det med --domain eller --challenge; be annars innehavaren om en fil som är gjord för dig."
        ),
        meaning: LocalizedText(
            en:
                "The holder addressed this file to somebody else, by name or by answering their question. Whoever got it there may have passed it on without the holder's knowledge.",
            fi:
                "Haltija on osoittanut tiedoston jollekulle muulle, joko nimellä tai vastaamalla tämän kysymykseen. Saaja on voinut toimittaa sen eteenpäin haltijan tietämättä.",
            sv:
                "Innehavaren har riktat filen till någon annan, med namn eller genom att besvara dennes fråga. Den som fick filen kan ha skickat den vidare utan innehavarens vetskap."
        ))

    static let recipientAddressed = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It was made for you.",
            fi: "Se on tehty sinulle.",
            sv: "Den är gjord för dig."),
        meaning: LocalizedText(
            en:
                "The holder made this file for the name or the check word that you gave, so it wasn't meant for somebody else and passed on.",
            fi:
                "Haltija on tehnyt tiedoston antamallesi nimelle tai tarkistussanalle, joten sitä ei ole tarkoitettu jollekulle muulle ja välitetty sinulle.",
            sv:
                "Innehavaren har gjort filen för namnet eller kontrollordet som du angav, så den är inte avsedd för någon annan och skickad vidare."
        ),
        next: LocalizedText(
            en: "Nothing to do: the file is meant for you.",
            fi: "Mitään ei tarvitse tehdä: tiedosto on tarkoitettu sinulle.",
            sv: "Inget behöver göras: filen är avsedd för dig."))

    static let recipientAnybody = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It was made for nobody in particular.",
            fi: "Siinä ei ole nimetty vastaanottajaa.",
            sv: "Den är inte riktad till någon viss mottagare."),
        reason: LocalizedText(
            en: "it was made for nobody in particular",
            fi: "siinä ei ole nimetty vastaanottajaa",
            sv: "den är inte riktad till någon viss mottagare"),
        meaning: LocalizedText(
            en:
                "The holder signed the file without saying for whom. That is usual; it only means that the file could have come to you by way of others.",
            fi:
                "Haltija on allekirjoittanut tiedoston sanomatta, kenelle se on. Se on tavallista ja tarkoittaa vain, että tiedosto on voinut kulkea sinulle muiden kautta.",
            sv:
                "Innehavaren har signerat filen utan att säga för vem. Det är vanligt och betyder bara att filen kan ha kommit till dig via andra."
        ),
        next: LocalizedText(
            en:
                "If it matters who hands it over, give the holder a check word of your own and ask for a file made with it.",
            fi: "Jos on väliä, kuka sen antaa, anna haltijalle keksimäsi tarkistussana ja pyydä sillä tehty tiedosto.",
            sv:
                "Om det är viktigt vem som lämnar den, hitta på ett kontrollord, ge det till innehavaren och be om en fil som är gjord med det."
        ))

    static let recipientNoChallenge = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It doesn't carry the check word that you gave.",
            fi: "Siinä ei ole antamaasi tarkistussanaa.",
            sv: "Den saknar kontrollordet som du gav."),
        reason: LocalizedText(
            en: "it doesn't carry your check word",
            fi: "siinä ei ole tarkistussanaasi",
            sv: "den saknar ditt kontrollord"),
        hint: LocalizedText(
            en: "Ask the holder to make a new one with your check word (--challenge), so that it can't be an old copy.",
            fi:
                "Pyydä haltijaa tekemään uusi, jossa on antamasi tarkistussana (--challenge), jotta se ei voi olla vanha kopio.",
            sv:
                "Be innehavaren göra en ny med ditt kontrollord (--challenge), så att den inte kan vara en gammal kopia."
        ),
        meaning: LocalizedText(
            en:
                "You gave the holder a word to sign together with the file, so that an old copy can't be used. The file was signed without it.",
            fi:
                "Annoit haltijalle sanan, joka hänen piti allekirjoittaa tiedoston mukana, jotta vanhaa kopiota ei voi käyttää. Tiedosto on allekirjoitettu ilman sitä.",
            sv:
                "Du gav innehavaren ett ord att signera tillsammans med filen, så att en gammal kopia inte kan användas. Filen är signerad utan det."
        ))

    static let recipientPresented = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "Presented by its holder.",
            fi: "Sen esittää haltija itse.",
            sv: "Det visas upp av innehavaren själv."),
        meaning: LocalizedText(
            en:
                "The one whom the badge was awarded to has signed the file just for you, with the word that you gave. It can't be somebody else's copy.",
            fi:
                "Se, jolle merkki on myönnetty, on allekirjoittanut tiedoston juuri sinulle, antamasi sanan kanssa. Se ei voi olla kenenkään muun kopio.",
            sv:
                "Den som märket är utfärdat till har signerat filen just för dig, med ordet som du gav. Det kan inte vara någon annans kopia."
        ),
        next: LocalizedText(
            en: "Nothing to do: it is shown whose badge it is.",
            fi: "Mitään ei tarvitse tehdä: on osoitettu, kenen merkki on.",
            sv: "Inget behöver göras: det är visat vems märket är."))

    static let recipientUnchallenged = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "It names the one who signed the file, but others may have passed the file on.",
            fi: "Se on myönnetty tiedoston allekirjoittajalle, mutta tiedoston on voinut välittää joku muu.",
            sv: "Det är utfärdat till den som har signerat filen, men filen kan ha skickats vidare av någon annan."),
        reason: LocalizedText(
            en: "the holder signed the file, but others may have passed it on",
            fi: "haltija on allekirjoittanut tiedoston, mutta sen on voinut välittää joku muu",
            sv: "innehavaren har signerat filen, men någon annan kan ha skickat den vidare"),
        hint: LocalizedText(
            en:
                "Give the holder a check word of your own, ask for a presentation made with it, and give the word with --challenge.",
            fi:
                "Anna haltijalle keksimäsi tarkistussana, pyydä sillä tehty kooste ja anna sana valinnalla --challenge.",
            sv:
                "Hitta på ett kontrollord, ge det till innehavaren, be om en sammanställning som är gjord med det och ange ordet med --challenge."
        ),
        meaning: LocalizedText(
            en:
                "The badge was awarded to the one who signed this file. But a signed file can be copied, so it isn't shown that this person is the one who gave it to you.",
            fi:
                "Merkki on myönnetty tiedoston allekirjoittajalle. Allekirjoitetun tiedoston voi kuitenkin kopioida, joten ei ole varmaa, että juuri hän antoi sen sinulle.",
            sv:
                "Märket är utfärdat till den som signerade filen. Men en signerad fil kan kopieras, så det är inte visat att det är den personen som gav den till dig."
        ))

    static let recipientNotBound = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "Nothing in the file shows that it belongs to the one who presents it.",
            fi: "Mikään tiedostossa ei osoita, että se kuuluu esittäjälleen.",
            sv: "Inget i filen visar att det tillhör den som visar upp det."),
        reason: LocalizedText(
            en: "nothing shows that it belongs to the one who presents it",
            fi: "mikään ei osoita, että se kuuluu esittäjälleen",
            sv: "inget visar att det tillhör den som visar upp det"),
        hint: LocalizedText(
            en:
                "If it matters whose it is, give the person's email address or work-life passport number with --recipient.",
            fi:
                "Jos on väliä, kenen se on, anna henkilön sähköpostiosoite tai työelämäpassin numero valinnalla --recipient.",
            sv:
                "Om det är viktigt vems det är, ange personens e-postadress eller arbetslivspassets nummer med --recipient."
        ),
        meaning: LocalizedText(
            en:
                "The badge wasn't awarded to the key that the file was signed with. It can still be the same person's, from before they had that key; then their address or number has to be compared.",
            fi:
                "Merkkiä ei ole myönnetty avaimelle, jolla tiedosto on allekirjoitettu. Se voi silti olla saman henkilön, ajalta ennen avainta; silloin on verrattava osoitetta tai numeroa.",
            sv:
                "Märket är inte utfärdat till nyckeln som filen är signerad med. Det kan ändå vara samma persons, från tiden före nyckeln; då behöver adressen eller numret jämföras."
        ))
}
