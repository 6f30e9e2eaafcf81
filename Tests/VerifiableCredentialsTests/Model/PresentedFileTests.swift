import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// What a file of unknown kind is told to be.
@Suite struct PresentedFileTests {
    let bench = Bench()

    private func check(
        _ bytes: [UInt8], _ outcome: Outcome, _ code: VerificationCode,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let report = bench.judge(bytes)
        expect(
            report, .form, outcome, code, outcome == .failed ? .invalid : .undetermined, sourceLocation: sourceLocation)
        #expect(report.credential == nil)
    }

    private func check(
        _ text: String, _ outcome: Outcome, _ code: VerificationCode, sourceLocation: SourceLocation = #_sourceLocation
    ) { check(Array(text.utf8), outcome, code, sourceLocation: sourceLocation) }

    @Test("Nothing, white space, prose and other JSON are no credential")
    func nothing() {
        check("", .failed, .formEmpty)
        check(" \n\t ", .failed, .formEmpty)
        check("Dear school, here is my badge.", .failed, .formNotCredential)
        check("hello", .failed, .formNotCredential)
        check("[]", .failed, .formNotCredential)
        check("42", .failed, .formNotCredential)
        check("<!DOCTYPE html><html><body><svg/></body></html>", .failed, .formNotCredential)
        check([0, 1, 2, 0xFF], .failed, .formNotCredential)
        check("{}", .failed, .formModel)
        check("a.b.c", .failed, .formJWS)
    }

    @Test("JSON with two meanings or cut off is refused with its place")
    func json() {
        for (text, line, column) in [
            (#"{"a":1,"# + "\n" + #" "a":2}"#, 2, 2), (#"{"a":"\ud800"}"#, 1, 7), (#"{"a":"#, 1, 6),
            ("\u{FEFF}{}", 1, 1),
        ] {
            let report = bench.judge(Array(text.utf8))
            expect(report, .form, .failed, .formJSON, .invalid)
            #expect(report[.form]?.detail["line"] == .number(JSONNumber(line)))
            #expect(report[.form]?.detail["column"] == .number(JSONNumber(column)))
        }
        check(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8), .failed, .formJSON)
    }

    @Test("Pictures without a badge are undetermined")
    func pictures() {
        check([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .undetermined, .formPicture)
        check([0xFF, 0xD8, 0xFF, 0xE0, 0], .undetermined, .formPicture)
        check("GIF89a", .undetermined, .formPicture)
        check("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ", .undetermined, .formPicture)
        check(
            "<?xml version=\"1.0\"?>\n<!-- x --><svg xmlns=\"http://www.w3.org/2000/svg\"/>", .undetermined,
            .formPicture)
        check("<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"/>", .undetermined, .formPicture)
    }

    @Test("Envelopes of other forms and Open Badges 2.0 are told by name")
    func otherKinds() throws {
        check(#"{"@context":[],"type":"VerifiablePresentation"}"#, .failed, .formModel)
        check(
            #"{"type":["EnvelopedVerifiableCredential"],"id":"data:application/vc+cose,x"}"#, .undetermined,
            .formEnveloped)
        check(#"{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}"#, .undetermined, .formOpenBadges2)
    }

    @Test("White space around a credential is passed over")
    func whiteSpace() throws {
        let json = String(decoding: JSONWriter.pretty(.object(try Bench.signed())), as: UTF8.self)
        #expect(bench.judge(Array("\n  \(json)\n\n".utf8)).verdict == .valid)
        #expect(bench.judge(Array("\n \(try Bench.jwt())\r\n".utf8)).verdict == .valid)
    }

    @Test("Limits decide nothing about a badge: bytes, depth, values, strings")
    func limits() throws {
        let badge = try Bench.signed()
        let bytes = JSONWriter.compact(.object(badge))
        let space = [UInt8](repeating: 0x20, count: JSONLimits.document.maxBytes - bytes.count)
        #expect(bench.judge(bytes + space).verdict == .valid)
        check(bytes + space + [0x20], .undetermined, .limitBytes)
        func crossing(_ extra: JSONValue) -> [UInt8] {
            var badge = badge
            badge["extra"] = extra
            return JSONWriter.compact(.object(badge))
        }
        check(
            crossing((0..<64).reduce(JSONValue.string("x")) { value, _ in .array([value]) }), .undetermined, .limitJSON)
        check(crossing(.array(Array(repeating: 1, count: 20_000))), .undetermined, .limitJSON)
        check(crossing(.string(String(repeating: "x", count: (1 << 20) + 1))), .undetermined, .limitJSON)
    }

    @Test("Bytes of any kind are answered, never with valid")
    func anyBytes() {
        let verifier = bench.verifier
        forAll("any bytes get a report that is not valid") { generator in
            verifier.judge(generator.bytes(upTo: 300), source: "-").verdict != .valid
        }
        forAll("any change of a badge's text gets a report") { generator in
            var bytes = JSONWriter.compact(.object(try Bench.signed()))
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
                default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &generator))
                }
            }
            // A change that leaves the same value leaves a good badge.
            let report = verifier.judge(bytes, source: "-")
            guard report.verdict == .valid else { return true }
            return try JSONParser.parse(bytes) == .object(try Bench.signed())
        }
    }
}
