import Encodings
import Foundation
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Class lists") struct ClassListTests {
    private func read(_ text: String) throws(AwardError) -> ClassList { try ClassList.read(Array(text.utf8)) }

    @Test("Semicolons, commas and tabs are told apart by the header", arguments: [";", ",", "\t"])
    func delimiters(delimiter: String) throws {
        let text = "email|name|level\na@example.org|Aino A|2\n".replacing("|", with: delimiter)
        let row = try #require(try read(text).rows.first)
        #expect(row.cells == [.email: "a@example.org", .name: "Aino A", .level: "2"])
    }

    @Test("Line ends, a missing last one and an empty last cell make no difference", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let list = try read(["email;name;level", "a@example.org;A;", "b@example.org;B;"].joined(separator: end))
        #expect(list.rows.map(\.number) == [2, 3])
        #expect(list.rows.last?.cells == [.email: "b@example.org", .name: "B"])
    }

    @Test("A byte order mark is dropped")
    func mark() throws {
        let list = try ClassList.read([0xEF, 0xBB, 0xBF] + Array("email;name\na@example.org;A".utf8))
        #expect(list.rows.first?.cells[.email] == "a@example.org")
    }

    @Test("Valid UTF-8 is read as that, anything else as Windows-1252")
    func encodings() throws {
        #expect(try read("nimi\nÅke Östman").rows.first?.cells[.name] == "Åke Östman")
        let windows = Array("nimi\n".utf8) + [0xC5, 0x6B, 0x65, 0x20, 0x80, 0x9A]
        #expect(try ClassList.read(windows).rows.first?.cells[.name] == "Åke €š")
    }

    @Test("Bytes that are neither are refused", arguments: [[0x81], [0xFF, 0xFE, 0x65, 0x00]] as [[UInt8]])
    func noEncoding(bytes: [UInt8]) {
        #expect(throws: AwardError(.csvEncoding, "")) { try ClassList.read(Array("nimi\n".utf8) + [0xE4] + bytes) }
    }

    @Test("Headers are known in three languages and any case, and can be named")
    func headers() throws {
        #expect(try read("SÄHKÖPOSTI;Taso\na@example.org;2").rows.first?.cells.count == 2)
        #expect(try read("E-post;Nivå;språk\na@example.org;2;sv").rows.first?.cells[.language] == "sv")
        let list = try ClassList.read(
            Array("Kontakti;Ryhmä;nimi\na@example.org;K1;A".utf8),
            columns: [.init(field: .email, header: "kontakti"), .init(field: .ignored, header: "Ryhmä")])
        #expect(list.rows.first?.cells == [.email: "a@example.org", .name: "A"])
        #expect(ClassList.ColumnChoice("sähköposti=Kontakti") == .init(field: .email, header: "Kontakti"))
        #expect(ClassList.ColumnChoice("shoe size=Kontakti") == nil)
    }

    @Test("An unknown header is refused with the known ones listed")
    func unknownHeader() throws {
        let error = try #require(throws: AwardError.self) { try read("email;Ryhmä\na@example.org;K1") }
        #expect(error.code == .csvHeader)
        #expect(error.message.contains("Ryhmä"))
        #expect(error.hint?.contains("passport number") == true)
    }

    @Test("Two columns that mean the same are refused")
    func twice() {
        #expect(throws: AwardError(.csvHeader, "")) { try read("email;sähköposti\na@example.org;b@example.org") }
    }

    @Test("A file without a header row is refused without showing what stands in it")
    func noHeader() throws {
        let text = "Virtanen;Venla;131052-308T;venla@example.org\n"
        let error = try #require(throws: AwardError.self) { try read(text) }
        #expect(error.code == .csvHeader)
        for part in ["Virtanen", "131052", "308T", "venla@"] {
            #expect(!"\(error.message) \(error.hint ?? "") \(error.cause ?? "")".contains(part))
        }
        let half = try #require(throws: AwardError.self) { try read("email;131052-308T\na@example.org;x") }
        #expect(!"\(half.message) \(half.hint ?? "")".contains("308T"))
    }

    @Test("A row with too many or too few cells, or an open quotation mark, refuses the file")
    func malformed() {
        for text in [
            "email;name\na@example.org", "email;name\na@example.org;A;B", "email;name\n\"a@example.org;A\n",
            "email;name\n\"a\"x;A\n",
        ] { #expect(throws: AwardError(.csvMalformed, ""), "\(text)") { try read(text) } }
    }

    @Test("Empty rows are skipped and still counted, also those of separators only")
    func emptyRows() throws {
        let list = try read("email;name\n\n;\n  ;  \na@example.org;A\n")
        #expect(list.rows.map(\.number) == [5])
        #expect(list.emptyRows == 3)
    }

    @Test("A quoted cell may hold separators, quotation marks and line breaks")
    func quoted() throws {
        let list = try read("email;kuvaus\na@example.org;\"yksi; \"\"kaksi\"\"\nkolme\"\nb@example.org;x\n")
        #expect(list.rows.first?.cells[.narrative] == "yksi; \"kaksi\"\nkolme")
        #expect(list.rows.last?.number == 3)
    }

    @Test("A row with an identity code keeps no cell")
    func identityCode() throws {
        let row = try #require(try read("email;nimi\na@example.org;131052-308T\n").rows.first)
        #expect(row.cells.isEmpty)
        #expect(row.identityCodeField == .name)
    }

    @Test("More bytes or rows than a class list may have are refused")
    func limits() {
        let rows = String(repeating: "a\n", count: ClassList.maxRows + 1)
        #expect(throws: AwardError(.csvRowsLimit, "")) { try read("name\n" + rows) }
        let bytes = [UInt8](repeating: 0x61, count: ClassList.maxBytes + 1)
        #expect(throws: AwardError(.csvBytesLimit, "")) { try ClassList.read(bytes) }
    }

    @Test("The teacher's list has 28 rows: 26 to award, one empty, one with an identity code, and one without email")
    func example() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(PackageRoot.path)/examples/class.csv")))
        #expect(String(validating: bytes, as: UTF8.self) == nil, "it is Windows-1252")
        let list = try ClassList.read(bytes)
        #expect(list.rows.count == 27)
        #expect(list.emptyRows == 1)
        #expect(list.rows.filter { $0.identityCodeField != nil }.map(\.number) == [17])
        #expect(list.rows.filter { $0.cells[.email] == nil }.map(\.number) == [9, 17])
        #expect(list.requests().filter { !$0.findings.isEmpty }.map(\.row) == [17])
    }

    @Test(
        "A cell that can't be read refuses its row with field and code",
        arguments: [
            ("date", "31.2.2026", AwardError.Code.date), ("date", "2026-13-01", .date), ("date", "tomorrow", .date),
            ("start", "1.1", .date), ("hours", "1.234", .hours), ("hours", "paljon", .hours),
            ("email", "a@b", .email), ("email", "aino.example.org", .email), ("email", "a b@example.org", .email),
            ("passport number", "7K2M-9QXT-41VB-9", .passportNumber), ("evidence", "kansio/raportti.pdf", .evidence),
        ])
    func cells(header: String, cell: String, code: AwardError.Code) throws {
        let request = try #require(try read("row;\(header)\nx;\(cell)".replacing("row", with: "name")).requests().first)
        #expect(request.findings.map(\.code) == [code])
        #expect(request.findings.first?.row == 2)
        #expect(request.findings.first?.field == AwardField(rawValue: header))
        #expect(request.findings.first?.message.contains(cell) == false)
    }

    @Test("Dates are read in both forms, hours with a decimal comma")
    func values() throws {
        let requests = try read("name;date;hours\nA;29.5.2026;27,5\nB;2026-05-29;27.50").requests()
        #expect(requests[0].date == requests[1].date)
        #expect(requests[0].hours == requests[1].hours)
        #expect(requests[0].hours == DecimalHundredths(hundredths: 2750))
    }
}

