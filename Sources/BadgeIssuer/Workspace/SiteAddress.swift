package import VerifiableCredentials

/// The https address at which a workspace is published, and the issuer that it stands for.
package struct SiteAddress: Sendable, Hashable {
    /// Without a slash at its end, the host in lower case.
    package let url: String
    /// The did:web of the address.
    package let did: DID

    /// - Throws: `WorkspaceError` `workspace.url` when no did:web can be made of the text.
    package init(_ text: String) throws(WorkspaceError) {
        do throws(DIDError) {
            let did = try DIDWeb.did(forURL: text)
            self.did = did
            self.url = try DIDWeb.url(for: did)
        } catch {
            throw WorkspaceError(
                .url, error.message,
                hint: "Give the https address at which your site will stand, such as https://school.example/badges.",
                cause: error.codeText)
        }
    }
}
