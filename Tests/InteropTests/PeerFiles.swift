import Encodings
import TestSupport

/// What a peer issued: made once a run by a script, `did.json` among the files.
struct PeerFiles: Sendable {
    static let jwt = Result { try PeerFiles(by: "issue_jwt") }
    static let openVC = Result { try PeerFiles(by: "issue_openvc") }
    static let linkedData = Result { try PeerFiles(by: "issue_linked_data") }
    static let openBadgesLib = Result { try PeerFiles(by: "issue_openbadgeslib") }

    /// The issuer of most of them.
    static let did = "did:web:peer.example"

    let folder: ScratchFolder
    /// What the script said of them.
    let answer: JSONValue

    private init(by script: String) throws {
        folder = try ScratchFolder()
        answer = try Peers.ask(
            script, ["folder": .string(folder.path), "corpus": Corpus.root.map { .string($0) } ?? .null])
    }

    func path(of name: String) -> String { folder.path(of: name) }

    /// A receiver who pinned the keys of the DID document.
    func receiver() throws -> Receiver {
        let receiver = try Receiver()
        try receiver.trust(Self.did, document: path(of: "did.json"))
        return receiver
    }
}
