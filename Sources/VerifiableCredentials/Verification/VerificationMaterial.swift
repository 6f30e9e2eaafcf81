public import Encodings
public import LinkedData

/// All that judging may look at beside the credential itself. It was gathered before; judging opens nothing.
public struct VerificationMaterial: Sendable {
    /// A DID document that nobody vouches for, and where it was found.
    public struct UnvouchedDocument: Sendable {
        public let document: DIDDocument
        public let source: String

        public init(document: DIDDocument, source: String) {
            self.document = document
            self.source = source
        }
    }

    /// A status list credential as it was found; its proof is judged when the first badge asks for it.
    public struct FoundStatusList: Sendable {
        public let credential: JSONObject
        public let securing: PresentedCredential.Securing
        public let source: String
        /// Whether it came from the one whose badges it speaks of, who may have chosen an old one.
        public let isHandedByHolder: Bool
        /// Where the receiver got it, by its own word. A badge means the list that is found at the address it names,
        /// and that list need not say its address, or may say another
        /// ([Bitstring Status List 1.0 §2.2](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential),
        /// `id`, and §3.2, step 4).
        public let address: String?

        public init(
            credential: JSONObject, securing: PresentedCredential.Securing = .embedded, source: String,
            isHandedByHolder: Bool = false, address: String? = nil
        ) {
            self.credential = credential
            self.securing = securing
            self.source = source
            self.isHandedByHolder = isHandedByHolder
            self.address = address
        }

        /// The URL that it says badges name it by.
        public var id: String? { credential["id"]?.stringValue }

        /// Whether a badge that names that URL means this list.
        func isFound(at url: String) -> Bool {
            [id, address].contains { $0?.hasSameBytes(as: url) ?? false }
        }
    }

    /// A list of withdrawn badges that nobody has signed: as good as the receiver's word about where it is from.
    public struct FoundRevocationList: Sendable {
        public let list: RevocationList
        public let source: String
        public let address: String?

        public init(list: RevocationList, source: String, address: String? = nil) {
            self.list = list
            self.source = source
            self.address = address
        }

        func isFound(at url: String) -> Bool {
            [list.id, address].contains { $0?.hasSameBytes(as: url) ?? false }
        }
    }

    /// A key history whose links and signatures hold; whether it counts is for the pinned keys to say.
    public struct FoundKeyHistory: Sendable {
        public let history: KeyHistory
        public let source: String
        /// Who vouches for it besides the keys that signed it.
        let word: BundleWord?

        public init(history: KeyHistory, source: String) {
            self.init(history: history, source: source, word: nil)
        }

        init(history: KeyHistory, source: String, word: BundleWord?) {
            self.history = history
            self.source = source
            self.word = word
        }
    }

    /// A list of what was signed before a theft; its own signature is checked against the history that is followed.
    public struct FoundIssuanceList: Sendable {
        public let list: IssuanceList
        public let source: String

        public init(list: IssuanceList, source: String) {
            self.list = list
            self.source = source
        }
    }

    public var trust: TrustList?
    public var didDocuments: [UnvouchedDocument]
    public var statusLists: [FoundStatusList]
    public var revocationLists: [FoundRevocationList] = []
    public var keyHistories: [FoundKeyHistory] = []
    public var issuanceLists: [FoundIssuanceList] = []
    /// What else shows when a signature was there; asked after the issuance lists.
    public var timeEvidence: [any TimeEvidence] = []
    /// Of each signer the newest bundle at hand, checked against the trust list's pins.
    public var bundles: [VouchedBundle] = []
    /// What the key histories of the signers of bundles come to, to be remembered.
    public var signerHistories: [VerificationLearning.History] = []
    /// What the receiver saw before.
    public var memory = ReceiverMemory()
    /// Where what is learnt goes; nothing when nobody wants to remember.
    public var learning: VerificationLearning?
    /// Where more can be had between two judgements; nothing when what is at hand is all.
    public var supply: (any MaterialSupply)?
    /// The receiver's files that evidence is compared with; nothing when it gave none.
    public var evidence: EvidenceFiles?
    /// Contexts of the user's own, beside those that ship.
    public var addedContexts: [ContextDocument] = []

