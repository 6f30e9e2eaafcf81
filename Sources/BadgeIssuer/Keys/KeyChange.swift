import Cryptography
import Encodings
import VerifiableCredentials

/// A change of the workspace's keys on its way to the disk: new key files, the history's next line, what the register
/// and the site get of it.
///
/// These lie in four places, and a kill between two of them must not leave keys that the history doesn't know, or a
/// history that speaks of keys that nobody has. So all of it is first written into a folder beside, whose renaming to
/// `key-change` is the one moment that decides: before it nothing has happened, after it everything will. What then
/// remains is moving things to their places, which can be done again from any point, and is, by whichever command
/// needs the keys next. It takes no passphrase, since everything is signed and encrypted already.
struct KeyChange {
    /// The moments after which a kill is worth a test.
    enum Moment: String, Sendable, CaseIterable {
        case drafted, decided, registered, recoveryKey, keys, issuanceLists, history
    }

    struct NewKey {
        let fragment: String
        let key: PrivateKey
    }

    /// What the audit trail gets.
    var event: AuditEvent
    var code: String?
    var subjects: [String]
    /// The history's new line.
    var line: [UInt8]
    var newKeys: [NewKey] = []
    var recoveryKey: PrivateKey?
    var issuanceLists: [IssuanceListMaker.Made] = []
    var finalLists: [FinalStatusLists.Made] = []

    static let folderName = "key-change"
    private static let draftPrefix = ".key-change-"
    private static let format = "passport.key-change/1"
    private static let maxBytes = 256 << 20

    // MARK: Deciding

    /// Writes everything down; when this returns the change has been decided.
    ///
    /// - Parameter passphrase: encrypts the new private keys.
    func decide(
        in workspace: Workspace, passphrase: Passphrase?, auditFrom: Int, moment: (Moment) throws -> Void
    ) throws {
        let root = try FolderHandle(opening: workspace.root)
        let name = "\(Self.draftPrefix)\(String(UInt64.random(in: .min ... .max), radix: 36))"
        let recoveryName = recoveryKey.map { _ in Self.freeRecoveryName(in: root) }
        do {
            let draft = try root.folder(name, creating: 0o700)
            for new in newKeys {
                try KeyFiles.write(new.key, fragment: new.fragment, folder: draft.path, passphrase: passphrase)
            }
            if let recoveryKey {
                var pem = try recoveryKey.pem(passphrase: passphrase)
                defer { wipe(&pem) }
                try draft.write(pem, as: Workspace.recoveryKeyName, mode: 0o600, existing: .refuse)
            }
            for list in issuanceLists {
                try draft.write(
                    list.bytes, as: "issuance-\(Workspace.issuanceName(of: list.key))", mode: 0o644, existing: .refuse)
            }
            for list in finalLists {
                try draft.write(list.bytes, as: "list-\(list.number).json", mode: 0o644, existing: .refuse)
            }
            try draft.write(line, as: "entry.jsonl", mode: 0o644, existing: .refuse)
            let plan = JSONWriter.pretty(.object(plan(recoveryName: recoveryName, auditFrom: auditFrom)))
            try draft.write(plan, as: "change.json", mode: 0o600, existing: .refuse)
            try draft.sync()
        } catch {
            root.remove(name)
            throw error
        }
        try moment(.drafted)
        try root.rename(name, to: Self.folderName)
        try root.sync()
        try moment(.decided)
    }

    private func plan(recoveryName: String?, auditFrom: Int) -> JSONObject {
        [
            "format": .string(Self.format), "event": .string(event.rawValue),
            "code": code.map { .string($0) } ?? .null, "subjects": .array(subjects.map { .string($0) }),
            "auditFrom": .number(JSONNumber(auditFrom)),
            "keys": .array(newKeys.map { .string($0.fragment) }),
            "recoveryKey": recoveryName.map { .string($0) } ?? .null,
            "issuance": .array(issuanceLists.map { .string(Workspace.issuanceName(of: $0.key)) }),
            "lists": .array(
                finalLists.map {
                    ["number": .number(JSONNumber($0.number)), "validFrom": .string($0.validFrom.description)]
                }),
        ]
    }

