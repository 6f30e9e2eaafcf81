package import Cryptography
package import Encodings
import VerifiableCredentials

extension KeyCustodian {
    /// Makes the key that signs trust bundles, the first time that one is needed.
    ///
    /// It is kept as all others are and stands in the key history, which says by its name that it signs nothing else.
    /// An organisation that has closed gets none any more; its key stays if it had one.
    ///
    /// - Parameter passphrase: opens the other keys, and encrypts the new one when they are encrypted.
    /// - Throws: as `init` and `generate`.
    package static func ensureBundleKey(
        of workspace: Workspace, passphrase: Passphrase?, at now: Timestamp, trustsClock: Bool = false
    ) throws {
        try KeyChange.complete(in: workspace, lock: nil)
        guard try workspace.keyHistory().needsBundleKey else { return }
        // Encrypted when those are that it stands beside, or nobody could use it without knowing why.
        let isEncrypted = try workspace.keyListing().contains { $0.signs == ["json"] && $0.file == .encrypted }
        let custodian = try KeyCustodian(
            workspace, opening: passphrase, newPassphrase: { isEncrypted ? passphrase : nil }, at: now,
            trustsClock: trustsClock)
        try custodian.makeBundleKey()
    }

    private func makeBundleKey() throws {
        // Another command may have made one while this one waited for its turn.
        guard history.needsBundleKey, let authority = try authorityIfAny(apartFrom: []) else { return }
        let new = try makeKey(.ed25519, series: WorkspaceKey.bundleSeries, taken: [])
        var step = KeyHistory.Step(.added)
        step.keys = [new.signing]
        let line = try history.line(step, by: .key(authority), at: now)
        _ = try finish(
            KeyChange(event: .keyAdded, subjects: [new.signing.verificationMethod], line: line), [new])
    }
}

extension KeyHistory {
    fileprivate var needsBundleKey: Bool {
        closing == nil && !keys.contains { $0.isActive && $0.key.role == .bundle }
    }
}
