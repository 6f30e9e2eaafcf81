/// Where the words of each code stand. A new code gets a row here and its words in the file of its area.
extension VerificationCode {
    var words: CodeWords {
        switch self {
        case .formOK: FormWords.formOK
        case .formEmpty: FormWords.formEmpty
        case .formJSON: FormWords.formJSON
        case .formNotCredential: FormWords.formNotCredential
        case .formModel: FormWords.formModel
        case .formJWS: FormWords.formJWS
        case .formJWSSerialization: FormWords.formJWSSerialization
        case .formPresentation: FormWords.formPresentation
        case .formEnveloped: FormWords.formEnveloped
        case .formPicture: FormWords.formPicture
        case .formBaking: FormWords.formBaking
        case .formOpenBadges2: FormWords.formOpenBadges2
        case .formUnreadable: FormWords.formUnreadable
        case .limitBytes: LimitWords.limitBytes
        case .limitJSON: LimitWords.limitJSON
        case .limitMembers: LimitWords.limitMembers
        case .limitPicture: LimitWords.limitPicture
        case .limitWork: LimitWords.limitWork
        case .limitStatusList: LimitWords.limitStatusList
        case .contextsOK: ContextsWords.contextsOK
        case .contextsUnknown: ContextsWords.contextsUnknown
        case .contextsUndefinedTerm: ContextsWords.contextsUndefinedTerm
        case .contextsRelativeIRI: ContextsWords.contextsRelativeIRI
        case .contextsSpelledOut: ContextsWords.contextsSpelledOut
        case .contextsRedefinedTerm: ContextsWords.contextsRedefinedTerm
        case .proofOK: ProofWords.proofOK
        case .proofMissing: ProofWords.proofMissing
        case .proofMismatch: ProofWords.proofMismatch
        case .proofMalformed: ProofWords.proofMalformed
        case .proofUnsupported: ProofWords.proofUnsupported
        case .proofContexts: ProofWords.proofContexts
        case .proofLinkedData: ProofWords.proofLinkedData
        case .proofBase: ProofWords.proofBase
        case .proofPurpose: ProofWords.proofPurpose
        case .proofExpired: ProofWords.proofExpired
        case .proofFuture: ProofWords.proofFuture
        case .proofRequired: ProofWords.proofRequired
        case .keyUnavailable: KeyWords.keyUnavailable
        case .keyUnknown: KeyWords.keyUnknown
        case .keyPurpose: KeyWords.keyPurpose
        case .keyExpired: KeyWords.keyExpired
        case .keyWindow: KeyWords.keyWindow
        case .keyRetired: KeyWords.keyRetired
        case .keyRevoked: KeyWords.keyRevoked
        case .keyTimeUnproven: KeyWords.keyTimeUnproven
        case .keyTimeProven: KeyWords.keyTimeProven
        case .historyFork: KeyWords.historyFork
        case .timestampOK: TimestampWords.timestampOK
        case .timestampLate: TimestampWords.timestampLate
        case .timestampOther: TimestampWords.timestampOther
        case .timestampMalformed: TimestampWords.timestampMalformed
        case .timestampNotGranted: TimestampWords.timestampNotGranted
        case .timestampWeak: TimestampWords.timestampWeak
        case .timestampNotPinned: TimestampWords.timestampNotPinned
        case .timestampCertificate: TimestampWords.timestampCertificate
        case .timestampSignature: TimestampWords.timestampSignature
        case .presentationUnsigned: PresentationWords.presentationUnsigned
        case .presentationHolder: PresentationWords.presentationHolder
        case .presentationInside: PresentationWords.presentationInside
        case .innerNoProof: PresentationWords.innerNoProof
        case .innerConflict: PresentationWords.innerConflict
        case .controllerOK: ClaimsWords.controllerOK
        case .controllerMismatch: ClaimsWords.controllerMismatch
        case .controllerUnlinked: ClaimsWords.controllerUnlinked
        case .claimsOK: ClaimsWords.claimsOK
        case .claimsKeyword: ClaimsWords.claimsKeyword
        case .claimsValue: ClaimsWords.claimsValue
        case .claimsHidden: ClaimsWords.claimsHidden
        case .claimsJWT: ClaimsWords.claimsJWT
        case .validityOK: ValidityWords.validityOK
        case .validityExpired: ValidityWords.validityExpired
        case .validityWasValid: ValidityWords.validityWasValid
        case .validityNotYet: ValidityWords.validityNotYet
        case .validityOrder: ValidityWords.validityOrder
        case .validityNotShown: ValidityWords.validityNotShown
        case .clockBehind: ValidityWords.clockBehind
        case .statusOK: StatusWords.statusOK
        case .statusOKByHolder: StatusWords.statusOKByHolder
        case .statusFinal: StatusWords.statusFinal
        case .statusNone: StatusWords.statusNone
        case .statusNotShown: StatusWords.statusNotShown
        case .statusAbsent: StatusWords.statusAbsent
        case .statusUnavailable: StatusWords.statusUnavailable
        case .statusStale: StatusWords.statusStale
        case .statusRollback: StatusWords.statusRollback
        case .statusFuture: StatusWords.statusFuture
        case .statusUnsigned: StatusWords.statusUnsigned
        case .statusUnvouched: StatusWords.statusUnvouched
        case .statusIssuer: StatusWords.statusIssuer
        case .statusMalformed: StatusWords.statusMalformed
        case .statusPurpose: StatusWords.statusPurpose
        case .statusRange: StatusWords.statusRange
        case .statusTypeUnknown: StatusWords.statusTypeUnknown
        case .statusPurposeUnknown: StatusWords.statusPurposeUnknown
        case .statusRevoked: StatusWords.statusRevoked
        case .statusSuspended: StatusWords.statusSuspended
        case .statusRevokedUnsigned: ListWords.statusRevokedUnsigned
        case .statusNotListed: ListWords.statusNotListed
        case .statusListShort: ListWords.statusListShort
        case .statusListUnprefixed: ListWords.statusListUnprefixed
        case .statusListOtherName: ListWords.statusListOtherName
        case .statusIndexNumber: ListWords.statusIndexNumber
        case .schemaOK: ContentWords.schemaOK
        case .schemaNone: ContentWords.schemaNone
        case .schemaOther: ContentWords.schemaOther
        case .schemaInvalid: ContentWords.schemaInvalid
        case .badgeOK: ContentWords.badgeOK
        case .badgeOther: ContentWords.badgeOther
        case .badgeInvalid: ContentWords.badgeInvalid
        case .badgeTranscript: ContentWords.badgeTranscript
        case .endorsementsNone: EndorsementWords.endorsementsNone
        case .endorsementsOK: EndorsementWords.endorsementsOK
        case .endorsementsMixed: EndorsementWords.endorsementsMixed
        case .endorsementsTooMany: EndorsementWords.endorsementsTooMany
        case .endorsementsDeeper: EndorsementWords.endorsementsDeeper
        case .endorsementExact: EndorsementWords.endorsementExact
        case .endorsementByID: EndorsementWords.endorsementByID
        case .endorsementOther: EndorsementWords.endorsementOther
        case .endorsementNoSubject: EndorsementWords.endorsementNoSubject
        case .endorsementDigest: EndorsementWords.endorsementDigest
        case .endorsementDigestUnread: EndorsementWords.endorsementDigestUnread
        case .endorsementSelf: EndorsementWords.endorsementSelf
        case .endorsementKind: EndorsementWords.endorsementKind
        case .endorsementAlone: EndorsementWords.endorsementAlone
        case .recipientNotAsked: RecipientWords.recipientNotAsked
        case .recipientOK: RecipientWords.recipientOK
        case .recipientMismatch: RecipientWords.recipientMismatch
        case .recipientNothing: RecipientWords.recipientNothing
        case .recipientOther: RecipientWords.recipientOther
        case .recipientAddressed: RecipientWords.recipientAddressed
        case .recipientAnybody: RecipientWords.recipientAnybody
        case .recipientNoChallenge: RecipientWords.recipientNoChallenge
        case .recipientPresented: RecipientWords.recipientPresented
        case .recipientUnchallenged: RecipientWords.recipientUnchallenged
        case .recipientNotBound: RecipientWords.recipientNotBound
        case .issuerOK: IssuerWords.issuerOK
        case .issuerHistory: IssuerWords.issuerHistory
        case .issuerBundle: IssuerWords.issuerBundle
        case .bundleStale: IssuerWords.bundleStale
        case .issuerHolder: IssuerWords.issuerHolder
        case .issuerUnknown: IssuerWords.issuerUnknown
        case .issuerKeyNotPinned: IssuerWords.issuerKeyNotPinned
        case .issuerScope: IssuerWords.issuerScope
        case .issuerWindow: IssuerWords.issuerWindow
        case .policyCheckRequired: PolicyWords.policyCheckRequired
        case .policySuite: PolicyWords.policySuite
        case .policyKind: PolicyWords.policyKind
        case .policyLevel: PolicyWords.policyLevel
        case .policyLevelMissing: PolicyWords.policyLevelMissing
        }
    }

    /// The sentence of the code in a report.
    public var text: LocalizedText { words.text }

    /// Why a file isn't simply genuine, in a few plain words without values; for a first line and for counting.
    public var reason: LocalizedText? { words.reason }

    /// What to do next, for the answers after which something can be done.
    public var hint: LocalizedText? { words.hint }

    /// What the code means, whom it is for and what comes next, for somebody who doesn't know the field.
    public var explanation: CodeExplanation {
        CodeExplanation(audience: words.audience, meaning: words.meaning, next: words.next)
    }
}