    /// The next recovery key stands beside the old one if that still lies here.
    private static func freeRecoveryName(in root: FolderHandle) -> String {
        let stem = Workspace.recoveryKeyName.dropLast(".pem".count)
        var name = Workspace.recoveryKeyName
        var number = 2
        while root.kind(of: name) != nil {
            name = "\(stem)-\(number).pem"
            number += 1
        }
        return name
    }

    // MARK: Completing

    /// A change that was completed.
    struct Completed {
        let recoveryKeyPath: String?
    }

    /// Completes a change that was decided, and maybe interrupted then.
    ///
    /// - Parameter lock: held already by a command that changes keys itself.
    /// - Throws: `KeyCustodyError` `custody.unfinished`, and what opening the register throws.
    @discardableResult
    static func complete(
        in workspace: Workspace, lock: KeyLock?, moment: (Moment) throws -> Void = { _ in }
    ) throws -> Completed? {
        guard FolderPath.isFolder("\(workspace.root)/\(folderName)") else { return nil }
        let lock = try lock ?? KeyLock(workspace)
        defer { withExtendedLifetime(lock) {} }
        let root = try FolderHandle(opening: workspace.root)
        // Another command may have completed it while this one waited.
        guard root.kind(of: folderName) == .folder else { return nil }
        let folder = try root.folder(folderName)
        let change = try Pending(folder, in: workspace)
        do {
            try change.register()
            try moment(.registered)
            try change.placeRecoveryKey(in: root)
            try moment(.recoveryKey)
            try change.placeKeys()
            try moment(.keys)
            try change.placeIssuanceLists(in: root)
            try moment(.issuanceLists)
            try change.extendHistory(in: root)
            try moment(.history)
        } catch let error as FileError {
            throw unfinished(error)
        }
        // Out of the way at once: half of it removed would look like a change that can't be read.
        let done = "\(draftPrefix)done"
        root.remove(done)
        try root.rename(folderName, to: done)
        root.remove(done)
        try root.sync()
        return Completed(recoveryKeyPath: change.recoveryKeyName.map { "\(workspace.root)/\($0)" })
    }

    /// Removes what a command left behind that was killed before it decided.
    static func removeDrafts(in workspace: Workspace) throws {
        let root = try FolderHandle(opening: workspace.root)
        for name in try root.names() where name.hasPrefix(draftPrefix) { root.remove(name) }
    }

    private static func unfinished(_ error: any CodedError) -> KeyCustodyError {
        KeyCustodyError(
            .unfinished, "A change of keys was interrupted and can't be completed: \(error.message)",
            hint: "Mend that, then run the command again; the folder \"\(folderName)\" holds what remains to be done.",
            cause: error.codeText)
    }

    /// A decided change as it lies in its folder.
    private struct Pending {
        let folder: FolderHandle
        let workspace: Workspace
        let plan: JSONObject
        let line: [UInt8]

        init(_ folder: FolderHandle, in workspace: Workspace) throws {
            self.folder = folder
            self.workspace = workspace
            guard let bytes = try folder.read("change.json", atMost: 1 << 20),
                let plan = (try? JSONParser.parse(bytes))?.objectValue,
                plan["format"]?.stringValue == KeyChange.format,
                let line = try folder.read("entry.jsonl", atMost: KeyHistory.maxBytes)
            else {
                throw KeyChange.unfinished(
                    FileError(.unreadable, "\"\(folder.path)\" doesn't hold what a change of keys consists of."))
            }
            self.plan = plan
            self.line = line
        }

        var recoveryKeyName: String? { plan["recoveryKey"]?.stringValue }

