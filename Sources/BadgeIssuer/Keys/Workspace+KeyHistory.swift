import Cryptography
import Encodings
package import VerifiableCredentials

extension Workspace {
    /// The workspace's own key history, checked link by link.
    ///
    /// - Throws: `PublishError` `publish.key-history`.
    package func keyHistory() throws(PublishError) -> KeyHistory { try readKeyHistory().history }

    /// The history with the bytes it was read from.
    func readKeyHistory() throws(PublishError) -> (history: KeyHistory, bytes: [UInt8]) {
        let failure: any CodedError
        do {
            let bytes = try WholeFile.read(keyHistoryPath, atMost: KeyHistory.maxBytes)
            let history = try KeyHistory(parsing: bytes)
            guard history.did?.description == settings.issuer else {
                throw PublishError(
                    .keyHistory, "The key history is another issuer's.",
                    hint: "Take \(Self.keyHistoryName) back from a backup of this workspace.")
            }
            return (history, bytes)
        } catch let error as PublishError {
            throw error
        } catch let error as any CodedError {
            failure = error
        } catch {
            failure = FileError(.unreadable, "\"\(keyHistoryPath)\" can't be read.")
        }
        throw PublishError(
            .keyHistory, "The workspace's key history can't be used: \(failure.message)",
            hint: "Take \(Self.keyHistoryName) back from a backup.", cause: failure.codeText)
    }

    /// Where the lists of what was signed before a theft are kept.
    package var issuanceFolder: String { "\(root)/\(Self.issuanceName)" }
    static let issuanceName = "issuance"

    /// The list that belongs to a key that was stolen, below the workspace's and the site's root.
    static func issuanceFile(_ key: HistoricKey) -> String { "\(issuanceName)/\(issuanceName(of: key))" }

    static func issuanceName(of key: HistoricKey) -> String { "\(fragment(of: key)).json" }

    /// What follows `#` in a key's name.
    static func fragment(of key: HistoricKey) -> String { DIDURL(key.id)?.fragment ?? key.id }
}
