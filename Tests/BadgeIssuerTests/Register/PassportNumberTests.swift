import BadgeIssuer
import TestSupport
import Testing

@Suite("Passport numbers")
struct PassportNumberTests {
    @Test("the check character is the number modulo 37 in Crockford's alphabet")
    func known() throws {
        // The number 37 × 1 + 5 is written …1A (1 × 32 + 10), with check 5.
        #expect(PassportNumber("0000-0000-001A-5")?.description == "0000-0000-001A-5")
        #expect(PassportNumber("0000-0000-001A-6") == nil)
    }

    @Test(
        "a number is read however it is typed", arguments: ["0000 0000 00la 5", "oooo-0000-00Ia-5", "0000000000 1a5"])
    func tolerant(text: String) { #expect(PassportNumber(text)?.description == "0000-0000-001A-5") }

    @Test(
        "what can't be a passport number is refused",
        arguments: ["", "5", "0000-0000-001A", "0000-0000-001A-55", "0000-0000-00UA-5", "0000-0000-001Ä-5", "----"])
    func refused(text: String) { #expect(PassportNumber(text) == nil) }

    @Test("drawn numbers never end in *~$=U, and come back from their text")
    func drawn() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let number = PassportNumber(using: &generator)
            #expect(PassportNumber(number.description) == number)
            #expect(!"*~$=U".contains(number.description.last ?? "*"))
        }
    }

    @Test("one wrong symbol is always noticed")
    func oneWrong() throws {
        var generator = SeededGenerator(seed: 4)
        let number = PassportNumber(using: &generator)
        let symbols = Array(number.description)
        for place in symbols.indices where symbols[place] != "-" {
            for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != symbols[place] {
                var changed = symbols
                changed[place] = other
                #expect(PassportNumber(String(changed)) == nil)
            }
        }
    }
}
