package import BadgeDefinitions
package import Cryptography
package import Encodings
import Glibc
import VerifiableCredentials

/// Makes a workspace, whole or not at all.
///
/// Everything is built in a folder of another name and put in place when it is complete, the settings last: a folder
/// with `workspace.json` is a whole workspace.
package struct WorkspaceInitializer {
    /// What was made.
    package struct Outcome: Sendable {
        package let workspace: Workspace
        /// The recovery key's file, which belongs somewhere else than the workspace.
        package let recoveryKeyPath: String
        /// Slugs of the sample badges, recorded as published.
        package let published: [String]
        package let pathways: [String]
        /// What the samples could do better; errors end everything.
        package let warnings: [DefinitionFinding]
    }

    private let request: WorkspaceRequest
    private let passphrase: Passphrase?
    private let now: Timestamp

    /// Makes the workspace that is asked for.
    ///
    /// - Parameter passphrase: encrypts the private keys; without one they are protected by their rights alone.
    /// - Throws: `WorkspaceError`, `FileError`, `KeyError`, `KeyFileError`, `KeyHistoryError`, `RegisterError`; then
    ///   nothing was left behind, and an empty folder is empty again.
    package static func initialise(
        _ request: WorkspaceRequest, passphrase: Passphrase?, at now: Timestamp,
        using generator: inout some RandomNumberGenerator
    ) throws -> Outcome {
        try WorkspaceInitializer(request: request, passphrase: passphrase, now: now).run(using: &generator)
    }

    private func run(using generator: inout some RandomNumberGenerator) throws -> Outcome {
        let site = try WorkspaceSite(request.folder)
        let address = try request.url.map { url throws(WorkspaceError) in try SiteAddress(url) }
        let signer = try PrivateKey.generate(.ed25519)
        let issuer = address?.did ?? DIDKey.did(for: signer.publicKey)
        let settings = try request.settings(address: address, issuer: issuer.description)

        let draft = try site.makeDraft()
        do {
            let folder = draft.folder
            try makeKeys(in: folder, issuer: issuer, signer: signer)
            let library = try copySamples(into: folder, settings: settings)
            try makeRegister(in: folder, holding: library?.entries ?? [], using: &generator)
            try folder.write(settings.bytes, as: WorkspaceSettings.fileName, mode: 0o644, existing: .refuse)
            try draft.put(last: WorkspaceSettings.fileName)
            let workspace = try Workspace(at: site.path)
            return Outcome(
                workspace: workspace, recoveryKeyPath: "\(site.path)/\(Workspace.recoveryKeyName)",
                published: library?.definitions.filter { $0.status == .published }.map(\.slug) ?? [],
                pathways: library?.pathways.map(\.slug) ?? [], warnings: library?.findings ?? [])
        } catch {
            draft.discard()
            throw error
        }
    }

    // MARK: Parts

    private func makeKeys(in folder: FolderHandle, issuer: DID, signer: PrivateKey) throws {
        let keys = try folder.folder(Workspace.keysName, creating: 0o700)
        let made: [(fragment: String, key: PrivateKey)] = [
            ("ed25519-1", signer), ("p256-1", try PrivateKey.generate(.p256)),
            ("\(WorkspaceKey.checkpointSeries)-1", try PrivateKey.generate(.ed25519)),
        ]
        for (fragment, key) in made {
            try KeyFiles.write(key, fragment: fragment, folder: keys.path, passphrase: passphrase)
        }
        let recovery = try PrivateKey.generate(.ed25519)
        var pem = try recovery.pem(passphrase: passphrase)
        defer { wipe(&pem) }
        try folder.write(pem, as: Workspace.recoveryKeyName, mode: 0o600, existing: .refuse)

        let named = made.map {
            WorkspaceKey(fragment: $0.fragment, publicKey: $0.key.publicKey, issuer: issuer.description)
        }
        guard let own = named.first else { return }
        let line = try KeyHistory.initialLine(
            did: issuer, keys: named.map { KeyHistoryEntry.Key(id: $0.id, publicKey: $0.publicKey) },
            recoveryKey: recovery.publicKey, signer: SigningKey(verificationMethod: own.id, privateKey: signer),
            others: zip(named, made).dropFirst().map {
                SigningKey(verificationMethod: $0.id, privateKey: $1.key)
            }, at: now)
        try folder.write(line, as: Workspace.keyHistoryName, mode: 0o644, existing: .refuse)
    }

    private func copySamples(
        into folder: FolderHandle, settings: WorkspaceSettings
    ) throws -> DefinitionLibrary? {
        let definitions = try folder.folder(Workspace.definitionsName, creating: 0o755)
        guard let samples = request.samples else { return nil }
        do throws(FileError) {
            try samples.copy(into: definitions)
        } catch {
            throw WorkspaceError(.samplesMissing, error.message, hint: error.hint, cause: error.cause)
        }
        let library = try DefinitionLibrary.load(folder: definitions.path, defaults: settings.definitionDefaults)
        if let mistake = library.findings.first(where: \.isError) {
            throw WorkspaceError(
                .samplesBroken, "The sample definitions have a mistake in \(mistake.file): \(mistake.message)",
                hint: mistake.hint ?? "Make the workspace without samples, or install the program again.",
                cause: mistake.codeText)
        }
        return library
    }

    private func makeRegister(
        in folder: FolderHandle, holding entries: [DefinitionLibrary.Entry],
        using generator: inout some RandomNumberGenerator
    ) throws {
        let path = folder.path(of: Workspace.registerName)
        let register = try Register.create(at: path, now: now, using: &generator)
        try register.write { transaction in
            for entry in entries where entry.definition.status == .published {
                try transaction.publish(entry.definition, image: entry.image, at: now, using: &generator)
            }
        }
        // Closing folds the write-ahead log into the file; only then may it move.
        try register.close()
    }
}
