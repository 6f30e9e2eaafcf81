import Cryptography
import Testing

struct PassphraseTests {
    @Test("A passphrase appears in no description, no mirror and no dump")
    func hidden() {
        let passphrase = Passphrase("kuusenkerkkä")
        var dumped = ""
        dump(passphrase, to: &dumped)
        for text in ["\(passphrase)", String(reflecting: passphrase), "\([passphrase])", dumped] {
            #expect(!text.contains("kuusen") && text.contains("hidden"))
        }
        #expect(Mirror(reflecting: passphrase).children.isEmpty)
    }

    @Test("Two passphrases match when their bytes do")
    func matching() {
        #expect(Passphrase("").matches(Passphrase([])))
        #expect(Passphrase("a b").matches(Passphrase([0x61, 0x20, 0x62])))
        #expect(!Passphrase("a b").matches(Passphrase("a c")))
        #expect(!Passphrase("a b").matches(Passphrase("a b ")))
        #expect(Passphrase("").isEmpty && Passphrase("ä").count == 2)
    }
}
