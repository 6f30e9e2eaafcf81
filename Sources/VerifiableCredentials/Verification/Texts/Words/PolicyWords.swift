/// What is said about the demands of the receiver's policy.
enum PolicyWords {
    static let policyCheckRequired = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "Your policy asks for an answer to \"{check}\", and there is none.",
            fi: "Sääntösi vaativat vastauksen kysymykseen \"{check}\", eikä sitä saatu.",
            sv: "Dina regler kräver ett svar på frågan \"{check}\", och det finns inget."),
        reason: LocalizedText(
            en: "a question that you require has no answer",
            fi: "jokin vaatimasi kysymys jäi vastausta vaille",
            sv: "en fråga som du kräver svar på är obesvarad"),
        hint: LocalizedText(
            en:
                "Give what the answer needs (a person with --recipient, a list with --status), or choose another --policy.",
            fi:
                "Anna vastaukseen tarvittava tieto (henkilö valinnalla --recipient, luettelo valinnalla --status) tai valitse toinen --policy.",
            sv:
                "Ange det som svaret kräver (en person med --recipient, en lista med --status) eller välj en annan --policy."
        ),
        meaning: LocalizedText(
            en:
                "You chose a policy that demands this check, and the badge or the files at hand give no answer to it. Without that demand it would have been left out.",
            fi:
                "Valitsit säännöt, joissa tämä tarkistus on pakollinen, eikä merkistä tai annetuista tiedostoista saa siihen vastausta. Ilman vaatimusta kohta olisi ohitettu.",
            sv:
                "Du valde regler som kräver den här kontrollen, och varken märket eller filerna ger något svar. Utan kravet skulle den ha hoppats över."
        ))

    static let policySuite = CodeWords(
        for: .receiver, .issuer,
        text: LocalizedText(
            en: "The signature fits, but its kind ({suite}) isn't among those that your policy accepts.",
            fi: "Allekirjoitus täsmää, mutta sen laji ({suite}) ei ole niiden joukossa, jotka sääntösi hyväksyvät.",
            sv: "Signaturen stämmer, men dess sort ({suite}) hör inte till dem som dina regler godtar."),
        reason: LocalizedText(
            en: "its signature is of a kind that you don't accept",
            fi: "sen allekirjoituksen lajia et hyväksy",
            sv: "dess signatur är av en sort som du inte godtar"),
        hint: LocalizedText(
            en: "Ask the issuer for one signed in a way you accept, or add this way to your policy.",
            fi: "Pyydä myöntäjältä hyväksymälläsi tavalla allekirjoitettu tai lisää tämä tapa sääntöihisi.",
            sv: "Be utfärdaren om ett som är signerat på ett sätt du godtar, eller lägg till sättet i dina regler."),
        meaning: LocalizedText(
            en:
                "Your policy lists the ways of signing that you accept, and this one isn't there. The badge is unchanged; only the way of signing is not one of yours.",
            fi:
                "Säännöissäsi luetellaan allekirjoitustavat, jotka hyväksyt, eikä tämä ole niissä. Merkki on muuttumaton; vain allekirjoitustapa on muu kuin hyväksymäsi.",
            sv:
                "Dina regler räknar upp de sätt att signera som du godtar, och det här är inte med. Märket är oförändrat; det är bara signeringssättet som inte hör till dina."
        ))

    static let policyKind = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It is a credential of a kind ({kind}) that your policy doesn't ask for.",
            fi: "Se on todistus, jonka lajia ({kind}) sääntösi eivät hyväksy.",
            sv: "Det är ett intyg av en sort ({kind}) som dina regler inte godtar."),
        reason: LocalizedText(
            en: "it is a credential of another kind than you accept",
            fi: "se on muunlainen todistus kuin hyväksyt",
            sv: "det är ett intyg av en annan sort än du godtar"),
        hint: LocalizedText(
            en: "Ask for a credential of the kind you need, or add this kind to your policy.",
            fi: "Pyydä sellainen todistus, jota tarvitset, tai lisää tämä laji sääntöihisi.",
            sv: "Be om ett intyg av den sort du behöver, eller lägg till sorten i dina regler."),
        meaning: LocalizedText(
            en:
                "Your policy says which kinds of credentials you take, and this is another. It may be sound, but it isn't what you asked for.",
            fi:
                "Säännöissäsi sanotaan, millaisia todistuksia otat vastaan, ja tämä on muunlainen. Se voi olla kunnossa, mutta et ole pyytänyt sellaista.",
            sv:
                "Dina regler säger vilka slags intyg du tar emot, och det här är ett annat. Det kan vara i sin ordning men är inte vad du bad om."
        ))

    static let policyLevel = CodeWords(
        for: .receiver, .learner,
        text: LocalizedText(
            en: "Its level is {level}; you ask for at least {least}.",
            fi: "Sen taso on {level}; vaadit vähintään tasoa {least}.",
            sv: "Dess nivå är {level}; du kräver minst nivå {least}."),
        reason: LocalizedText(
            en: "its level is below what you ask for",
            fi: "sen taso on matalampi kuin vaadit",
            sv: "dess nivå är lägre än du kräver"),
        hint: LocalizedText(
            en: "Decide whether the lower level is enough, or ask the learner for a badge of the level you need.",
            fi: "Päätä, riittääkö matalampi taso, tai pyydä oppijalta vaaditun tason merkki.",
            sv: "Avgör om den lägre nivån räcker, eller be den lärande om ett märke på den nivå du behöver."),
        meaning: LocalizedText(
            en:
                "The learner has shown this skill, at a lower level than your policy asks for. That is no fault of the badge: the other checks say whether it is genuine.",
            fi:
                "Oppija on osoittanut tämän osaamisen matalammalla tasolla kuin säännöissäsi vaaditaan. Merkissä ei ole siksi vikaa: sen aitouden kertovat muut tarkistukset.",
            sv:
                "Den lärande har visat kunnandet på en lägre nivå än dina regler kräver. Det är inget fel på märket för den skull: de övriga kontrollerna visar om det är äkta."
        ))

    static let policyLevelMissing = CodeWords(
        for: .receiver,
        text: LocalizedText(
            en: "It states no level; you ask for at least {least}.",
            fi: "Siinä ei ole tasoa; vaadit vähintään tasoa {least}.",
            sv: "Det anger ingen nivå; du kräver minst nivå {least}."),
        reason: LocalizedText(
            en: "it states no level, and you ask for one",
            fi: "siinä ei ole tasoa, vaikka vaadit sellaista",
            sv: "det anger ingen nivå, och du kräver en"),
        hint: LocalizedText(
            en: "Read the badge's criteria and decide yourself whether they are enough.",
            fi: "Lue merkin arviointikriteerit ja päätä itse, riittävätkö ne.",
            sv: "Läs märkets bedömningskriterier och avgör själv om de räcker."),
        meaning: LocalizedText(
            en:
                "Not every badge has levels; many are simply earned or not. Your policy asks for a level, and there is none that could be compared.",
            fi:
                "Kaikissa merkeissä ei ole tasoja; monen merkin joko saa tai ei saa. Säännöissäsi vaaditaan taso, eikä merkissä ole mitään verrattavaa.",
            sv:
                "Alla märken har inte nivåer; många får man eller får man inte. Dina regler kräver en nivå, och det finns ingen att jämföra med."
        ))
}
