import Encodings
import Passport
import TestSupport
import Testing

/// Which file is whose.
@Suite("The list of applicants")
struct ApplicantListTests {
    private func read(_ text: String) throws(RecognitionError) -> [ApplicantList.Row] {
        try ApplicantList.read(Array(text.utf8)) { $0.contains("HETU") }.rows
    }

    @Test(
        "is read in three languages and with each separator",
        arguments: [
            "file;case;identifiers\nanna.json;17;anna@example.org\n",
            "Tiedosto,Asia,Sähköposti\r\nanna.json,17,anna@example.org",
            "fil\tärende\te-post\nanna.json\t17\tanna@example.org\n",
            "\u{FEFF}\"file\";\"CASE_ID\";\"Email\"\n\"inbox/anna.json\";17;\" anna@example.org \"\n;;\n",
        ])
    func languages(_ text: String) throws {
        let rows = try read(text)
        #expect(rows.count == 1)
        #expect(rows[0].file == "anna.json" && rows[0].caseID == "17" && rows[0].number == 2)
        #expect(rows[0].identifiers == ["anna@example.org"])
    }

    @Test("is read as Windows-1252 where it is no UTF-8")
    func windows() throws {
        let bytes = Array("fil;".utf8) + [0xE4] + Array("rende;e-post\na;1;a@example.org\n".utf8)
        #expect(try ApplicantList.read(bytes) { _ in false }.rows[0].caseID == "1")
    }

    @Test("takes several identifiers from one cell and from several columns")
    func identifiers() throws {
        let rows = try read(
            "file;identifiers;email;passport number\n"
                + "a;\"a@example.org, did:key:z6Mk b@example.org\";c@example.org;7K2M 9QXT 41VB 8\n")
        #expect(
            rows[0].identifiers == [
                "a@example.org", "did:key:z6Mk", "b@example.org", "c@example.org", "7K2M 9QXT 41VB 8",
            ])
    }

    @Test("knows an applicant by the institution's own number, and passes names over")
    func reference() throws {
        let rows = try read("tiedosto;hakija;nimi\nkansio/;H-7;Virtanen\n")
        #expect(rows[0].file == "kansio" && rows[0].applicant == "H-7" && rows[0].identifiers == [])
    }

    @Test("says which row is wrong and not what stands in it")
    func refusals() {
        func message(_ text: String) -> String {
            do { _ = try read(text) } catch {
                #expect(error.code == .applicants)
                return error.message
            }
            return ""
        }
        #expect(message("file;email\na;x@example.org\nb;HETU\n").contains("Row 3"))
        #expect(message("file;email\na;x@example.org;z\n").contains("Row 2"))
        #expect(message("file;case;email\na;1;x@example.org\nb;1;y@example.org\n").contains("Rows 2 and 3"))
        #expect(message("file;case;email\na;1;x@example.org\nb;1;X@Example.org\n").isEmpty)
        #expect(message("file;what\na;b\n").contains("Column 2"))
        for text in ["file;email\na;x@secret.example\na;y@secret.example\n", "file;email\nx@secret.example\n"] {
            #expect(!message(text).isEmpty && !message(text).contains("secret"))
        }
    }

    @Test("nothing that is read crashes or hangs", arguments: 0..<4)
    func anything(_ seed: Int) {
        forAll("the list is read or refused", rounds: 150) { generator in
            let alphabet = Array("file;case,email\t\"\n\r=+-@é\u{0} a1".utf8) + [0xFF, 0xE4]
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let text = Array("file;email\n".utf8) + bytes
            for input in [bytes, text] {
                guard let list = try? ApplicantList.read(input, refusing: { _ in false }) else { continue }
                guard list.rows.allSatisfy({ !$0.file.isEmpty && !$0.file.contains("/") }) else { return false }
            }
            return true
        }
    }
}
