import Encodings

extension SealedBundle {
    /// Reads what a bundle says of itself, its kind before all else. Whether its signature counts is for the receiver's
    /// pins to say.
    ///
    /// - Throws: `BundleError` `bundle.format`, `bundle.field`, `bundle.dates`, `limit.bundle`.
    public init(parsing bytes: [UInt8]) throws(BundleError) {
        guard bytes.count <= TrustBundle.limits.maxBytes else {
            throw BundleError(.tooLarge, "The trust bundle has \(bytes.count) bytes, more than is read.")
        }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.parse(bytes, limits: TrustBundle.limits)
        } catch {
            throw BundleError(
                error.codeText.hasPrefix("limit.") ? .tooLarge : .format,
                "The file can't be read as a trust bundle: \(error.message) (\(error.position))",
                hint: "Get it anew from its signer.", cause: error.codeText)
        }
        guard let object = value.objectValue, object["format"]?.stringValue == TrustBundle.format else {
            throw BundleError(
                .format, "The file doesn't say that it is a trust bundle that is read here.",
                hint: "Give the trust-bundle.json of a published site, or what `passportctl trust bundle` wrote.")
        }
        let reader = TrustBundle.Reader(object: object, place: .root)
        try reader.allow([
            "format", "asOf", "validUntil", "sequence", "previous", "issuers", "statusLists", "digests", "proof",
        ])
        let (asOf, validUntil) = (try reader.instant("asOf"), try reader.instant("validUntil"))
        guard asOf < validUntil else {
            throw BundleError(.dates, "The trust bundle ends on \(validUntil), before it begins.")
        }
        guard let sequence = object["sequence"]?.numberValue?.intValue, (1...Self.maxSequence).contains(sequence) else {
            throw reader.wrong("sequence", due: "a number from 1 to \(Self.maxSequence)")
        }
        guard let previous = object["previous"], previous.isNull || previous.stringValue != nil else {
            throw reader.wrong("previous", due: "a digest or null")
        }
        let (proof, method, signer) = try Self.proof(of: object, reader)
        self.init(
            asOf: asOf, validUntil: validUntil, sequence: sequence, previous: previous.stringValue, json: object,
            proof: proof, method: method, signer: signer)
    }

    private static func proof(
        of object: JSONObject, _ reader: TrustBundle.Reader
    ) throws(BundleError) -> (DataIntegrityProof, method: String, signer: DID) {
        guard let json = object["proof"]?.objectValue, let proof = try? DataIntegrityProof(json: json),
            let method = proof.verificationMethod, let url = DIDURL(method), url.fragment != nil
        else { throw reader.wrong("proof", due: "one signature that names its key") }
        return (proof, method, url.did)
    }

    /// Reads all that it says, strictly and to the end, the chains of key histories included.
    ///
    /// - Parameter isWanted: of which issuers it is read; what it says of others is left out unread. Status lists are
    ///   all taken, as they cost nothing before a badge names them.
    /// - Throws: `BundleError` `bundle.field`, `bundle.member`, `limit.bundle`.
    public func opened(
        only isWanted: (DID) -> Bool = { _ in true }, work: Int = Self.maxHistoryWork
    ) throws(BundleError) -> TrustBundle {
        let reader = TrustBundle.Reader(object: json, place: .root)
        var content = TrustBundle.Content()
        var known: Set<DID> = []
        var work = work
        for (index, value) in try reader.list("issuers", atMost: TrustBundle.maxMembers).enumerated() {
            let place = JSONPath.root.appending("issuers").appending(index)
            let did = try TrustBundle.Member.did(of: value, at: place)
            guard known.insert(did).inserted else {
                throw BundleError(.field, "The trust bundle speaks twice of \(did).")
            }
            guard isWanted(did) else { continue }
            content.members.append(try TrustBundle.Member(json: value, of: did, at: place, work: &work))
        }
        for value in try reader.list("statusLists", atMost: TrustBundle.maxLists) {
            guard let list = value.objectValue, list["proof"] != nil,
                ["BitstringStatusListCredential", "StatusList2021Credential"].contains(where: {
                    CredentialView(list).hasType($0)
                })
            else { throw reader.wrong("statusLists", due: "a list of signed status list credentials") }
            content.statusLists.append(list)
        }
        guard json["digests"] != nil else { return TrustBundle(self, content: content) }
        for value in try reader.list("digests", atMost: TrustBundle.maxLists) {
            if let issuer = value["issuer"]?.stringValue.flatMap(DID.init), !isWanted(issuer) { continue }
            do throws(KeyHistoryError) {
                content.issuanceLists.append(try IssuanceList(parsing: JSONWriter.compact(value)))
            } catch {
                throw BundleError(.member, error.message, hint: error.hint, cause: error.codeText)
            }
        }
        return TrustBundle(self, content: content)
    }
}

