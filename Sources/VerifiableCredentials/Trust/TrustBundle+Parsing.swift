public import Encodings

extension TrustBundle {
    /// Reads a bundle strictly: its kind before all else, then every member, the chains of key histories included.
    /// Whether its signature counts is for the receiver's pins to say.
    ///
    /// - Throws: `BundleError` `bundle.format`, `bundle.field`, `bundle.member`, `limit.bundle`.
    public init(parsing bytes: [UInt8]) throws(BundleError) {
        guard bytes.count <= Self.limits.maxBytes else {
            throw BundleError(.tooLarge, "The trust bundle has \(bytes.count) bytes, more than is read.")
        }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.parse(bytes, limits: Self.limits)
        } catch {
            throw BundleError(
                error.codeText.hasPrefix("limit.") ? .tooLarge : .format,
                "The file can't be read as a trust bundle: \(error.message) (\(error.position))",
                hint: "Get it anew from its signer.", cause: error.codeText)
        }
        guard let object = value.objectValue, object["format"]?.stringValue == Self.format else {
            throw BundleError(
                .format, "The file doesn't say that it is a trust bundle that is read here.",
                hint: "Give the trust-bundle.json of a published site, or what `passportctl trust bundle` wrote.")
        }
        let reader = Reader(object: object, place: .root)
        try reader.allow([
            "format", "asOf", "validUntil", "sequence", "previous", "issuers", "statusLists", "digests", "proof",
        ])
        let (asOf, validUntil) = (try reader.instant("asOf"), try reader.instant("validUntil"))
        guard asOf < validUntil else {
            throw BundleError(.dates, "The trust bundle ends on \(validUntil), before it begins.")
        }
        guard let sequence = object["sequence"]?.numberValue?.intValue, sequence > 0 else {
            throw reader.wrong("sequence", due: "a number from 1 on")
        }
        guard let previous = object["previous"], previous.isNull || previous.stringValue != nil else {
            throw reader.wrong("previous", due: "a digest or null")
        }
        let (proof, method, signer) = try Self.proof(of: object, reader)
        self.init(
            asOf: asOf, validUntil: validUntil, sequence: sequence, previous: previous.stringValue,
            content: try Self.content(of: object, reader), json: object, proof: proof, method: method, signer: signer)
    }

    private static func proof(
        of object: JSONObject, _ reader: Reader
    ) throws(BundleError) -> (DataIntegrityProof, method: String, signer: DID) {
        guard let json = object["proof"]?.objectValue, let proof = try? DataIntegrityProof(json: json),
            let method = proof.verificationMethod, let url = DIDURL(method), url.fragment != nil
        else { throw reader.wrong("proof", due: "one signature that names its key") }
        return (proof, method, url.did)
    }

    private static func content(of object: JSONObject, _ reader: Reader) throws(BundleError) -> Content {
        var content = Content()
        var known: Set<DID> = []
        for (index, value) in try reader.list("issuers", atMost: maxMembers).enumerated() {
            let member = try Member(json: value, at: JSONPath.root.appending("issuers").appending(index))
            guard known.insert(member.did).inserted else {
                throw BundleError(.field, "The trust bundle speaks twice of \(member.did).")
            }
            content.members.append(member)
        }
        for value in try reader.list("statusLists", atMost: maxLists) {
            guard let list = value.objectValue, list["proof"] != nil,
                ["BitstringStatusListCredential", "StatusList2021Credential"].contains(where: {
                    CredentialView(list).hasType($0)
                })
            else { throw reader.wrong("statusLists", due: "a list of signed status list credentials") }
            content.statusLists.append(list)
        }
        guard object["digests"] != nil else { return content }
        for value in try reader.list("digests", atMost: maxLists) {
            do throws(KeyHistoryError) {
                content.issuanceLists.append(try IssuanceList(parsing: JSONWriter.compact(value)))
            } catch {
                throw BundleError(.member, error.message, hint: error.hint, cause: error.codeText)
            }
        }
        return content
    }

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
    fileprivate init(json: JSONValue, at place: JSONPath) throws(BundleError) {
        guard let object = json.objectValue else {
            throw BundleError(.field, "At \(place) of the trust bundle an object is due.")
        }
        let reader = TrustBundle.Reader(object: object, place: place)
        try reader.allow(["did", "didDocument", "keyHistory"])
        guard let did = object["did"]?.stringValue.flatMap(DID.init) else { throw reader.wrong("did", due: "a DID") }
        func broken(_ error: any CodedError) -> BundleError {
            BundleError(
                .member, "What the trust bundle says of \(did) can't be believed: \(error.message)",
                hint: "Get it anew from its signer.", cause: error.codeText)
        }
        var document: DIDDocument?
        guard let value = object["didDocument"] else { throw reader.wrong("didDocument", due: "a document or null") }
        if !value.isNull {
            do throws(DIDError) {
                document = try DIDDocument(json: value)
            } catch { throw broken(error) }
            guard document?.id == did else {
                throw BundleError(.member, "The trust bundle gives \(did) the document of another.")
            }
        }
        var history: KeyHistory?
        let entries = try reader.list("keyHistory", atMost: KeyHistory.maxEntries)
        if !entries.isEmpty {
            let lines = entries.flatMap { JSONWriter.compact($0) + [0x0A] }
            do throws(KeyHistoryError) {
                history = try KeyHistory(parsing: lines)
            } catch { throw broken(error) }
            guard history?.did == did else {
                throw BundleError(.member, "The trust bundle gives \(did) the key history of another.")
            }
        }
        self.init(did: did, document: document, history: history)
    }
}
