import Encodings
package import VerifiableCredentials

/// What a rule asks of a file. The list is closed: a receiver's ways are told in these words or not at all.
package enum ReceiverDemand: Sendable {
    // MARK: The file

    /// It is packed in one of these ways.
    case container([FileFacts.Container])
    /// One of these kinds is in it; of `unknown` ones nobody here knows what the receiver asks.
    case kind([FileFacts.Kind], unknown: [FileFacts.Kind] = [])
    /// It holds one credential by itself rather than several.
    case single

    // MARK: The document's members

    /// The first context is one of these data models'.
    case dataModel([DataModelVersion])
    /// It names the context of one data model only.
    case oneDataModel
    /// The first contexts are these, in this order.
    case firstContexts([ContextSlot])
    /// A type beyond the data model's own comes with a context beyond the data model's own.
    case contextForTypes
    /// These members are there.
    case members([String])
    /// None of these members is there.
    case without([String])
    /// These members are arrays.
    case arrays([String])
    /// This member has one value, outside of an array.
    case unlisted(String)
    /// Each object in these members has an absolute `id`; of `required` ones the member itself is that id.
    case addresses(in: [String], required: [String] = [])
    /// The objects at these places have these types.
    case types([TypedPlace])
    /// Its dates have hours, minutes, seconds and an offset.
    case fullDates
    /// Each `credentialSchema` that the receiver reads is one of these, which it has at hand.
    case knownSchemas([String])
    /// No `credentialSchema` is one of a whole badge's, for the receiver holds the subject alone against it.
    case subjectSchemas
    /// Every organisation in it has a place.
    case organisationsHavePlace

    // MARK: What secures it

    /// It has an embedded proof, or is a JWT where those count.
    case secured(jwt: Bool)
    /// It is under an e-seal.
    case sealed
    /// Its proofs are made in these ways: the first that the receiver looks at, one of them, or all.
    case suites(Quantifier, [String])
    /// Its proofs say that they are for stating things.
    case statedPurpose(Quantifier)
    /// Each proof has these members.
    case proofMembers([String])
    /// The proof's key is named in a way that the receiver follows.
    case proofKey(KeyNaming)
    /// The key of a proof of that suite is of the kind that did:key writes with this beginning.
    case keyKind(suite: String, multikeyPrefix: String)
    /// The DID document writes the key of a proof of that suite as a JWK.
    case keyAsJWK(suite: String)
    /// The key belongs to the DID that is the issuer.
    case issuersKey
    /// The JWT's `alg` is one of these.
    case algorithms([String])
    /// The JWT's key is in its header, or named in a way that the receiver follows.
    case jwtKey(KeyNaming)

    // MARK: Its status and its days

    /// Its status entries are of these types.
    case statusTypes([String])
    /// Its status entries are of these types and, where named, purposes: those that the receiver looks at.
    case readStatus(types: [String], purposes: [String])
    /// The status lists of its entries of these types, or of all, lie at web addresses.
    case webStatusLists(of: [String] = [])
    /// No status list at hand says that it was taken back or put on hold, as far as the receiver reads that.
    case notWithdrawn(purposes: [String] = [])
    /// Its first day has come.
    case begun
    /// Its last day hasn't passed.
    case notEnded

    // MARK: Our own check

    /// The verifier finds that its signature fits.
    case signatureFits
    /// The verifier's check of that name doesn't fail.
    case ownCheck(Check)

    // MARK: What no file shows

    /// The addresses that the receiver fetches answer.
    case reachable
    /// Something that no file shows.
    case notInFile

    /// How many of several.
    package enum Quantifier: Sendable { case first, any, every }
}

/// A place among the contexts, and what may stand there.
package struct ContextSlot: Sendable {
    let names: [String]
    /// With a version number and `.json` behind it, any of these stands there too.
    let versionsOf: String?

    init(_ names: String..., versionsOf: String? = nil) {
        self.names = names
        self.versionsOf = versionsOf
    }

    func takes(_ context: String) -> Bool {
        if names.contains(where: { $0.hasSameBytes(as: context) }) { return true }
        guard let base = versionsOf, context.hasPrefix(base), context.hasSuffix(".json") else { return false }
        // Versions are -3.0.3, and the pattern lets them repeat.
        let version = context.dropFirst(base.count).dropLast(".json".count)
        return version.isEmpty
            || version.wholeMatch(of: /(?:-[0-9]+\.[0-9]+\.[0-9]+)+/) != nil
    }
}

/// An object of the document, by the names on the way to it, and a type it must have.
package struct TypedPlace: Sendable {
    let path: [String]
    let type: String

    init(_ path: String, _ type: String) {
        self.path = path.split(separator: ".").map(String.init)
        self.type = type
    }
}

/// By which names a receiver finds keys.
package struct KeyNaming: Sendable {
    /// DID methods it resolves.
    let taken: [String]
    /// DID methods it is known to fail at; of others nothing is known, unless `others` says no.
    let refused: [String]
    let others: Bool
    /// Whether a key that stands spelled out after `#` is taken from there, whatever stands before it.
    let spelledOut: Bool
    /// What did:key may begin with; nothing for all that are read here.
    let multikeys: [String]?
    /// Whether it follows web addresses; what lies there no file shows.
    let web: Bool

    /// - Parameter others: whether DID methods that aren't named may work
    init(
        taken: [String], refused: [String] = [], others: Bool, spelledOut: Bool = false, multikeys: [String]? = nil,
        web: Bool
    ) {
        self.taken = taken
        self.refused = refused
        self.others = others
        self.spelledOut = spelledOut
        self.multikeys = multikeys
        self.web = web
    }
}
