import Encodings
import Glibc
import Synchronization

/// Knows whether somebody was erased whom a list names again.
struct ErasedIdentifiers: Sendable {
    private let key: ErasureKey?
    private let codes: Set<String>

    static let none = ErasedIdentifiers(key: nil, codes: [])

    private init(key: ErasureKey?, codes: Set<String>) {
        self.key = key
        self.codes = codes
    }

    /// - Throws: `ErasureError` `erasure.key-missing`, `erasure.journal`, and what reading the files throws.
    init(beside registerPath: String) throws {
        let entries = try ErasureJournal(beside: registerPath).entries()
        guard !entries.isEmpty else {
            self = .none
            return
        }
        let folder = "\(FolderPath.folder(of: registerPath))/\(Workspace.keysName)"
        guard let key = try ErasureKey.read(in: folder) else { throw ErasureError.keyMissing(in: folder) }
        guard entries.allSatisfy({ $0.isSealed(with: key) }) else { throw ErasureError.otherKey(in: folder) }
        self.init(key: key, codes: Set(entries.flatMap(\.codes.values)))
    }

    func contains(_ recipient: AwardRequest.Recipient) -> Bool { contains(any: recipient.identifiers) }

    func contains(any identifiers: [PersonIdentifier]) -> Bool {
        guard let key else { return false }
        return identifiers.contains { codes.contains(key.code(of: $0)) }
    }
}

/// Reads the journal again when it has changed: somebody may be erased while a long list is awarded.
final class ErasureWatch: Sendable {
    private struct Facts: Equatable {
        var size = 0
        var seconds = 0
        var nanoseconds = 0
    }

    private let registerPath: String
    private let known = Mutex<(facts: Facts, identifiers: ErasedIdentifiers)?>(nil)

    init(beside registerPath: String) { self.registerPath = registerPath }

    func identifiers() throws -> ErasedIdentifiers {
        var status = stat()
        guard stat(ErasureJournal(beside: registerPath).path, &status) == 0 else { return .none }
        let facts = Facts(
            size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
        if let known = known.withLock({ $0 }), known.facts == facts { return known.identifiers }
        let identifiers = try ErasedIdentifiers(beside: registerPath)
        known.withLock { $0 = (facts, identifiers) }
        return identifiers
    }
}

extension ErasureError {
    static func keyMissing(in folder: String) -> ErasureError {
        ErasureError(
            .keyMissing,
            "The key \"\(UTF8Text.escapedForTerminal("\(folder)/\(ErasureKey.fileName)"))\" is gone, and without it "
                + "nobody can tell who was erased.",
            hint: "Take it back from a backup. If there is none, move \(ErasureJournal.fileName) to a safe place: "
                + "those whom it lists are then no longer known in old class lists.")
    }

    static func otherKey(in folder: String) -> ErasureError {
        ErasureError(
            .journal,
            "The erasure journal wasn't written with the key "
                + "\"\(UTF8Text.escapedForTerminal("\(folder)/\(ErasureKey.fileName)"))\", or was changed.",
            hint: "Take \(ErasureJournal.fileName) and the key back from the same backup.")
    }
}
