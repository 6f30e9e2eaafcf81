import Encodings
import Glibc
import TestSupport
import Testing

@testable import Fetching

/// All traffic stays on this machine.
@Suite("Fetching by https", .enabled(if: WebServer.isAvailable), .serialized)
struct HTTPSClientTests {
    private static let server = Result { try WebServer() }
    private let server: WebServer

    init() throws { server = try Self.server.get() }

    /// - Parameter limits: short ones where a test waits for their end.
    private func client(
        allowsOwnNetwork: Bool = true, knowsAuthority: Bool = true, limits: FetchLimits = FetchLimits()
    ) throws -> HTTPSClient {
        let authorities = knowsAuthority ? try server.folder.read("authority.pem") : nil
        return try HTTPSClient(allowsOwnNetwork: allowsOwnNetwork, authorities: authorities, limits: limits)
    }

    private func get(_ path: String, of name: String = "good", limits: FetchLimits = FetchLimits()) throws
        -> HTTPSAnswer
    {
        try client(limits: limits).get(
            server.url(path, of: name), accepting: "application/json", maxBytes: 1 << 20)
    }

    private func expect(
        _ code: FetchError.Code, _ path: String, of name: String = "good", limits: FetchLimits = FetchLimits(),
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: FetchError(code, ""), sourceLocation: sourceLocation) {
            try get(path, of: name, limits: limits)
        }
    }

    private func count(_ path: String) throws -> Int { try server.requests().count { $0.path == path } }

    // MARK: Good ones

    @Test("the request says the product, what is wanted and nothing else")
    func request() throws {
        #expect(try get("/document").body == Array(#"{"here":true}"#.utf8))
        // A cookie that was set isn't sent back.
        _ = try get("/document")
        let request = try #require(try server.requests().last { $0.path == "/document" })
        #expect(Set(request.headers.keys) == ["host", "user-agent", "accept"])
        #expect(request.headers["user-agent"] == "passportctl")
        #expect(request.headers["host"] == "localhost:\(server.port())")
    }

    @Test("how long a document stays the same is its server's word")
    func caching() throws {
        #expect(try get("/kept").maxAgeSeconds == 60)
        #expect(try get("/kept").mayBeKept)
        #expect(try !get("/not-kept").mayBeKept)
        #expect(try get("/document").maxAgeSeconds == nil)
        #expect(HTTPSAnswer(body: [], cacheControl: "no-cache,max-age=60").maxAgeSeconds == 0)
        #expect(HTTPSAnswer(body: [], cacheControl: "max-age=x").maxAgeSeconds == nil)
    }

    @Test("a document that moved within its server is found", arguments: ["/moved", "/moved-within"])
    func moved(_ path: String) throws {
        #expect(try get(path).body == Array(#"{"here":true}"#.utf8))
    }

    // MARK: Where it leads

    @Test(
        "an address that leads elsewhere isn't followed",
        arguments: ["/moved-away", "/moved-port", "/moved-http", "/moved-file", "/moved-odd", "/loop"])
    func elsewhere(_ path: String) throws {
        let before = try server.requests().count { $0.path == "/document" }
        expect(.redirect, path)
        #expect(try count("/document") == before)
        #expect(try count("/loop") <= FetchLimits().maxRedirects + 1)
    }

    @Test("a server that has nothing under that address says so", arguments: ["/gone", "/missing"])
    func status(_ path: String) { expect(.status, path) }

    // MARK: Whom it is

    @Test("a server must show that it is the one that was named", arguments: ["other-name", "expired", "unknown"])
    func certificate(_ name: String) throws {
        let before = try server.requests().count
        expect(.certificate, "/document", of: name)
        #expect(try server.requests().count == before)
    }

    @Test("an authority that isn't known vouches for nobody")
    func authority() throws {
        #expect(throws: FetchError(.certificate, "")) {
            try client(knowsAuthority: false).get(
                server.url("/document"), accepting: "*/*", maxBytes: 1 << 20)
        }
        #expect(throws: FetchError(.authorities, "")) { try HTTPSClient(authorities: Array("no PEM".utf8)) }
    }

    @Test("a server without TLS isn't spoken to")
    func plain() throws {
        expect(.tls, "/document", of: "plain")
        #expect(throws: FetchError(.notHTTPS, "")) {
            try client().get("http://localhost:\(server.port("plain"))/document", accepting: "*/*", maxBytes: 100)
        }
        #expect(try !server.requests().contains { $0.port == server.port("plain") })
    }

    @Test(
        "a private address is refused before anything is sent, whether it is spelled out or only found",
        arguments: ["localhost", "127.0.0.1", "[::1]"])
    func privateAddress(_ host: String) throws {
        let before = try server.requests().count
        #expect(throws: FetchError(.privateAddress, "")) {
            try client(allowsOwnNetwork: false).get(
                "https://\(host):\(server.port())/document", accepting: "*/*", maxBytes: 1 << 20)
        }
        #expect(try server.requests().count == before)
    }

    @Test(
        "nobody's addresses are refused even where one's own network is allowed",
        arguments: ["0.0.0.0", "169.254.169.254", "[::ffff:127.0.0.1]", "224.0.0.1"])
    func nobodys(_ host: String) throws {
        #expect(throws: FetchError(.privateAddress, "")) {
            try client().get("https://\(host):\(server.port())/document", accepting: "*/*", maxBytes: 1 << 20)
        }
    }

    @Test("the address that a connection is made to is looked at, not the one that was found before")
    func connectTime() throws {
        let state = TransferState(maxBytes: 1, limits: FetchLimits(), allowsOwnNetwork: false)
        #expect(state.allows(try #require(IPAddress("8.8.8.8"))))
        #expect(!state.allows(try #require(IPAddress("127.0.0.1"))))
        #expect(!state.allows(try #require(IPAddress("::ffff:127.0.0.1"))))
        let own = TransferState(maxBytes: 1, limits: FetchLimits(), allowsOwnNetwork: true)
        #expect(own.allows(try #require(IPAddress("127.0.0.1"))))
        #expect(!own.allows(try #require(IPAddress("169.254.169.254"))))
    }

    @Test("no proxy of the environment is asked, and no file of it changes who is believed")
    func environment() throws {
        // Nobody listens on that port; a client that heeded one of them would fail.
        for name in ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy"] {
            setenv(name, "http://127.0.0.1:1", 1)
        }
        defer {
            for name in [
                "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy", "SSL_CERT_FILE", "CURL_CA_BUNDLE",
            ] {
                unsetenv(name)
            }
        }
        #expect(try get("/document").body.count == 13)
        setenv("SSL_CERT_FILE", server.authority, 1)
        setenv("CURL_CA_BUNDLE", server.authority, 1)
        #expect(throws: FetchError(.certificate, "")) {
            try client(knowsAuthority: false).get(
                server.url("/document"), accepting: "*/*", maxBytes: 1 << 20)
        }
    }

    // MARK: How much and how long

    @Test("more than is read of a document ends the request", arguments: ["/endless", "/long"])
    func tooLarge(_ path: String) { expect(.tooLarge, path) }

    @Test("headers without end end the request")
    func headers() { expect(.tooLarge, "/headers") }

    @Test("a compressed answer is no bomb: it is refused by its label")
    func compressed() { expect(.encoded, "/compressed") }

    @Test("a server that drips is left, and one that says nothing", arguments: ["/drip", "/silent"])
    func slow(_ path: String) {
        var limits = FetchLimits()
        limits.slowSeconds = 1
        limits.totalMilliseconds = 4_000
        let start = ContinuousClock.now
        expect(.timeout, path, limits: limits)
        #expect(ContinuousClock.now - start < .seconds(6))
    }

    @Test("all steps together take no longer than one may")
    func total() {
        var limits = FetchLimits()
        limits.totalMilliseconds = 0
        expect(.timeout, "/document", limits: limits)
    }

    @Test("a connection that breaks off gives nothing")
    func broken() { expect(.brokenOff, "/broken") }

    @Test("a server that isn't there, or of a name that nobody has")
    func absent() throws {
        #expect(throws: FetchError(.unreachable, "")) {
            try client().get("https://localhost:65534/", accepting: "*/*", maxBytes: 100)
        }
    }

    // MARK: The library

    @Test("the numbers of the settings are the library's own")
    func options() throws {
        _ = try get("/document")
        #expect(CurlLibrary.isOpen)
        let library = try #require(dlopen(CurlLibrary.name, RTLD_NOW))
        defer { dlclose(library) }
        struct Option {
            let name: UnsafePointer<CChar>?
            let id: Int32
            let type: Int32
            let flags: UInt32
        }
        typealias Find = @convention(c) (UnsafePointer<CChar>) -> UnsafeRawPointer?
        let find = unsafeBitCast(try #require(dlsym(library, "curl_easy_option_by_name")), to: Find.self)
        for option in CurlOption.allCases {
            let found = try #require(find(option.name), "\(option.name)").load(as: Option.self)
            #expect(found.id == option.rawValue, "\(option.name)")
        }
    }
}
