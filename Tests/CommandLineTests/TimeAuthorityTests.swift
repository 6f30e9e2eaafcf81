import Encodings
import TestSupport
import Testing

@Suite("passportctl trust add --tsa", .needsOpenSSL)
struct TimeAuthorityTests {
    private static let authority = Result { try TimeAuthority() }

    private func desk() throws -> Desk {
        let desk = try Desk()
        let authority = try Self.authority.get()
        try desk.folder.write("root.pem", authority.root)
        try desk.folder.write("root.crt", authority.rootDER)
        try desk.folder.write("tsa.pem", authority.certificate)
        return desk
    }

    @Test("a certificate is pinned, shown with its fingerprint and dates, and taken off again")
    func addListRemove() throws {
        let desk = try desk()
        let added = try desk.run("trust", "add", "--tsa", "root.crt", "--tsa", "tsa.pem")
        #expect(added.status == 0, "\(added.stderr)")
        #expect(added.stdout.hasPrefix("CN=Aikajuuri,C=FI  time stamps\n  SHA-256 "))
        #expect(added.stdout.contains("CN=Aikaleimapalvelu,O=Aika Oy,C=FI  time stamps\n"))
        #expect(added.stdout.contains("\n  from ") && added.stdout.contains(" until "))
        #expect(added.stderr.contains("Compare the fingerprint"))
        #expect(try desk.run("trust", "list").stdout == added.stdout)
        let listed = try desk.run("trust", "list", "--json").objects()
        #expect(listed.map { $0["format"] } == ["passport.trusted-tsa/1", "passport.trusted-tsa/1"])
        let fingerprint = try #require(listed[0]["fingerprint"]?.stringValue)
        #expect(fingerprint.count == 95 && added.stdout.contains(fingerprint))
        #expect(listed[0]["subject"] == "CN=Aikajuuri,C=FI" && listed[0]["validUntil"]?.stringValue != nil)

        try desk.run("trust", "add", "--tsa", "root.pem").expectRefusal(65, "trust.duplicate", naming: fingerprint)
        try desk.run("trust", "remove", "--tsa", "AB:CD").expectRefusal(65, "trust.unknown-certificate")
        let plain = fingerprint.lowercased().filter { $0 != ":" }
        let removed = try desk.run("trust", "remove", "--tsa", plain, "--json")
        #expect(try removed.objects().first?["fingerprint"]?.stringValue == fingerprint)
        #expect(try desk.run("trust", "list", "--json").objects().map { $0["subject"] } == [listed[1]["subject"]])
        try desk.run("trust", "remove", "--tsa", plain).expectRefusal(65, "trust.unknown-certificate")
    }

    @Test(
        "what can't be pinned for time stamps is refused, and no list is written",
        arguments: [
            (["--tsa", "gone.pem"], 66, "file.missing"), (["--tsa", "text.pem"], 65, "trust.certificate"),
            (["--tsa", "two.pem"], 65, "trust.certificate"), (["--tsa", "other.pem"], 65, "trust.certificate"),
            (["--tsa", "root.pem", "--tsa", "root.crt"], 65, "trust.duplicate"),
            (["did:web:a.example", "--name", "A", "--tsa", "root.pem"], 64, "usage.arguments"),
            (["--name", "A", "--tsa", "root.pem"], 64, "usage.arguments"), ([], 64, "usage.arguments"),
            (["did:web:a.example"], 64, "usage.arguments"),
        ] as [([String], Int32, String)])
    func refused(_ arguments: [String], _ status: Int32, _ code: String) throws {
        let desk = try desk()
        try desk.folder.write("text.pem", "hello")
        try desk.folder.write("two.pem", desk.folder.read("root.pem") + desk.folder.read("tsa.pem"))
        try desk.folder.write("other.pem", try TimeAuthority(.otherPurpose).certificate)
        let before = desk.folder.files()
        try desk.run(["trust", "add"] + arguments).expectRefusal(status, code)
        #expect(desk.folder.files() == before)
        try desk.run("trust", "remove").expectRefusal(64, "usage.arguments")
    }
}
