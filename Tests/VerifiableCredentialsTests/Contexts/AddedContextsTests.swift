import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Contexts of the user's own, from the list to the verdict.
@Suite struct AddedContextsTests {
    private static let url = "https://example.org/terms/v1"
    private static let file = Array(#"{"@context": {"Medal": "urn:x:Medal", "metal": "urn:x:metal"}}"#.utf8)
    /// SHA-256 of the file as multihash, from `sha256sum`.
    private static let digest = "uEiCO0Ii4aUm9aP8fb0I_tMppvMSxIefYdpw5yMiAawZhjQ"

    private func entry(_ changes: JSONObject = [:]) throws -> AddedContexts.Entry {
        var entry: JSONObject = [
            "url": .string(Self.url), "file": "terms.json", "digestMultibase": .string(Self.digest),
        ]
        for change in changes.members { entry[change.name] = change.value }
        let list: JSONValue = ["format": "passport.contexts/1", "contexts": [.object(entry)]]
        return try #require(try AddedContexts.entries(of: list).first)
    }

    private func added() throws -> AddedContexts {
        var added = AddedContexts(to: OpenBadgesContexts.store)
        try added.add(try entry(), bytes: Self.file)
        return added
    }

    @Test("A badge with a context of the user's own is judged by it")
    func used() throws {
        let contexts = (TestBadge.credential()["@context"]?.asList ?? []) + [.string(Self.url)]
        let badge = TestBadge.credential([
            ("@context", .array(contexts)), ("credentialSubject.achievement.type", ["Achievement", "Medal"]),
            ("credentialSubject.achievement.metal", "silver"),
        ])
        var bench = Bench()
        expect(bench.judge(try Bench.signed(badge)), .contexts, .undetermined, .contextsUnknown, .undetermined)
        bench.contexts = try added().contexts
        expect(bench.judge(try Bench.signed(badge)), .contexts, .passed, .contextsOK, .valid)
        expect(bench.judge(jwt: try Bench.jwt(badge)), .contexts, .passed, .contextsOK, .valid)
        let other = TestBadge.replacing("credentialSubject.achievement.stone", in: badge, by: "ruby")
        expect(bench.judge(try Bench.signed(other)), .contexts, .failed, .contextsUndefinedTerm, .invalid)
    }

    @Test("The file must be the one that is pinned, to the byte; the hint names the digest of the one that is there")
    func pinned() throws {
        var added = AddedContexts(to: OpenBadgesContexts.store)
        let pinned = try entry()
        let file = Self.file + [0x20]
        do throws(ContextError) {
            try added.add(pinned, bytes: file)
            Issue.record("another file was taken")
        } catch {
            #expect(error.code == .digest)
            #expect(error.hint?.contains("uEi") == true && error.hint?.contains(Self.digest) == false)
        }
        for digest in ["", "zQm", "uEiAAAA", String(Self.digest.dropLast()) + "A"] {
            let entry = try entry(["digestMultibase": .string(digest)])
            #expect(throws: ContextError(.digest, "")) { try added.add(entry, bytes: Self.file) }
        }
        #expect(added.contexts.isEmpty)
    }

    @Test("A context that ships can't be replaced, and none stands twice")
    func taken() throws {
        var added = try added()
        let again = try entry()
        #expect(throws: ContextError(.taken, "")) { try added.add(again, bytes: Self.file) }
        let shipped = try entry(["url": "https://www.w3.org/ns/credentials/v2"])
        #expect(throws: ContextError(.taken, "")) { try added.add(shipped, bytes: Self.file) }
    }

    @Test("What one added context defines, the next may not define anew")
    func beside() throws {
        var added = try added()
        let entry = try entry(["url": "https://example.org/terms/v2"])
        #expect(throws: ContextError(.knownTerm, "")) { try added.add(entry, bytes: Self.file) }
    }

    @Test("A file that is no JSON or no context is refused")
    func form() throws {
        for (text, digest) in [("{", "uEi1"), ("[]", "uEi2")] {
            var added = AddedContexts(to: OpenBadgesContexts.store)
            let wrong = try entry(["digestMultibase": .string(digest)])
            // The digest that is right is learned from the refusal.
            do throws(ContextError) {
                try added.add(wrong, bytes: Array(text.utf8))
            } catch {
                let right = try #require(error.hint?.firstMatch(of: /uEi[A-Za-z0-9_-]+/)).output
                let entry = try entry(["digestMultibase": .string(String(right))])
                #expect(throws: ContextError(.form, "")) { try added.add(entry, bytes: Array(text.utf8)) }
            }
        }
    }

    @Test(
        "A list is read strictly",
        arguments: [
            [], ["contexts": []], ["format": "passport.contexts/2", "contexts": []], ["format": "passport.contexts/1"],
            ["format": "passport.contexts/1", "contexts": [], "more": 1],
            ["format": "passport.contexts/1", "contexts": [["url": "https://a.example/", "file": "a"]]],
            ["format": "passport.contexts/1", "contexts": .array(Array(repeating: "x", count: 65))],
        ] as [JSONValue])
    func list(_ list: JSONValue) {
        #expect(throws: ContextError(.list, "")) { try AddedContexts.entries(of: list) }
    }

    @Test(
        "A file is a plain name beside the list",
        arguments: ["", "../a.json", "/etc/passwd", "a/b.json", ".hidden", "a b", "ä.json", "a\u{0}b"])
    func plainNames(_ name: String) {
        #expect(throws: ContextError(.list, "")) { try entry(["file": .string(name)]) }
    }
}
