import ArgumentParser
import Encodings
import Fetching
import Passport

/// Whether the web may be asked, and whom there.
struct OnlineOptions: ParsableArguments {
    @Flag(
        help: "Ask the web for the issuers' DID documents (did:web) and status lists. Without it no connection is made."
    )
    var online = false

    @Flag(help: "With --online: ask servers of your own network, too.")
    var allowPrivate = false

    @Option(
        help: ArgumentHelp("With --online: certificate authorities to believe besides the system's.", valueName: "file")
    )
    var caFile: String?

    /// A file of authorities is larger than all that browsers know.
    private static let maxAuthorityBytes = 1 << 20

    /// What judging may ask for what is missing; nothing when there is nobody to ask.
    ///
    /// - Parameter isWithoutState: whether nothing of before may be used, and nothing kept.
    func supply(_ environment: [String: String], isWithoutState: Bool) throws -> WebSupply? {
        guard online || (!allowPrivate && caFile == nil) else {
            throw UsageError(
                .missing,
                "\(allowPrivate ? "--allow-private" : "--ca-file") says how to ask the web, and nothing is asked.",
                hint: "Add --online.")
        }
        let cache = isWithoutState ? nil : WebCache(environment)
        guard online else {
            guard let cache, cache.exists else { return nil }
            return supply(web: nil, cache: cache)
        }
        try UsageError.refuseEmpty(caFile, "--ca-file")
        let authorities = try caFile.map { try InputFile.read($0, limit: Self.maxAuthorityBytes) }
        let client = try HTTPSClient(allowsOwnNetwork: allowPrivate, authorities: authorities)
        return supply(web: HTTPSSource(client: client), cache: cache)
    }

    private func supply(web: HTTPSSource?, cache: WebCache?) -> WebSupply {
        WebSupply(web: web, cache: cache, at: Environment.now.wholeSeconds) { Terminal.warning($0) }
    }
}

/// The client as those who judge see it.
private struct HTTPSSource: WebSource {
    let client: HTTPSClient

    func get(_ address: String, accepting types: String, maxBytes: Int) throws(WebFailure) -> WebAnswer {
        do throws(FetchError) {
            let answer = try client.get(address, accepting: types, maxBytes: maxBytes)
            return WebAnswer(
                body: answer.body, maxAgeSeconds: answer.maxAgeSeconds, mayBeKept: answer.mayBeKept)
        } catch {
            throw WebFailure(error, isOfServer: error.isOfServer)
        }
    }
}
