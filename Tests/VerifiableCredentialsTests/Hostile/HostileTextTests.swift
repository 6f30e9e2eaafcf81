import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Texts and numbers at the edges: what is signed is what is read, and nothing ends a term that isn't its end.
@Suite("Hostile files: texts and numbers") struct HostileTextTests {
    /// The canonical statements of a badge with one further member.
    private func statements(_ member: String, _ value: JSONValue) throws -> String {
        let document = JSONValue.object(["@id": "urn:s", member: value])
        let contexts = OpenBadgesContexts.store.prepared
        return String(
            decoding: try RDFC10.canonicalize(JSONLD.toRDF(document, contexts: contexts, options: .signing)).text,
            as: UTF8.self)
    }

    @Test(
        "IRIs with characters that none has are refused, and can't be signed",
        arguments: [
            "urn:a b", "urn:a>b", "urn:<x>", "urn:a\"b", "urn:a\\b", "urn:a\nb", "urn:a\u{0}b", "urn:a\u{1F}b",
            "urn:{x}",
            "urn:a|b", "urn:a^b", "urn:a`b", "urn:a> <urn:b", "http://a/#b#c", " urn:a", "urn:\u{7F}\u{20}",
        ])
    func illegalIRIs(_ iri: String) throws {
        let types: JSONValue = ["VerifiableCredential", .string(iri)]
        let places: [(String, JSONValue)] = [
            ("credentialSubject.achievement.id", .string(iri)), ("type", types), (iri, "x"),
        ]
        for place in places {
            let changes: [(String, JSONValue?)] = [(place.0, place.1)]
            #expect(throws: ProofError(.linkedData, "")) { try HostileFile.signed(changes) }
            let report = HostileFile.judge(HostileFile.unsigned(changes))
            #expect(report[.proof]?.outcome == .failed)
            #expect(report.verdict == .invalid)
        }
    }

    @Test("Relative addresses are refused")
    func relative() {
        for id: JSONValue in ["x", "/x", "#x", "?x", "", "//a/b", ":x"] {
            let report = HostileFile.judge(HostileFile.unsigned([("credentialSubject.achievement.id", id)]))
            #expect(report[.proof]?.outcome == .failed, "\(id)")
            #expect(report.verdict == .invalid)
        }
    }