        private func texts(_ name: String) -> [String] { (plan[name]?.arrayValue ?? []).compactMap(\.stringValue) }

        /// The digest of the new entry, by which the audit trail knows it.
        private func digest() throws -> String {
            guard let entry = (try? JSONParser.parse(line))?.objectValue else {
                throw KeyChange.unfinished(FileError(.unreadable, "The history's new line can't be read."))
            }
            return KeyHistoryEntry.digest(of: JCS.canonicalize(.object(entry)))
        }

        /// The last status lists and the entry of the audit trail, together and once.
        func register() throws {
            let digest = try digest()
            let register = try Register.open(at: workspace.registerPath, readOnly: false)
            try register.write { transaction in
                let from = plan["auditFrom"]?.numberValue?.intValue ?? 0
                let isDone = try transaction.auditEntries(from: from).contains { entry in
                    (try? JSONParser.parse(entry.json))?["subjects"]?.arrayValue?.contains(.string(digest)) ?? false
                }
                guard !isDone else { return }
                for list in plan["lists"]?.arrayValue ?? [] {
                    guard let number = list["number"]?.numberValue?.intValue,
                        let from = list["validFrom"]?.stringValue.flatMap({ try? Timestamp(rfc3339: $0) }),
                        let bytes = try folder.read("list-\(number).json", atMost: KeyChange.maxBytes)
                    else { continue }
                    try transaction.storeSignedList(
                        number, bytes: bytes, contentDigest: SHA256.hash(bytes), validFrom: from)
                }
                let at = try KeyHistoryEntry.instant(of: line)
                var generator = SystemRandom()
                try transaction.appendAudit(
                    AuditEvent(rawValue: plan["event"]?.stringValue ?? "key.changed"),
                    subjects: texts("subjects") + [digest], code: plan["code"]?.stringValue, at: at,
                    using: &generator)
            }
            try register.close()
        }

        func placeRecoveryKey(in root: FolderHandle) throws(FileError) {
            guard let name = recoveryKeyName else { return }
            if name != Workspace.recoveryKeyName, folder.kind(of: Workspace.recoveryKeyName) != nil {
                try folder.rename(Workspace.recoveryKeyName, to: name)
            }
            guard folder.kind(of: name) != nil else { return }
            try folder.move(name, into: root)
            try root.sync()
        }

        func placeKeys() throws(FileError) {
            let keys = try FolderHandle(opening: workspace.keysFolder)
            for fragment in texts("keys") {
                for name in ["\(fragment).pem", "\(fragment).jwk"] where folder.kind(of: name) != nil {
                    try folder.move(name, into: keys)
                }
            }
            try keys.sync()
        }

        func placeIssuanceLists(in root: FolderHandle) throws(FileError) {
            let names = texts("issuance")
            guard !names.isEmpty else { return }
            let issuance = try root.folder(Workspace.issuanceName, creating: 0o755)
            for name in names {
                guard let bytes = try folder.read("issuance-\(name)", atMost: KeyChange.maxBytes) else { continue }
                try issuance.write(bytes, as: name, mode: 0o644, existing: .replace)
            }
        }

        func extendHistory(in root: FolderHandle) throws {
            let (history, bytes) = try workspace.readKeyHistory()
            guard try history.head != digest() else { return }
            _ = try history.appending(line)
            let whole = (bytes.last == 0x0A ? bytes : bytes + [0x0A]) + line
            try root.write(whole, as: Workspace.keyHistoryName, mode: 0o644, existing: .replace)
        }
    }
}

extension KeyHistoryEntry {
    /// The time of an entry that was written here.
    fileprivate static func instant(of line: [UInt8]) throws -> Timestamp {
        guard let text = (try? JSONParser.parse(line))?["at"]?.stringValue,
            let at = try? Timestamp(rfc3339: text)
        else { throw FileError(.unreadable, "The history's new line has no time.") }
        return at
    }
}
