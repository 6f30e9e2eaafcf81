import Encodings
import Synchronization
import TestSupport
import Testing
import VerifiableCredentials

@testable import Passport

/// What a run asks the web for, how often, and what it makes of the answers.
@Suite("Supply from the web")
struct WebSupplyTests {
    /// A web of a few documents, that notes what it was asked for.
    final class Web: WebSource {
        private let pages: [String: WebAnswer]
        private let failure: WebFailure?
        private let log = Mutex<[String]>([])

        init(_ pages: [String: WebAnswer] = [:], failure: WebFailure? = nil) {
            self.pages = pages
            self.failure = failure
        }

        var asked: [String] { log.withLock { $0 } }

        func get(_ address: String, accepting types: String, maxBytes: Int) throws(WebFailure) -> WebAnswer {
            log.withLock { $0.append(address) }
            if let page = pages[address] { return page }
            throw failure ?? WebFailure(Reason(codeText: "fetch.status"), isOfServer: false)
        }
    }

    struct Reason: CodedError {
        let codeText: String
        let message = "It isn't given out."
    }

    /// Words of warning, in their order.
    final class Warnings: Sendable {
        private let words = Mutex<[String]>([])
        var all: [String] { words.withLock { $0 } }
        func add(_ text: String) { words.withLock { $0.append(text) } }
    }

    private let folder: ScratchFolder
    private let cache: WebCache
    private let warnings = Warnings()
    private static let url = TestBadge.listURL

    init() throws {
        folder = try ScratchFolder()
        cache = WebCache(folder: folder.path(of: "fetched"))
    }

    private func supply(_ web: Web?, after seconds: Int = 0, withCache: Bool = true) -> WebSupply {
        let warnings = warnings
        return WebSupply(
            web: web, cache: withCache ? cache : nil, at: FixedClock.now.adding(seconds: seconds)
        ) { warnings.add($0) }
    }

