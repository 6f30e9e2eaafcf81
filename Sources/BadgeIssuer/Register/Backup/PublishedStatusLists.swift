import Encodings
import OpenBadges
import VerifiableCredentials

/// The status lists of a published site: what was withdrawn is to be read there also when the register forgot it.
struct PublishedStatusLists {
    struct List: Sendable {
        let number: Int
        let purpose: StatusAllocation.Purpose
        let size: Int
        let places: [Int]
        let bytes: [UInt8]
        let validFrom: Timestamp
    }

    let lists: [List]

    /// - Throws: `BackupError` `backup.site` for a list that the workspace didn't sign, `FileError`.
    init(site: String, of workspace: Workspace) throws {
        let folder = try FolderHandle(opening: site).folder("status")
        let keys = try workspace.awardingKeys()
        var lists: [List] = []
        for name in try folder.names() where name.hasSuffix(".json") {
            guard let number = Int(name.dropLast(5)), number >= 1,
                WorkspaceSettings.statusListFile(number) == "status/\(name)",
                let bytes = try folder.read(name, atMost: JSONLimits.statusList.maxBytes)
            else { continue }
            guard let list = Self.list(bytes, number: number, workspace.settings, keys) else {
                throw BackupError(
                    .site,
                    "\"\(UTF8Text.escapedForTerminal(folder.path(of: name)))\" isn't a status list that this "
                        + "workspace signed. Nothing was restored.",
                    hint: "Name the folder that `passportctl publish` wrote last.")
            }
            lists.append(list)
        }
        self.lists = lists.sorted { $0.number < $1.number }
    }

    private static func list(
        _ bytes: [UInt8], number: Int, _ settings: WorkspaceSettings, _ keys: [WorkspaceKey]
    ) -> List? {
        guard let object = try? JSONParser.parse(bytes, limits: .statusList).objectValue,
            let proof = object["proof"].flatMap({ try? DataIntegrityProof(json: $0) }),
            let key = keys.first(where: { $0.id == proof.verificationMethod }),
            let suite = Cryptosuites(contexts: OpenBadgesContexts.store.prepared).named(proof),
            suite.verify(document: object, proof: proof, key: key.publicKey) == .verified,
            let credential = try? StatusListCredential(json: object),
            credential.id?.hasSameBytes(as: settings.statusListID(number)) == true,
            credential.issuer.hasSameBytes(as: settings.issuer), credential.purposes.count == 1,
            let purpose = StatusAllocation.Purpose(rawValue: credential.purposes[0]),
            let validFrom = credential.validFrom, let bits = try? credential.bits()
        else { return nil }
        return List(
            number: number, purpose: purpose, size: bits.count, places: (0..<bits.count).filter { bits[$0] == true },
            bytes: bytes, validFrom: validFrom)
    }
}
