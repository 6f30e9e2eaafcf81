import Testing

@testable import Fetching

@Suite("Addresses on the web")
struct WebAddressTests {
    @Test("are taken apart and written as they are asked for")
    func parts() throws {
        let address = try WebAddress("HTTPS://School.Example:8443/a/b.json?x=1#part")
        #expect(address.host == "school.example")
        #expect(address.port == 8443)
        #expect(address.target == "/a/b.json?x=1")
        #expect(address.text == "https://school.example:8443/a/b.json?x=1")
        #expect(try WebAddress("https://school.example").text == "https://school.example/")
        #expect(try WebAddress("https://school.example?x").text == "https://school.example/?x")
        #expect(try WebAddress("https://school.example:443/").authority == "school.example")
        #expect(try WebAddress("https://[2606:4700::1111]:8443/a").literal?.reach == .everywhere)
        #expect(try WebAddress("https://127.0.0.1/a").literal?.reach == .ownNetwork)
        #expect(try WebAddress("https://xn--koulu-5ra.example/").literal == nil)
    }

    @Test(
        "of other kinds aren't asked",
        arguments: [
            "http://school.example/", "ftp://school.example/", "file:///etc/passwd", "//school.example/", "",
            "https:/a",
            "gopher://school.example/", "https\u{301}://school.example/", " https://school.example/",
            "urn:uuid:1", "data:application/json,{}",
        ])
    func schemes(_ text: String) {
        #expect(throws: FetchError(.notHTTPS, "")) { try WebAddress(text) }
    }

    @Test(
        "that confuse are refused",
        arguments: [
            "https://", "https:///a", "https://user@school.example/", "https://user:secret@school.example/",
            "https://good.example@127.0.0.1/", "https://school.example\\@evil.example/", "https://school example/",
            "https://school.example/a b", "https://school.example/\n", "https://koulu.éxample/", "https://-a.example/",
            "https://a..example/", "https://.example/", "https://a.example./", "https://127.1/", "https://0x7f000001/",
            "https://2130706433/", "https://0177.0.0.1/", "https://1.2.3.4.5/", "https://[::1/", "https://[::1]x/",
            "https://[fe80::1%25lo]/", "https://[127.0.0.1]/", "https://a_b.example/", "https://school.example:/x:",
            "https://school.example:08443/", "https://school.example:99999/", "https://school.example:8443x/",
            "https://" + String(repeating: "a", count: 64) + ".example/",
            "https://school.example/" + String(repeating: "a", count: 2048),
        ])
    func confusing(_ text: String) {
        // An empty port is RFC 3986's own, so that one stands for the usual one.
        if text == "https://school.example:/x:" {
            #expect((try? WebAddress(text))?.port == 443)
        } else {
            #expect(throws: FetchError(.address, "")) { try WebAddress(text) }
        }
    }

    @Test("with the port of another service aren't asked", arguments: [1, 22, 25, 80, 389, 444, 1023])
    func ports(_ port: Int) {
        #expect(throws: FetchError(.port, "")) { try WebAddress("https://school.example:\(port)/") }
        #expect((try? WebAddress("https://school.example:\(port + 1024)/"))?.port == port + 1024)
    }
}
