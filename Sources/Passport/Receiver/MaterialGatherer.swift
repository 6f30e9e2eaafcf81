import Encodings
package import VerifiableCredentials

/// Collects what judging needs from files that the receiver named. Nothing is fetched.
package struct MaterialGatherer {
    package internal(set) var material: VerificationMaterial
    /// What `finish` decides about.
    var namedBundles: [NamedBundle] = []
    /// Whom bundles of signers who aren't pinned speak of, and nobody listed.
    var unlistedMembers: [DID] = []

    /// A published folder holds a few lists; ten thousand would be a mistake or an attack.
    static let maxListsPerFolder = 1000
    /// An organisation loses a few keys to thieves in its life, not a hundred.
    static let maxIssuanceListsPerFolder = 100

    package init(trust: TrustList?) {
        material = VerificationMaterial(trust: trust)
    }

    /// A DID document, which vouches for nothing by itself.
    ///
    /// - Throws: `ReceiverError` `file.wrong-kind` when the file is something else
    package mutating func addDIDDocument(_ path: String) throws {
        let document = try Self.didDocument(path)
        material.didDocuments.append(.init(document: document, source: path))
    }

    /// A list of contexts of the user's own, with the files beside it.
    ///
    /// - Throws: `ReceiverError` for the files, `ContextError` for what they say
    package mutating func addContexts(_ path: String, beside store: ContextStore) throws {
        material.addedContexts += try ContextListFile.load(path, beside: store)
    }

    /// A status list credential, JSON or a JWT, or a revocation list of 1EdTech's kind.
    ///
    /// Badges find it by its own id, or by the address where the receiver says it is from.
    ///
    /// - Parameter argument: the file's path, or `ADDRESS=FILE`.
    package mutating func addStatusList(_ argument: String) throws {
        let named = AddressedFile(argument)
        try addStatusList(
            try InputFile.read(named.path, limit: JSONLimits.statusList.maxBytes), from: named)
    }

    mutating func addStatusList(_ bytes: [UInt8], from named: AddressedFile) throws {
        let path = named.path
        if let jws = try? CompactJWS(parsing: bytes, limits: .statusList) {
            try addStatusList(jws, from: named)
            return
        }
        let json = try Self.json(bytes, of: path, limits: .statusList, what: "a status list")
        guard let object = json.objectValue else { throw Self.noStatusList(path) }
        if RevocationList.isList(object) {
            do throws(StatusError) {
                material.revocationLists.append(
                    .init(list: try RevocationList(json: object), source: path, address: named.address))
            } catch {
                throw ReceiverError(
                    .wrongKind, "\(InputFile.name(path)) can't be used: \(error.message)", hint: error.hint,
                    cause: error.codeText)
            }
            return
        }
        guard Self.isMeantAsStatusList(object) else { throw Self.noStatusList(path) }
        material.statusLists.append(.init(credential: object, source: path, address: named.address))
    }

    private mutating func addStatusList(_ jws: CompactJWS, from named: AddressedFile) throws {
        let path = named.path
        let content: VCJWTContent
        do throws(JOSEError) {
            content = try VCJWT.read(jws, limits: .statusList)
        } catch {
            throw ReceiverError(
                .wrongKind, "\(InputFile.name(path)) can't be read as a status list: \(error.message)",
                cause: error.codeText)
        }
        guard Self.isMeantAsStatusList(content.credential) else { throw Self.noStatusList(path) }
        material.statusLists.append(
            .init(
                credential: content.credential, securing: .jws(jws, content), source: path, address: named.address))
    }

    private static func noStatusList(_ path: String) -> ReceiverError {
        ReceiverError(
            .wrongKind, "\(InputFile.name(path)) is no status list credential.",
            hint: "Take the file that the badge's credentialStatus names, usually status/1.json of the issuer's site.")
    }

    /// A folder made by `publish`: its DID document, key history, issuance lists and status lists, each taken only when
    /// what it says of itself belongs at its place under the folder's address.
    ///
    /// - Throws: `ReceiverError`; `KeyHistoryError` for a history that is broken, which could hide that a key was
    ///   stolen.
    package mutating func addPublishedFolder(_ folder: String) throws {
        guard InputFile.kind(of: folder) == .folder else {
            throw ReceiverError(
                .missing, "There is no folder \(InputFile.name(folder)).",
                hint: "Give the folder that `passportctl publish -o` wrote.")
        }
        let path = "\(folder)/did.json"
        var base: String?
        if InputFile.kind(of: path) == .file {
            let document = try Self.didDocument(path)
            material.didDocuments.append(.init(document: document, source: path))
            base = try? DIDWeb.documentURL(for: document.id).removingDocumentName()
        } else if InputFile.kind(of: "\(folder)/issuer.json") != .file {
            // A did:key issuer publishes no document: its key stands in its name.
            throw ReceiverError(
                .notPublished,
                "\(InputFile.name(folder)) holds neither did.json nor issuer.json, so publish didn't make it.",
                hint: "Give the folder that `passportctl publish -o` wrote.")
        }
        try addKeyHistory(in: folder, of: material.didDocuments.last { $0.source == path }?.document.id)
        let statusFolder = "\(folder)/status"
        guard InputFile.kind(of: statusFolder) == .folder else { return }
        let names = try InputFile.names(in: statusFolder).filter { $0.hasSuffix(".json") }
        guard names.count <= Self.maxListsPerFolder else {
            throw ReceiverError(
                .tooManyLists,
                "\(InputFile.name(folder)) holds \(names.count) status lists; at most \(Self.maxListsPerFolder) are read of one folder.",
                hint: "Take the folder as the issuer published it, or name the badges' own lists with --status.")
        }
        for name in names {
            let file = "\(statusFolder)/\(name)"
            guard let object = try Self.json(file, limits: .statusList, what: "a status list").objectValue,
                Self.isStatusList(object), let id = object["id"]?.stringValue
            else { continue }
            let belongs = base.map { id.hasSameBytes(as: "\($0)status/\(name)") } ?? id.hasPrefix("urn:uuid:")
            if belongs { material.statusLists.append(.init(credential: object, source: file)) }
        }
    }

    /// The key history of a folder, and the lists of what was signed before a key was stolen.
    ///
    /// - Parameter did: whose it must be; nothing takes that of anybody.
    package mutating func addKeyHistory(in folder: String, of did: DID?) throws {
        let path = "\(folder)/key-history.jsonl"
        guard InputFile.kind(of: path) == .file else { return }
        let history = try Self.keyHistory(path)
        guard did.map({ history.did == $0 }) ?? true else { return }
        material.keyHistories.append(.init(history: history, source: path))
        let issuanceFolder = "\(folder)/issuance"
        guard InputFile.kind(of: issuanceFolder) == .folder else { return }
        let names = try InputFile.names(in: issuanceFolder).filter { $0.hasSuffix(".json") }
        for name in names.prefix(Self.maxIssuanceListsPerFolder) {
            let file = "\(issuanceFolder)/\(name)"
            let bytes = try InputFile.read(file, limit: IssuanceList.limits.maxBytes)
            // One that can't be read proves nothing, and takes nothing away either.
            guard let list = try? IssuanceList(parsing: bytes),
                history.did?.description.hasSameBytes(as: list.issuer) == true
            else { continue }
            material.issuanceLists.append(.init(list: list, source: file))
        }
    }

    /// - Throws: `KeyHistoryError` with the file's name in its message.
    package static func keyHistory(_ path: String) throws -> KeyHistory {
        let bytes = try InputFile.read(path, limit: KeyHistory.maxBytes)
        do throws(KeyHistoryError) {
            return try KeyHistory(parsing: bytes)
        } catch {
            throw KeyHistoryError(
                error.code, "\(InputFile.name(path)) can't be believed: \(error.message)", hint: error.hint,
                cause: error.cause)
        }
    }

    package static func didDocument(_ path: String) throws -> DIDDocument {
        let json = try json(path, limits: .document, what: "a DID document")
        do throws(DIDError) {
            return try DIDDocument(json: json)
        } catch {
            throw ReceiverError(
                .wrongKind, "\(InputFile.name(path)) can't be used as a DID document: \(error.message)",
                hint: "Take the issuer's did.json as it stands on its site.", cause: error.codeText)
        }
    }

    private static func json(_ path: String, limits: JSONLimits, what: String) throws -> JSONValue {
        try json(try InputFile.read(path, limit: limits.maxBytes), of: path, limits: limits, what: what)
    }

    private static func json(
        _ bytes: [UInt8], of path: String, limits: JSONLimits, what: String
    ) throws -> JSONValue {
        do throws(JSONError) {
            return try JSONParser.parse(bytes, limits: limits)
        } catch {
            throw ReceiverError(
                .wrongKind, "\(InputFile.name(path)) can't be read as \(what): \(error.message) (\(error.position))",
                cause: error.codeText)
        }
    }

    /// A list whose type is missing is a broken list, which the badge's report tells, rather than another file.
    private static func isMeantAsStatusList(_ object: JSONObject) -> Bool {
        isStatusList(object) || CredentialView(object).subject?["encodedList"] != nil
    }

    private static func isStatusList(_ object: JSONObject) -> Bool {
        ["BitstringStatusListCredential", "StatusList2021Credential"].contains { CredentialView(object).hasType($0) }
    }
}

extension String {
    /// `https://host/path/did.json` → `https://host/path/`; a host's own `.well-known/did.json` stands for its root.
    fileprivate func removingDocumentName() -> String {
        for ending in [".well-known/did.json", "did.json"] where hasSuffix(ending) {
            return String(dropLast(ending.count))
        }
        return self
    }
}
