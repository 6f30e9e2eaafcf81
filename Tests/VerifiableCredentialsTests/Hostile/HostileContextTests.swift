import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Contexts that lead away from what words mean, or into endless work.
@Suite("Hostile files: contexts") struct HostileContextTests {
    private func judge(_ contexts: JSONValue, _ changes: [(String, JSONValue?)] = []) -> VerificationReport {
        HostileFile.judge(HostileFile.unsigned([("@context", contexts)] + changes))
    }

    @Test("A context that isn't at hand leaves meaning and signature open")
    func unknown() {
        let report = judge(HostileFile.contexts("https://evil.example/v1"))
        #expect(report[.contexts]?.code == .contextsUnknown && report[.contexts]?.outcome == .undetermined)
        #expect(report[.proof]?.code == .proofContexts && report[.proof]?.outcome == .undetermined)
        #expect(report.verdict == .undetermined)
    }

    @Test("A word without a meaning fails, though the rest is signed")
    func undefinedTerm() throws {
        var document = try HostileFile.signed([])
        #expect(HostileFile.judge(document).verdict == .valid)
        document["nickname"] = "x"
        let report = HostileFile.judge(document)
        #expect(report[.contexts]?.code == .contextsUndefinedTerm && report[.contexts]?.outcome == .failed)
        #expect(report[.proof]?.outcome == .failed)
        #expect(report.verdict == .invalid)
    }

    /// What an inline context may say besides the contexts that ship; none of it is for a receiver to believe.
    static let inline: [JSONObject] = [
        [:], ["@vocab": "https://example.org/"], ["@base": "https://example.org/"], ["@language": "fi"],
        ["@propagate": false], ["@import": "https://www.w3.org/ns/credentials/v2"], ["@version": 1],
        ["nickname": "https://example.org/nickname"], ["alias": "@id"], ["kind": "@type"], ["more": "@nest"],
        ["also": "@included"], ["back": ["@reverse": "https://example.org/back"]],
        ["x": ["@id": "urn:x", "@container": ["@graph", "@id"]]], ["x": ["@id": "urn:x", "@type": "@json"]],
        ["x": ["@id": "urn:x", "@context": ["y": ["@id": "urn:y", "@context": nil]]]], ["@protected": true],
    ]

    @Test("A signature over an inline context may fit, the meaning stays open", arguments: inline)
    func inlineContext(_ context: JSONObject) throws {
        var context = context
        if context["@version"] != nil { context["@version"] = JSONNumber(text: "1.1").map { .number($0) } }
        let changes: [(String, JSONValue?)] = [("@context", HostileFile.contexts(.object(context)))]
        let document = try HostileFile.signed(changes)
        let report = HostileFile.judge(document)
        #expect(report[.proof]?.code == .proofOK)
        #expect(report[.contexts]?.code == .contextsUnknown && report[.contexts]?.outcome == .undetermined)
        #expect(report.verdict == .undetermined)
        // Taken away, added or emptied it is another document or, where it says nothing, the same.
        var without = document
        without["@context"] = HostileFile.contexts()
        #expect(HostileFile.judge(without)[.proof]?.outcome != .undetermined)
    }

    static let wrong: [JSONValue] = [
        ["name": "https://example.org/name"], ["id": "urn:id"], ["type": nil], ["VerifiableCredential": "urn:x"],
        ["issuer": ["@id": "urn:issuer"]], nil, ["@context": ["a": "urn:a"]], ["a": ["@id": "b"]],
        ["a": "b:a", "b": "a:b"], ["@vocab": 1], ["@base": 1], ["@propagate": 1], ["@import": 1], ["@version": 1],
        ["@protected": 1], ["a": 1], ["": "urn:a"], ["@type": "urn:a"], ["@id": "urn:a"], ["a": "@context"],
        ["a": ["@id": "urn:a", "@container": "@here"]], ["a": ["@id": "urn:a", "@container": ["@list", "@set"]]],
        ["a": ["@id": "urn:a", "@unheard": true]], ["a": ["@reverse": "urn:a", "@id": "urn:b"]],
        ["@import": "https://evil.example/v1"], ["a": ["@id": "urn:a", "@type": "relative"]],
        ["@language": "a b"], ["@direction": "up"], ["@vocab": "relative"], "relative", "", 1, true, [[["a"]]],
    ]

