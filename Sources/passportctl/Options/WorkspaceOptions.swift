import ArgumentParser
import BadgeIssuer
import Encodings
import VerifiableCredentials

/// Which workspace is meant.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The workspace (default: $PASSPORT_WORKSPACE, then upward from here).", valueName: "folder"))
    var workspace: String?

    /// The workspace that an issuer's command works in.
    ///
    /// - Throws: `WorkspaceError`; `UsageError` for an empty name
    func find(_ environment: [String: String]) throws -> Workspace {
        try UsageError.refuseEmpty(workspace, "--workspace")
        return try Workspace.find(explicit: workspace, environment: environment)
    }

    /// The workspace, if there is one, for commands that need none. One that was named must be there.
    func findIfAny(_ environment: [String: String]) throws -> Workspace? {
        do {
            return try find(environment)
        } catch let error as WorkspaceError {
            let isNamed = workspace != nil || environment[Workspace.variable].map { !$0.isEmpty } ?? false
            if error.code == .missing, !isNamed { return nil }
            throw error
        }
    }
}

extension Workspace {
    /// The workspace's own issuer as a trust list would have it: trusted by commands that run in the workspace.
    func ownIssuer() throws -> TrustedIssuer {
        let own = try ownTrust()
        return TrustedIssuer(
            did: own.did, name: own.name, keys: own.keys.map { PinnedKey(id: $0.id, publicKey: $0.publicKey) })
    }
}
