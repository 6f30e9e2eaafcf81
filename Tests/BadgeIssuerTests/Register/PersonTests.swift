import BadgeIssuer
import TestSupport
import Testing

@Suite("Persons in the register")
struct PersonTests {
    @Test("a person is found by every identifier, in whatever spelling it comes")
    func lookups() throws {
        let fixture = try RegisterFixture()
        let person = try fixture.person(
            PersonDetails(
                name: "Mai\u{0308}ja Virtanen", email: "  Maija.Virtanen@Koulu.EXAMPLE ", studentID: " S-12 ",
                did: "did:key:z6MkExample", language: "FI"))
        #expect(person.email == "maija.virtanen@koulu.example")
        #expect(person.name?.utf8.elementsEqual("Maïja Virtanen".utf8) == true)
        #expect(person.language == "fi")
        let keys: [PersonKey] = [
            .id(person.id), .passportNumber(person.passportNumber), .email("MAIJA.VIRTANEN@koulu.example"),
            .studentID("S-12"), .did("did:key:z6MkExample"),
        ]
        for key in keys { #expect(try fixture.register.read { try $0.person(key) } == person) }
        #expect(try fixture.register.read { try $0.person(.email("other@koulu.example")) } == nil)
        #expect(try fixture.register.read { try $0.person(.email(" ")) } == nil)
    }

    @Test("an address, student id or DID belongs to one person only", arguments: [0, 1, 2])
    func taken(which: Int) throws {
        let fixture = try RegisterFixture()
        let details = PersonDetails(
            email: which == 0 ? "a@b.example" : nil, studentID: which == 1 ? "7" : nil,
            did: which == 2 ? "did:key:z1" : nil)
        _ = try fixture.person(details)
        #expect(throws: RegisterError(.identifierTaken, "")) { try fixture.person(details) }
        let other = try fixture.person(PersonDetails(name: "Toinen"))
        #expect(throws: RegisterError(.identifierTaken, "")) {
            try fixture.register.write { try $0.completePerson(other.id, with: details, at: fixture.now) }
        }
        #expect(try fixture.register.read { try $0.personCount() } == 2)
    }

    @Test("names are compared in NFC, lower case and with single spaces, among those without an address")
    func names() throws {
        let fixture = try RegisterFixture()
        let first = try fixture.person(PersonDetails(name: "  PÄIVI   Mäki "))
        let second = try fixture.person(PersonDetails(givenName: "Päivi", familyName: "Ma\u{308}ki"))
        _ = try fixture.person(PersonDetails(name: "Päivi Mäki", email: "paivi@koulu.example"))
        let found = try fixture.register.read { try $0.emaillessPersons(named: "pa\u{308}ivi mäki") }
        #expect(found == [first, second])
        #expect(try fixture.register.read { try $0.emaillessPersons(named: "  ") } == [])
    }

    @Test("completing a person adds what is missing and changes nothing else")
    func completing() throws {
        let fixture = try RegisterFixture()
        let person = try fixture.person(PersonDetails(name: "Anna Aalto", studentID: "1"))
        let more = PersonDetails(name: "Someone Else", email: "Anna@Koulu.example", studentID: "2", language: "sv")
        let completed = try fixture.register.write { try $0.completePerson(person.id, with: more, at: fixture.now) }
        #expect(completed.name == "Anna Aalto")
        #expect(completed.studentID == "1")
        #expect(completed.email == "anna@koulu.example")
        #expect(completed.language == "sv")
        #expect(try fixture.register.read { try $0.person(.email("anna@koulu.example")) } == completed)
        #expect(try fixture.register.read { try $0.person(.studentID("2")) } == nil)
        #expect(throws: RegisterError(.personMissing, "")) {
            try fixture.register.write { try $0.completePerson("nobody", with: more, at: fixture.now) }
        }
    }

    @Test("a passport number that is taken is drawn again")
    func collision() throws {
        let fixture = try RegisterFixture()
        var generator = SeededGenerator(seed: 99)
        let first = try fixture.register.write {
            try $0.insertPerson(PersonDetails(), at: fixture.now, using: &generator)
        }
        // The same numbers once more, behind another UUID.
        var again = SeededGenerator(seed: 99)
        var repeating = PrefixedGenerator(
            prefix: [1, 2],
            rest: {
                _ = (again.next(), again.next()); return again
            }())
        let second = try fixture.register.write {
            try $0.insertPerson(PersonDetails(), at: fixture.now, using: &repeating)
        }
        #expect(first.passportNumber != second.passportNumber)
        #expect(repeating.drawn > 3)
    }

    /// Gives some numbers first and then another generator's.
    struct PrefixedGenerator: RandomNumberGenerator {
        var prefix: [UInt64]
        var rest: SeededGenerator
        var drawn = 0

        mutating func next() -> UInt64 {
            drawn += 1
            return prefix.isEmpty ? rest.next() : prefix.removeFirst()
        }
    }
}