@Suite("Evidence as it is written") struct AwardEvidenceTests {
    @Test("A link with or without a title, a kind and a title, several of them")
    func forms() throws {
        let url = "https://portfolio.example.org/1?a=b"
        #expect(AwardEvidence(url) == AwardEvidence(kind: .link, source: .url(url)))
        #expect(AwardEvidence("Portfolio \(url)") == AwardEvidence(kind: .link, title: "Portfolio", source: .url(url)))
        #expect(
            AwardEvidence("Asiakirja: \(url)") == AwardEvidence(kind: .document, title: nil, source: .url(url)))
        #expect(
            AwardEvidence("havainto: arvio työpaikalla")
                == AwardEvidence(kind: .observation, title: "arvio työpaikalla", source: .none))
        let request = try ClassList.read(Array("name;evidence\nA;\(url) | havainto: arvio".utf8)).requests()[0]
        #expect(request.evidence.map(\.kind) == [.link, .observation])
    }

    @Test(
        "What is neither is refused, paths above all",
        arguments: [
            "", "/etc/passwd", "../kansio/raportti.pdf", "raportti.pdf", "file:///etc/passwd", "javascript:alert(1)",
            "ftp://example.org/a", "https://", "https:///x", "link: ei osoitetta", "award: urn:uuid:1",
            "https://a.example https://b.example", "https://a.example/<x>", "https://a.example/\u{202E}x",
        ])
    func others(text: String) { #expect(AwardEvidence(text) == nil) }

    @Test("A file is its digest and a title, nothing of its name")
    func file() {
        let evidence = AwardEvidence.file(Array("abc".utf8), title: "Raportti")
        #expect(evidence.sha256.map(Base16.encode)?.hasPrefix("ba7816bf") == true)
        #expect(evidence.kind == .document)
    }
}