    /// Judges a badge of the school that names a list, by what the supply has.
    private func status(
        _ supply: WebSupply, list: String = url, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> CheckResult {
        var material = VerificationMaterial(trust: ReceiverFixture.trust)
        material.supply = supply
        let badge = try ReceiverFixture.badge([("credentialStatus", TestBadge.statusEntry(list: list))])
        let report = BatchJudge(verifier: ReceiverFixture.verifier(material), at: FixedClock.now)
            .judge(badge, source: "badge.json").report
        return try #require(report[.status], sourceLocation: sourceLocation)
    }

    private static func answer(
        _ url: String = url, set: [Int] = [], maxAge: Int? = nil, mayBeKept: Bool = true
    ) throws -> WebAnswer {
        WebAnswer(body: try ReceiverFixture.list(url, set: set), maxAgeSeconds: maxAge, mayBeKept: mayBeKept)
    }

    // MARK: Asking

    @Test("each address is asked once in a run, whether it answers or not")
    func once() throws {
        let missing = "https://school.example/status/2.json"
        let web = Web([Self.url: try Self.answer()])
        let supply = supply(web)
        for _ in 0..<3 {
            #expect(try status(supply).code == .statusOK)
            let failed = try status(supply, list: missing)
            #expect(failed.code == .statusUnavailable)
            #expect(failed.detail["fetch"]?.stringValue == "fetch.status")
        }
        #expect(web.asked == [Self.url, missing])
        #expect(warnings.all.count == 1)
        #expect(warnings.all.first?.contains("(fetch.status)") == true)
    }

    @Test("a server that doesn't answer isn't asked for anything else; others are")
    func deadServer() throws {
        let web = Web(failure: WebFailure(Reason(codeText: "fetch.timeout"), isOfServer: true))
        let supply = supply(web)
        for path in ["a", "b", "c"] {
            let result = try status(supply, list: "https://School.example/\(path)")
            #expect(result.detail["fetch"]?.stringValue == "fetch.timeout")
        }
        _ = try status(supply, list: "https://other.example/a")
        #expect(web.asked == ["https://School.example/a", "https://other.example/a"])
        #expect(warnings.all.count == 2)
    }

    @Test("one file gets no more than a working life's lists, and one run no more than a country's schools")
    func limits() throws {
        let web = Web()
        let supply = supply(web)
        for round in 0..<12 {
            var missing = MissingMaterial()
            for number in 0..<1000 { missing.add(list: "https://s\(round).example/\(number)") }
            let supplied = supply.supply(missing)
            #expect(supplied.failure(of: "https://s\(round).example/999") == "fetch.too-many")
            #expect(web.asked.count <= (round + 1) * WebSupply.maxListsAtOnce)
        }
        #expect(web.asked.count == WebSupply.maxRequests)
    }

    @Test("something else under that address isn't used, nor kept", arguments: 0..<5)
    func otherContent(_ number: Int) throws {
        let bodies: [[UInt8]] = [
            Array("<html>".utf8), Array("{}".utf8), try ReceiverFixture.badge(),
            try ReceiverFixture.list("https://school.example/status/2.json"), [],
        ]
        let web = Web([Self.url: WebAnswer(body: bodies[number])])
        let result = try status(supply(web))
        #expect(result.code == .statusUnavailable)
        #expect(result.detail["fetch"]?.stringValue == "fetch.other-content")
        #expect(folder.files().isEmpty)
    }

    @Test("a DID document counts for the DID that it is of alone")
    func documents() throws {
        let did = try #require(DID(TestBadge.issuer))
        let url = "https://school.example/.well-known/did.json"
        var missing = MissingMaterial()
        missing.add(did)
        let good = supply(Web([url: WebAnswer(body: try ReceiverFixture.didDocument())])).supply(missing)
        #expect(good.didDocuments.map(\.document.id) == [did])
        let other = DIDDocument(id: try #require(DID("did:web:other.example")), publishing: [])
        let bad = supply(Web([url: WebAnswer(body: JSONWriter.compact(.object(other.json)))]), withCache: false)
            .supply(missing)
        #expect(bad.didDocuments.isEmpty)
        #expect(bad.failure(of: TestBadge.issuer) == "fetch.other-content")
        // A name that leads nowhere on the web asks nobody.
        let web = Web()
        var odd = MissingMaterial()
        odd.add(try #require(DID("did:web:127.0.0.1")))
        #expect(supply(web).supply(odd).failure(of: "did:web:127.0.0.1") == "did.web")
        #expect(web.asked.isEmpty)
    }

    // MARK: Keeping

    @Test("a run asks anew, unless the server said that nothing changes; then for five minutes at most")
    func freshness() throws {
        for (maxAge, asksAfter, doesNotAskAfter) in [(nil, 0, nil), (60, 60, 59), (86_400, 300, 299)] {
            let web = Web([Self.url: try Self.answer(maxAge: maxAge)])
            _ = try status(supply(web))
            if let seconds = doesNotAskAfter {
                let result = try status(supply(web, after: seconds))
                #expect(result.code == .statusOK)
                #expect(result.detail["fromCache"] == true)
                #expect(web.asked.count == 1)
            }
            _ = try status(supply(web, after: asksAfter))
            #expect(web.asked.count == 2)
        }
    }

    @Test("what was kept stands in for a server that is gone, and says so; offline, too")
    func standIn() throws {
        _ = try status(supply(Web([Self.url: try Self.answer()])))
        let gone = Web(failure: WebFailure(Reason(codeText: "fetch.unreachable"), isOfServer: true))
        let result = try status(supply(gone, after: 86_400))
        #expect(result.code == .statusOK)
        #expect(result.detail["fetch"]?.stringValue == "fetch.unreachable")
        #expect(result.detail["fromCache"] == true)
        #expect(result.detail["fetchedAt"]?.stringValue == FixedClock.now.description)
        let offline = try status(supply(nil, after: 86_400))
        #expect(offline.code == .statusOK)
        #expect(offline.detail["fetch"] == nil)
        #expect(try status(supply(nil, withCache: false)).code == .statusUnavailable)
    }

    @Test("a withdrawal that was seen isn't taken back by a list without it")
    func seenBefore() throws {
        _ = try status(supply(Web([Self.url: try Self.answer(set: [7])])))
        let result = try status(supply(Web([Self.url: try Self.answer()]), after: 60))
        #expect(result.code == .statusRevoked)
    }

    @Test("what mayn't be kept isn't")
    func notKept() throws {
        #expect(try status(supply(Web([Self.url: try Self.answer(mayBeKept: false)]))).code == .statusOK)
        #expect(folder.files().isEmpty)
    }

    @Test("what is damaged is told, and fetched anew")
    func damaged() throws {
        let web = Web([Self.url: try Self.answer()])
        _ = try status(supply(web))
        let file = try #require(folder.files().first)
        try folder.write(file, "damaged")
        #expect(try status(supply(nil)).code == .statusUnavailable)
        #expect(warnings.all.first?.contains("(cache.damaged)") == true)
        #expect(try status(supply(web)).code == .statusOK)
        #expect(try status(supply(nil)).code == .statusOK)
    }

    @Test("many threads ask together, and each address once")
    func threads() throws {
        let web = Web([Self.url: try Self.answer()])
        var material = VerificationMaterial(trust: ReceiverFixture.trust)
        material.supply = supply(web)
        let badge = try ReceiverFixture.badge([("credentialStatus", TestBadge.statusEntry())])
        let inputs = try (0..<40).map { BatchJudge.Input.file(try folder.write("in/\($0).json", badge)) }
        var codes: [VerificationCode?] = []
        BatchJudge(verifier: ReceiverFixture.verifier(material), at: FixedClock.now).judge(inputs) {
            codes.append($0[.status]?.code)
        }
        #expect(codes == Array(repeating: .statusOK, count: 40))
        #expect(web.asked == [Self.url])
    }
}