extension TrustBundle {
    /// Reads a bundle to the end, whoever signed it.
    ///
    /// - Throws: `BundleError` `bundle.format`, `bundle.field`, `bundle.member`, `bundle.dates`, `limit.bundle`.
    public init(parsing bytes: [UInt8]) throws(BundleError) { self = try SealedBundle(parsing: bytes).opened() }

    /// Reads members, naming the place of what is wrong.
    struct Reader {
        let object: JSONObject
        let place: JSONPath

        func allow(_ names: [String]) throws(BundleError) {
            let stranger = object.names.first { name in !names.contains { $0.hasSameBytes(as: name) } }
            guard let stranger else { return }
            throw BundleError(
                .field,
                "The trust bundle has a member that isn't known: "
                    + "\(place.appending(UTF8Text.escapedForTerminal(stranger))).",
                hint: "A newer version of this program may know it.")
        }

        func wrong(_ name: String, due: String) -> BundleError {
            BundleError(
                .field, "At \(place.appending(name)) of the trust bundle \(due) is due.",
                hint: "Get it anew from its signer.")
        }

        func instant(_ name: String) throws(BundleError) -> Timestamp {
            guard let text = object[name]?.stringValue, let instant = try? Timestamp(rfc3339: text) else {
                throw wrong(name, due: "a time such as 2026-11-21T10:00:00Z")
            }
            return instant
        }

        func list(_ name: String, atMost limit: Int) throws(BundleError) -> [JSONValue] {
            guard let list = object[name]?.arrayValue else { throw wrong(name, due: "a list") }
            guard list.count <= limit else {
                throw BundleError(
                    .tooLarge, "The trust bundle holds \(list.count) \(name); at most \(limit) are read.")
            }
            return list
        }
    }
}

extension TrustBundle.Member {
    fileprivate static func did(of json: JSONValue, at place: JSONPath) throws(BundleError) -> DID {
        guard let object = json.objectValue else {
            throw BundleError(.field, "At \(place) of the trust bundle an object is due.")
        }
        let reader = TrustBundle.Reader(object: object, place: place)
        try reader.allow(["did", "didDocument", "keyHistory"])
        guard let did = object["did"]?.stringValue.flatMap(DID.init) else { throw reader.wrong("did", due: "a DID") }
        return did
    }

    /// - Parameter work: keys and signatures of histories that may still be judged.
    fileprivate init(json: JSONValue, of did: DID, at place: JSONPath, work: inout Int) throws(BundleError) {
        let reader = TrustBundle.Reader(object: json.objectValue ?? [:], place: place)
        var document: DIDDocument?
        guard let value = json["didDocument"] else { throw reader.wrong("didDocument", due: "a document or null") }
        if !value.isNull {
            do throws(DIDError) {
                document = try DIDDocument(json: value)
            } catch { throw Self.broken(did, error) }
            guard document?.id == did else {
                throw BundleError(.member, "The trust bundle gives \(did) the document of another.")
            }
        }
        let entries = try reader.list("keyHistory", atMost: KeyHistory.maxEntries)
        self.init(did: did, document: document, history: try Self.history(of: did, entries, work: &work))
    }

    /// - Parameter work: keys and signatures that may still be judged.
    static func history(
        of did: DID, _ entries: [JSONValue], work: inout Int
    ) throws(BundleError) -> KeyHistory? {
        guard !entries.isEmpty else { return nil }
        for entry in entries {
            work -= 1 + (entry["keys"]?.arrayValue?.count ?? 0) + (entry["signatures"]?.arrayValue?.count ?? 0)
        }
        guard work >= 0, entries.count <= KeyHistory.maxEntries else {
            throw BundleError(
                .tooLarge, "The key histories in the trust bundle, up to that of \(did), take more work than is done.",
                hint: "Ask the signer for bundles of fewer issuers each.")
        }
        let lines: [UInt8] = entries.flatMap { entry -> [UInt8] in JSONWriter.compact(entry) + [0x0A] }
        let history: KeyHistory
        do throws(KeyHistoryError) {
            history = try KeyHistory(parsing: lines)
        } catch { throw broken(did, error) }
        guard history.did == did else {
            throw BundleError(.member, "The trust bundle gives \(did) the key history of another.")
        }
        return history
    }

    private static func broken(_ did: DID, _ error: any CodedError) -> BundleError {
        BundleError(
            .member, "What the trust bundle says of \(did) can't be believed: \(error.message)",
            hint: "Get it anew from its signer.", cause: error.codeText)
    }
}