    public init(
        trust: TrustList? = nil, didDocuments: [UnvouchedDocument] = [], statusLists: [FoundStatusList] = []
    ) {
        self.trust = trust
        self.didDocuments = didDocuments
        self.statusLists = statusLists
    }
}

/// What the receiver asks, and what it accepts.
public struct VerificationPolicy: Sendable {
    /// Days after which a status list says nothing any more.
    public var maxStatusAgeDays = VerificationPolicy.usualStatusAgeDays
    /// The same for a list that came from the holder, where that is less.
    public var maxHolderStatusAgeDays = VerificationPolicy.usualStatusAgeDays
    /// Days after which a trust bundle vouches for nobody any more, where it doesn't itself end before.
    public var maxBundleAgeDays = 180
    /// The person the badge should belong to: an email, a passport number, a DID, …
    public var recipient: String?
    /// The receiver's own names, for proofs that are addressed.
    public var domains: [String] = []
    public var challenge: String?
    /// What must hold beyond the rules for all.
    public var demands = PolicyDemands()

    public init() {}

    /// The most that any policy allows.
    public static let usualStatusAgeDays = 30

    /// How far a signer's clock may be ahead of ours.
    static let clockSkewSeconds = 300
}

/// The two clocks of a judgement: the day asked about, and the real one.
///
/// Revocation is always judged as known now; dates and keys on the day asked about.
public struct JudgementTime: Sendable {
    public let now: Timestamp
    /// What `--at` said.
    public let asked: Timestamp?

    public init(now: Timestamp, asked: Timestamp? = nil) {
        self.now = now
        self.asked = asked
    }

    public var at: Timestamp { asked ?? now }
}

/// The rules of one kind of credential, beyond what W3C says of all.
///
/// The verifier here knows no Open Badges; `OpenBadges` gives it its rules through this.
public protocol CredentialProfile: Sendable {
    /// The contexts that such credentials may name, `BuiltInContexts` among them.
    var contexts: ContextStore { get }
    /// The credentials that this one is there to hold, such as a transcript's; nothing when it is none of that kind.
    func innerCredentials(of credential: JSONObject) -> [JSONValue]?
    /// What is read of such credentials, `CredentialShapes.standard` included: all that this profile's other answers
    /// rest on.
    var shapes: NodeShapes { get }
    /// What is read of one credential, where its kind says more than others.
    func shapes(for credential: JSONObject) -> NodeShapes
    /// What others say of the credential and of what it describes, where it stands in the credential.
    func endorsements(in credential: JSONObject) -> [EmbeddedEndorsement]
    /// What others may say something of: the credential, and what it describes.
    func endorsable(in credential: JSONObject) -> [EndorsedThing]
    /// What the credential says, when it is an endorsement.
    func endorsement(_ credential: JSONObject) -> EndorsementClaim?
    /// The words for the type that a word stands for, itself among them; they say the same in a credential.
    func names(ofType type: String) -> [String]
    /// The `schema` check.
    func schema(of credential: JSONObject) -> CheckResult
    /// The `badge` check.
    func badge(of credential: JSONObject) -> CheckResult
    /// The `recipient` check, asked for that identifier.
    func recipient(_ identifier: String, of credential: JSONObject) -> CheckResult
    /// Adds level, hours and credits to what is displayed.
    func summarize(_ credential: JSONObject, into summary: inout CredentialSummary)
    /// The ids that a trust entry's `achievements` prefixes are compared with.
    func achievementIDs(of credential: JSONObject) -> [String]
}

extension CredentialProfile {
    public func names(ofType type: String) -> [String] { [type] }
    public func innerCredentials(of credential: JSONObject) -> [JSONValue]? { nil }
    public func shapes(for credential: JSONObject) -> NodeShapes { shapes }
    public func endorsements(in credential: JSONObject) -> [EmbeddedEndorsement] { [] }
    public func endorsable(in credential: JSONObject) -> [EndorsedThing] { [] }
    public func endorsement(_ credential: JSONObject) -> EndorsementClaim? { nil }
}