    @Test("Contexts that break JSON-LD's rules, or take protected words over, make no badge good", arguments: wrong)
    func wrongContext(_ context: JSONValue) {
        let report = judge(HostileFile.contexts(context))
        #expect(report.verdict != .valid)
        #expect(report[.proof]?.outcome != .passed)
        #expect(report[.contexts]?.outcome != .passed)
    }

    @Test("Sixteen contexts are read, seventeen are not")
    func many() {
        let known = JSONValue.string(OpenBadgesContexts.openBadges)
        func contexts(_ count: Int) -> JSONValue {
            .array(["https://www.w3.org/ns/credentials/v2"] + Array(repeating: known, count: count - 1))
        }
        #expect(judge(contexts(16))[.proof]?.code == .proofMismatch)
        #expect(judge(contexts(16))[.contexts]?.code == .contextsOK)
        expectLimit(judge(contexts(17)))
        expectLimit(judge(contexts(17)), .contexts, .limitMembers)
    }

    @Test("Contexts that bring themselves along come to an end")
    func recursive() {
        let own = OpenBadgesContexts.openBadges
        for context: JSONValue in [
            ["a": ["@id": "urn:a", "@context": .string(own)]],
            ["a": ["@id": "urn:a", "@context": ["a": ["@id": "urn:a", "@context": .string(own)]]]],
            ["@propagate": false, "a": ["@id": "urn:a", "@context": ["@propagate": true, "a": "urn:b"]]],
        ] {
            var value: JSONValue = "x"
            for _ in 0..<40 { value = ["a": value] }
            let report = judge(HostileFile.contexts(context), [("a", value)])
            #expect(report.verdict != .valid)
            #expect(report[.contexts]?.code == .contextsUnknown)
        }
    }

    @Test("Contexts of ten thousand terms are read once, not for each object")
    func huge() {
        let terms = JSONObject(
            uniqueMembers: (0..<10_000).map { .init(name: "term\($0)", value: .string("urn:t:\($0)")) })
        #expect(judge(HostileFile.contexts(.object(terms)))[.proof]?.code == .proofMismatch)
        let objects = JSONValue.array(Array(repeating: ["@context": ["a": "urn:a"], "a": 1], count: 500))
        expectLimit(judge(HostileFile.contexts(.object(terms)), [("urn:objects", objects)]))
    }

    @Test("Types that each bring terms along, on objects that have them all, are given up")
    func typeScopes() {
        let names = (0..<1_500).map { "T\($0)" }
        let terms = JSONObject(
            uniqueMembers: names.map { name in
                .init(name: name, value: ["@id": .string("urn:\(name)"), "@context": [name + "x": "urn:x"]])
            })
        let types = JSONValue.array(names.map { .string($0) })
        expectLimit(judge(HostileFile.contexts(.object(terms)), [("urn:o", ["@type": types])]))
    }

    @Test("A chain of terms, each defined by the next, is given up")
    func chain() {
        let terms = JSONObject(
            uniqueMembers: (0..<5_000).map { .init(name: "t\($0)", value: .string("t\($0 + 1):x")) })
        expectLimit(judge(HostileFile.contexts(.object(terms))))
    }

    @Test("An added word can't make a badge of the school's say another thing")
    func addedContext() throws {
        let good = try HostileFile.signed([])
        for context: JSONValue in [
            ["validUntil": nil], ["until": ["@id": "https://www.w3.org/2018/credentials#validUntil"]], [:],
            ["@vocab": "urn:"],
        ] {
            var document = good
            document["@context"] = HostileFile.contexts(context)
            let report = HostileFile.judge(document)
            #expect(report[.contexts]?.outcome != .passed)
            #expect(report.verdict != .valid)
        }
    }
}
