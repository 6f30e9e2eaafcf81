import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// Contexts inside a document: never believed, and some of them wrong on the face of it.
@Suite struct InlineContextTests {
    private func judge(_ contexts: JSONValue...) throws -> VerificationReport {
        var badge = TestBadge.credential()
        badge["@context"] = .array((badge["@context"]?.asList ?? []) + contexts)
        return Bench().judge(try Bench.signed(badge))
    }

    private static let meant = "https://school.example/#Course"

    @Test(
        "One that turns a word of the data model, or a guarded word, into another is refused",
        arguments: [
            [["VerifiableCredential": "https://evil.example/#Credential"]], [["type": "https://evil.example/#type"]],
            [["id": JSONValue.null]], [["name": ["@id": "https://evil.example/#name", "@type": "@id"]]],
            [["@protected": true, "Course": .string(meant)], ["Course": "https://evil.example/#Course"]],
            [["Course": ["@id": .string(meant), "@protected": true]], ["Course": JSONValue.null]],
        ] as [[JSONValue]])
    func redefined(_ contexts: [JSONValue]) throws {
        var badge = TestBadge.credential()
        badge["@context"] = .array((badge["@context"]?.asList ?? []) + contexts)
        let report = Bench().judge(try Bench.signed(badge))
        expect(report, .form, .failed, .formModel, .invalid)
        // It is the place that is named, not what a stranger wrote there.
        #expect(report[.form]?.values["problem"]?.contains("$['@context'][") == true)
        #expect(report[.form]?.values["problem"]?.contains("evil.example") == false)
    }

    @Test("One that makes a word stand for no address is refused")
    func noAddress() throws {
        expect(try judge(["Course": "https ://school.example"]), .form, .failed, .formModel, .invalid)
        expect(try judge(["Course": ["@id": "a course"]]), .form, .failed, .formModel, .invalid)
    }

    @Test(
        "Any other leaves the question open, as its words might mean anything",
        arguments: [
            ["Course": .string(meant)], ["id": "@id", "type": "@type"], ["@vocab": "https://school.example/#"],
            ["Course": ["@id": .string(meant), "@context": ["points": "https://school.example/#points"]]], [:],
        ] as [JSONValue])
    func open(_ context: JSONValue) throws {
        let report = try judge(context)
        #expect(report[.form]?.outcome == .passed)
        expect(report, .contexts, .undetermined, .contextsUnknown, .undetermined)
    }

    @Test("A guarded word may be said again as it was")
    func repeated() throws {
        let guarded: JSONValue = ["@protected": true, "Course": .string(Self.meant)]
        #expect(try judge(guarded, guarded)[.form]?.outcome == .passed)
    }

    @Test("Presentations are held to the same")
    func presentation() {
        let presentation: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2", ["type": "https://evil.example/#type"]],
            "type": "VerifiablePresentation",
        ]
        #expect(
            Bench().verifier.judge(JSONWriter.compact(.object(presentation)), source: "")[.form]?.code == .formModel)
    }
}