    @Test("Control characters, quotes and what looks like a statement stay within their literal")
    func literals() throws {
        let text = "\" .\n<urn:x> <urn:y> \"z\\\t\r\u{0}\u{8}\u{C}\u{B}\u{7F}\u{85}\u{2028}\u{FFFE}\u{10FFFF}"
        let written = try statements("urn:p", .string(text))
        #expect(written.utf8.filter { $0 == 0x0A }.count == 1)
        #expect(
            written == #"<urn:s> <urn:p> "\" .\n<urn:x> <urn:y> \"z\\\t\r\u0000\b\f\u000B\u007F"#
                + "\u{85}\u{2028}\\uFFFE\u{10FFFF}\" .\n")
        let document = try HostileFile.signed([("name", .string(text))])
        #expect(HostileFile.judge(document)[.proof]?.code == .proofOK)
    }

    @Test("Texts that look alike are different texts")
    func normalisation() throws {
        let document = try HostileFile.signed([("name", "Caf\u{E9}")])
        #expect(HostileFile.judge(document).verdict == .valid)
        for other in ["Cafe\u{301}", "Caf\u{E9}\u{200B}", "\u{FEFF}Caf\u{E9}", "CAF\u{C9}"] {
            let changed = TestBadge.replacing("name", in: document, by: .string(other))
            #expect(HostileFile.judge(changed)[.proof]?.code == .proofMismatch)
        }
        let node = try statements("urn:p", [["@id": "urn:\u{E9}"], ["@id": "urn:e\u{301}"]])
        #expect(node.utf8.filter { $0 == 0x0A }.count == 2)
    }

    @Test("Lone surrogates, invalid UTF-8 and doubled members are refused where they stand")
    func malformed() throws {
        let good = String(decoding: JSONWriter.compact(.object(try HostileFile.signed([]))), as: UTF8.self)
        let bench = Bench()
        for (place, other) in [
            ("\"Teamwork\"", #""\uD800""#), ("\"Teamwork\"", #""\uDC00\uD800""#), ("{", #"{"id":"urn:a","#),
        ] {
            let report = bench.verifier.judge(
                Array(good.replacing(place, with: other, maxReplacements: 1).utf8), source: "-")
            #expect(report[.form]?.outcome == .failed)
        }
        var bytes = Array(good.utf8)
        bytes[bytes.count / 2] = 0xFF
        #expect(bench.verifier.judge(bytes, source: "-").verdict == .invalid)
    }

    @Test(
        "Numbers are signed as the doubles they are",
        arguments: [
            ("0", "\"0\"^^<http://www.w3.org/2001/XMLSchema#integer>"), ("-0", "\"0\"^^<…integer>"),
            ("1.0", "\"1\"^^<…integer>"), ("9007199254740993", "\"9007199254740992\"^^<…integer>"),
            ("1e20", "\"100000000000000000000\"^^<…integer>"), ("1e21", "\"1.0E21\"^^<…double>"),
            ("0.1", "\"1.0E-1\"^^<…double>"), ("-1.5e-300", "\"-1.5E-300\"^^<…double>"),
            ("5e-324", "\"4.940656458412465E-324\"^^<…double>"), ("1e-400", "\"0\"^^<…integer>"),
            ("1.7976931348623157e308", "\"1.797693134862316E308\"^^<…double>"),
        ])
    func numbers(_ written: String, _ literal: String) throws {
        let number = try #require(JSONNumber(text: written))
        let expected = literal.replacing("…", with: "http://www.w3.org/2001/XMLSchema#")
        #expect(try statements("urn:p", .number(number)) == "<urn:s> <urn:p> \(expected) .\n")
    }

    @Test("A number beyond the doubles is refused by the parser")
    func infinite() throws {
        let text = String(decoding: JSONWriter.compact(.object(try HostileFile.signed([]))), as: UTF8.self)
        let bytes = Array(text.replacing("{", with: "{\"urn:p\":1e400,", maxReplacements: 1).utf8)
        #expect(Bench().verifier.judge(bytes, source: "-")[.form]?.outcome == .failed)
    }

    @Test("Another number changes the signature, another way to write it doesn't")
    func spelling() throws {
        func badge(_ text: String) throws -> JSONObject {
            try HostileFile.signed([
                ("credentialSubject.creditsEarned", JSONNumber(text: text).map { .number($0) })
            ])
        }
        let document = try badge("2.5")
        for (text, code) in [
            ("2.50", VerificationCode.proofOK), ("25e-1", .proofOK), ("2.6", .proofMismatch), ("-2.5", .proofMismatch),
        ] {
            let changed = TestBadge.replacing(
                "credentialSubject.creditsEarned", in: document, by: JSONNumber(text: text).map { .number($0) })
            #expect(HostileFile.judge(changed)[.proof]?.code == code)
        }
    }

    @Test("Nameless nodes may be called anything, and clash with none of ours")
    func labels() throws {
        let labels = ["_:b0", "_:c14n0", "_:", "_:a.", "_:-", "_:\u{0}", "_: x>", "_:b0_:b1", "_:\u{10FFFF}"]
        let nodes = labels.map { label -> JSONValue in ["@id": .string(label), "urn:n": .string(label)] }
        let document = try HostileFile.signed([("urn:nodes", .array(nodes))])
        #expect(HostileFile.judge(document)[.proof]?.code == .proofOK)
        let numbered = nodes.enumerated().map { place, node -> JSONValue in
            ["@id": .string("_:x\(place)"), "urn:n": node["urn:n"] ?? nil]
        }
        let renamed = TestBadge.replacing("urn:nodes", in: document, by: .array(numbered))
        #expect(HostileFile.judge(renamed)[.proof]?.code == .proofOK)
        let merged = TestBadge.replacing("urn:nodes.1.@id", in: document, by: "_:b0")
        #expect(HostileFile.judge(merged)[.proof]?.code == .proofMismatch)
    }

    @Test("Language tags are signed as they stand, and must be formed like some")
    func languages() throws {
        for tag in ["fi", "sv-FI", "de-Latn-1996", "x"] {
            let name: JSONValue = ["@value": "x", "@language": .string(tag)]
            let document = try HostileFile.signed([("name", name)])
            #expect(HostileFile.judge(document)[.proof]?.code == .proofOK)
            let shouted = TestBadge.replacing("name.@language", in: document, by: .string(tag.uppercased()))
            #expect(HostileFile.judge(shouted)[.proof]?.code == .proofMismatch)
        }
        for tag in ["", "-", "fi_FI", "f i", "fi\"@en", "fi-", "123", "toolongtag", "fi\n", "\u{E4}"] {
            let name: JSONValue = ["@value": "x", "@language": .string(tag)]
            #expect(throws: ProofError(.linkedData, "")) { try HostileFile.signed([("name", name)]) }
        }
    }
}
