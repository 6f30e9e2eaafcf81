import Encodings

extension Workspace {
    /// Reads a checkpoint that was kept elsewhere: signed by one of the workspace's checkpoint keys, for its register.
    ///
    /// - Parameters:
    ///   - name: of the file, for messages.
    ///   - register: the register's own id.
    /// - Throws: `PublishError` `publish.checkpoint`, and what reading the keys throws.
    package func checkpoint(
        reading bytes: [UInt8], name: String, register: String
    ) throws -> (document: CheckpointDocument, checkpoint: AuditCheckpoint) {
        var refusal: PublishError?
        for key in try publicKeys() where key.role == .checkpoint {
            do throws(PublishError) {
                let document = try CheckpointDocument(reading: bytes, key: key.publicKey)
                guard document.register.hasSameBytes(as: register), document.issuer.hasSameBytes(as: settings.issuer)
                else {
                    throw PublishError(
                        .checkpoint, "The checkpoint is of another register.",
                        hint: "Use one that this workspace published.")
                }
                return (document, AuditCheckpoint(head: document.head, at: document.at, signedBytes: bytes))
            } catch { refusal = error }
        }
        let error = refusal ?? PublishError(.checkpoint, "The workspace has no checkpoint key.")
        throw PublishError(
            error.code, "\(name) can't be used: \(error.message)", hint: error.hint, cause: error.cause)
    }
}
