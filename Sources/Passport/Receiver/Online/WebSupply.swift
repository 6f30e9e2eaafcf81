package import Encodings
import Synchronization
package import VerifiableCredentials

/// Supplies judging with what was fetched before and, where the user has said so, with what the web has now.
///
/// Each address is asked once in a run, also when that failed; a server that doesn't answer isn't asked again. Several
/// threads may ask; one request is made at a time.
package final class WebSupply: MaterialSupply {
    /// A list of ten million entries fits. Larger ones can be given as a file.
    package static let maxListBytes = 2 << 20
    /// Real DID documents have a few kilobytes.
    package static let maxDocumentBytes = 256 << 10
    /// More lists than the issuers of a working life keep, for one file.
    static let maxListsAtOnce = 64
    static let maxDocumentsAtOnce = 16
    /// For one run: a folder of badges of all schools of a country fits.
    static let maxRequests = 512
    static let maxBytes = 64 << 20
    /// How long a run waits for servers altogether, in seconds.
    static let maxWaitSeconds = 300.0
    /// How long one file may keep the others waiting.
    static let maxWaitSecondsAtOnce = 60.0
    /// A document that says of itself, or whose server says, that it stays the same isn't asked for again so soon. All
    /// others are, each time: who asks wants to know of a withdrawal that was published just now.
    static let maxFreshSeconds = 300

    private enum Outcome: Sendable {
        case found([(WebDocument.Content, String, SuppliedMaterial.Origin)], failure: String?)
        case failed(String)
        /// Nothing was kept, and nobody is asked.
        case absent
    }

    private struct State {
        var outcomes: [[UInt8]: Outcome] = [:]
        var deadServers: [String: String] = [:]
        var requests = 0
        var bytes = 0
        var waited = 0.0
    }

    private let web: (any WebSource)?
    private let cache: WebCache?
    private let now: Timestamp
    private let warn: @Sendable (String) -> Void
    private let state = Mutex(State())

    package var asksWeb: Bool { web != nil }

    /// - Parameters:
    ///   - web: who fetches; without it only what was kept is supplied.
    ///   - cache: where what is fetched is kept; without it nothing is.
    package init(
        web: (any WebSource)?, cache: WebCache?, at now: Timestamp, warn: @escaping @Sendable (String) -> Void
    ) {
        self.web = web
        self.cache = cache
        self.now = now
        self.warn = warn
    }

    package func supply(_ missing: MissingMaterial) -> SuppliedMaterial {
        var supplied = SuppliedMaterial()
        let documents = missing.documents.map { WebDocument.didDocument($0) }
        let lists = missing.statusLists.map { WebDocument.statusList($0) }
        state.withLock { state in
            let end = state.waited + Self.maxWaitSecondsAtOnce
            for (wanted, limit) in [(documents, Self.maxDocumentsAtOnce), (lists, Self.maxListsAtOnce)] {
                for (number, document) in wanted.enumerated() {
                    let mayAsk = number < limit && state.waited < end
                    add(outcome(of: document, mayAsk: mayAsk, &state), of: document, to: &supplied)
                }
            }
        }
        return supplied
    }

    private func add(_ outcome: Outcome, of document: WebDocument, to supplied: inout SuppliedMaterial) {
        switch outcome {
        case .absent: break
        case .failed(let code): supplied.add(failure: code, of: document.name)
        case .found(let contents, let failure):
            for (content, source, origin) in contents {
                switch content {
                case .didDocument(let document): supplied.add(document, source: source, origin: origin)
                case .statusList(let list): supplied.add(list, origin: origin)
                }
            }
            if let failure { supplied.add(failure: failure, of: document.name) }
        }
    }

    // MARK: One document

    private func outcome(of document: WebDocument, mayAsk: Bool, _ state: inout State) -> Outcome {
        let key = Array(document.name.utf8)
        if let known = state.outcomes[key] { return known }
        let address: String
        do throws(DIDError) { address = try document.address() } catch { return .failed(error.codeText) }
        let kept = kept(document, address, &state)
        let outcome: Outcome
        if web == nil || kept?.isFresh == true {
            outcome = kept.map { .found([$0.content], failure: nil) } ?? .absent
        } else {
            do throws(WebFailure) {
                let (content, isSame) = try fetch(document, address, mayAsk: mayAsk, kept: kept?.body, &state)
                // An older list that differs may have a bit set that the newer one hides.
                let older = kept.flatMap { kept in
                    if case .statusList = document, !isSame { [kept.content] } else { nil }
                }
                outcome = .found([content] + (older ?? []), failure: nil)
            } catch {
                tell(error, about: address)
                let code = error.reason.codeText
                outcome = kept.map { .found([$0.content], failure: code) } ?? .failed(code)
            }
        }
        // What was left for want of time may be asked for by another file.
        if mayAsk { state.outcomes[key] = outcome }
        return outcome
    }

    private struct Kept {
        let content: (WebDocument.Content, String, SuppliedMaterial.Origin)
        let body: [UInt8]
        let isFresh: Bool
    }

    private func kept(_ document: WebDocument, _ address: String, _ state: inout State) -> Kept? {
        guard let cache else { return nil }
        do throws(WebCacheError) {
            guard let found = try cache.document(of: address), state.bytes + found.body.count <= Self.maxBytes else {
                return nil
            }
            let source = cache.path(of: address)
            guard let content = try? document.read(found.body, source: source) else { return nil }
            state.bytes += found.body.count
            let origin = SuppliedMaterial.Origin(url: address, at: found.fetchedAt, isKept: true)
            return Kept(
                content: (content, source, origin), body: found.body, isFresh: found.isFresh(at: now))
        } catch {
            warn("\(error.message) (\(error.codeText))")
            return nil
        }
    }

    private func fetch(
        _ document: WebDocument, _ address: String, mayAsk: Bool, kept: [UInt8]?, _ state: inout State
    ) throws(WebFailure) -> (content: (WebDocument.Content, String, SuppliedMaterial.Origin), isSame: Bool) {
        guard let web else { throw Self.tooMany() }
        let server = Self.server(of: address)
        if let code = state.deadServers[server] { throw WebFailure(DeadServer(codeText: code), isOfServer: true) }
        guard mayAsk, state.requests < Self.maxRequests, state.bytes < Self.maxBytes,
            state.waited < Self.maxWaitSeconds
        else { throw Self.tooMany() }
        state.requests += 1
        let clock = ContinuousClock()
        let start = clock.now
        defer { state.waited += (clock.now - start) / .seconds(1) }
        let answer: WebAnswer
        do throws(WebFailure) {
            answer = try web.get(
                address, accepting: document.types, maxBytes: min(document.maxBytes, Self.maxBytes - state.bytes))
        } catch {
            if error.isOfServer { state.deadServers[server] = error.reason.codeText }
            throw error
        }
        state.bytes += answer.body.count
        let content: WebDocument.Content
        do throws(WebSupplyError) {
            content = try document.read(answer.body, source: address)
        } catch { throw WebFailure(error, isOfServer: false) }
        keep(answer, of: address, content)
        let origin = SuppliedMaterial.Origin(url: address, at: now, isKept: false)
        return ((content, address, origin), answer.body == kept)
    }

    /// Only what is what it should be is kept, so that nobody fills the disk with anything else.
    private func keep(_ answer: WebAnswer, of address: String, _ content: WebDocument.Content) {
        guard let cache, answer.mayBeKept else { return }
        let stated = [answer.maxAgeSeconds, WebDocument.secondsToLive(content)].compactMap(\.self).min() ?? 0
        let document = KeptDocument(
            url: address, fetchedAt: now,
            freshUntil: now.adding(seconds: min(max(0, stated), Self.maxFreshSeconds)), body: answer.body)
        do throws(WebCacheError) {
            try cache.keep(document)
        } catch { warn("\(error.message) (\(error.codeText))") }
    }

    // MARK: Words

    private func tell(_ failure: WebFailure, about address: String) {
        // What is known of a server was told before.
        guard !(failure.reason is DeadServer) else { return }
        warn("\(UTF8Text.shown(address)) wasn't fetched. \(failure.reason.message) (\(failure.reason.codeText))")
    }

    private static func tooMany() -> WebFailure {
        WebFailure(
            WebSupplyError(
                .tooMany, "The files name more addresses, or slower servers, than are asked in one run.",
                hint: "Check fewer files at a time, or give the lists with --status."), isOfServer: false)
    }

    /// The server in an address, as a name to remember it by.
    private static func server(of address: String) -> String {
        let rest = address.utf8.dropFirst("https://".utf8.count)
        return String(Substring(rest.prefix { ![0x2F, 0x3F, 0x23].contains($0) })).lowercased()
    }

    /// A server that didn't answer when it was asked for something else.
    private struct DeadServer: CodedError {
        let codeText: String
        var message: String { "Its server couldn't be asked before." }
    }
}
