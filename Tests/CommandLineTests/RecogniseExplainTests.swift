import Encodings
import TestSupport
import Testing

/// Why a case came out so, in words that were reviewed.
@Suite("passportctl recognise explain")
struct RecogniseExplainTests {
    private func explain(_ more: String...) throws -> Run {
        let desk = try Desk()
        try desk.folder.write("case.json", try ExampleFile.read("recognition-case.json"))
        return try desk.run(["recognise", "explain", "case.json"] + more)
    }

    @Test(
        "speaks to applicants and officers in three languages",
        arguments: ["fi", "sv", "en"], ["applicant", "officer"])
    func golden(_ language: String, _ reader: String) throws {
        let run = try explain("--lang", language, "--for", reader)
        #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
        try Snapshot.expect(run.stdout, is: "recognition-\(reader)-\(language).txt")
    }

    @Test("is JSON for programs, one line for the hasty, and refuses what it can't be")
    func forms() throws {
        let json = try explain("--json").objects()
        #expect(json.count == 1 && json[0]["format"] == "passport.recognition-text/1" && json[0]["language"] == "en")
        #expect(json[0]["state"] == "evaluated" && (json[0]["lines"]?.asList.count ?? 0) > 10)
        #expect(try explain("-q").stdout.split(separator: "\n").count == 1)
        try explain("--for", "mother").expectRefusal(64, "usage.value")
        try explain("--lang", "de").expectRefusal(64, "usage.value")
        try Desk().run("recognise", "explain", "none.json").expectRefusal(66, "file.missing")
        let desk = try Desk()
        for text in ["", "{", "[]", "{\"format\": \"passport.recognition-case/1\"}", "{\"format\": \"x\"}"] {
            try desk.folder.write("case.json", text)
            try desk.run("recognise", "explain", "case.json").expectRefusal(65, "recognition.case-file")
        }
    }
}
