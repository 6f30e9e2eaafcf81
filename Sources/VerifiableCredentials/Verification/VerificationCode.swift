/// Every answer a check can give. The raw value is stable; `docs/errors.md` lists them, `text` says them to people.
public enum VerificationCode: String, Sendable, CaseIterable, Hashable {
    // MARK: form
    /// The file is a credential of a data model we read.
    case formOK = "form.ok"
    /// The file is empty.
    case formEmpty = "form.empty"
    /// The text is not JSON, or JSON with two meanings.
    case formJSON = "form.json"
    /// The JSON is no verifiable credential.
    case formNotCredential = "form.not-a-credential"
    /// A member that the data model asks for is missing or of the wrong kind.
    case formModel = "form.model"
    /// The compact JWS breaks a rule.
    case formJWS = "form.jws"
    /// A JWS in JSON serialisation or with selective disclosure.
    case formJWSSerialization = "form.jws-serialization"
    /// The file is a presentation of credentials, which are judged one by one.
    case formPresentation = "form.presentation"
    /// A credential in an envelope of a form that isn't read here.
    case formEnveloped = "form.enveloped"
    /// A picture without a badge in it, or a damaged one.
    case formPicture = "form.no-badge"
    /// A badge stands in a picture in a way that the standard forbids.
    case formBaking = "form.baking"
    /// An Open Badges 2.0 assertion.
    case formOpenBadges2 = "form.open-badges-2"
    /// The file could not be read from the disk.
    case formUnreadable = "form.unreadable"
    /// The file has more bytes than are read.
    case limitBytes = "limit.bytes"
    /// The JSON crosses a limit on depth, values or strings.
    case limitJSON = "limit.json"
    /// More contexts, proofs or status entries than are read.
    case limitMembers = "limit.members"
    /// A status list unpacks to more than is read.
    case limitStatusList = "limit.status-list"
    /// An embedded picture is larger than is looked at.
    case limitPicture = "limit.picture"
    /// Checking the signature would take more work than a real badge does.
    case limitWork = "limit.proof-work"

    // MARK: contexts
    /// Every context is one we know, and every word has a meaning.
    case contextsOK = "contexts.ok"
    /// A context we don't know may change what words mean.
    case contextsUnknown = "contexts.unknown"
    /// A word that no context gives a meaning.
    case contextsUndefinedTerm = "contexts.undefined-term"
    /// A relative address, where there is nothing that it could be relative to.
    case contextsRelativeIRI = "contexts.relative-iri"
    /// A word is written as the address of its meaning, where readers would not look for it.
    case contextsSpelledOut = "contexts.spelled-out"
    /// Two contexts give one word different meanings, and the first forbids that.
    case contextsRedefinedTerm = "contexts.redefined-term"

    // MARK: proof
    /// The signature fits the document.
    case proofOK = "proof.ok"
    /// There is no signature at all.
    case proofMissing = "proof.missing"
    /// The signature doesn't fit.
    case proofMismatch = "proof.signature-mismatch"
    /// The proof lacks a member or has one of the wrong form.
    case proofMalformed = "proof.malformed"
    /// A suite or algorithm we don't know.
    case proofUnsupported = "proof.unsupported"
    /// Without that vocabulary the signed form can't be made.
    case proofContexts = "proof.contexts-unknown"
    /// The badge can't be read as linked data without leaving something out.
    case proofLinkedData = "proof.linked-data"
    /// The issuer's own proof of a badge that is shown in part.
    case proofBase = "proof.base-proof"
    /// The proof was made for another purpose than to state something.
    case proofPurpose = "proof.purpose"
    /// The proof's own end has passed.
    case proofExpired = "proof.expired"
    /// The proof says it was made in the future.
    case proofFuture = "proof.created-in-future"
    /// The issuer's key is not at hand.
    case keyUnavailable = "key.unavailable"
    /// The key is not among those that the issuer is known to have.
    case keyUnknown = "key.unknown"
    /// The issuer's document has the key, but not for stating things.
    case keyPurpose = "key.purpose"
    /// The key's own dates rule the signature out.
    case keyExpired = "key.expired"
    /// Signed before the issuer had the key.
    case keyWindow = "key.outside-window"
    /// Signed after the issuer stopped using the key.
    case keyRetired = "key.retired"
    /// Signed after the issuer took the key back.
    case keyRevoked = "key.revoked"
    /// The key was stolen, and nothing shows that this was signed before.
    case keyTimeUnproven = "key.time-unproven"
    /// The key was stolen, and something shows that this was signed before.
    case keyTimeProven = "key.time-proven"
    /// A time stamp shows when the signature was there at the latest.
    case timestampOK = "timestamp.ok"
    /// A time stamp is genuine, and not from before the theft.
    case timestampLate = "timestamp.too-late"
    /// A time stamp is of something else than what is signed here.
    case timestampOther = "timestamp.other-signature"
    /// What lies there as a time stamp can't be read as one.
    case timestampMalformed = "timestamp.malformed"
    /// The authority refused to stamp.
    case timestampNotGranted = "timestamp.not-granted"
    /// A time stamp rests on a digest or a key that others can break.
    case timestampWeak = "timestamp.weak"
    /// A time stamp is by somebody whom the receiver didn't pin.
    case timestampNotPinned = "timestamp.not-pinned"
    /// A certificate of a time stamp's wasn't good for that, or not then.
    case timestampCertificate = "timestamp.certificate"
    /// A time stamp's own signature doesn't fit.
    case timestampSignature = "timestamp.signature"
    /// Two histories of the issuer's keys contradict each other.
    case historyFork = "history.fork"
    /// Nobody has signed the presentation.
    case presentationUnsigned = "presentation.unsigned"
    /// It isn't clear whose presentation it is.
    case presentationHolder = "presentation.no-holder"
    /// Inside another document, a credential that nobody has signed.
    case innerNoProof = "inner.no-proof"
    /// What rests on the claims waits for the signature.
    case proofRequired = "proof.required"

    // MARK: controller
    /// The key belongs to the issuer.
    case controllerOK = "controller.ok"
    /// The key belongs to somebody else.
    case controllerMismatch = "controller.mismatch"
    /// Nothing ties the key to the issuer's address.
    case controllerUnlinked = "controller.unlinked"

    // MARK: claims
    /// What is read is what was signed.
    case claimsOK = "claims.ok"
    /// A keyword of JSON-LD stands where it could hide a meaning.
    case claimsKeyword = "claims.keyword"
    /// A member that is read has another kind of value than it must.
    case claimsValue = "claims.value"
    /// Something that was signed of what is read stands where no reader sees it.
    case claimsHidden = "claims.hidden"

    /// Another credential in the same file has the same name and says something else.
    case innerConflict = "inner.conflict"
    /// Registered JWT claims contradict the credential.
    case claimsJWT = "claims.jwt"

    // MARK: validity
    /// Today is within the dates.
    case validityOK = "validity.ok"
    /// The last day has passed.
    case validityExpired = "validity.expired"
    /// Valid on the day asked about, expired since.
    case validityWasValid = "validity.expired-since"
    /// The first day is still to come.
    case validityNotYet = "validity.not-yet"
    /// The dates contradict each other.
    case validityOrder = "validity.order"
    /// The clock shows an earlier time than something genuine that was seen before.
    case clockBehind = "clock.behind"
    /// The holder chose what is shown, and no end is among it.
    case validityNotShown = "validity.end-not-shown"

    // MARK: status
    /// Not withdrawn as far as the list knows.
    case statusOK = "status.ok"
    /// Not withdrawn, as far as a list knows that the holder handed over.
    case statusOKByHolder = "status.ok-by-holder"
    /// Not withdrawn when the issuer closed and signed its last list.
    case statusFinal = "status.final"
    /// The issuer gave no way to withdraw the badge.
    case statusNone = "status.none"
    /// The holder chose what is shown, and no status is among it.
    case statusNotShown = "status.not-shown"
    /// This issuer's badges always name a list, and this one doesn't.
    case statusAbsent = "status.absent-but-expected"
    /// The list is not at hand.
    case statusUnavailable = "status.unavailable"
    /// The list is too old to say.
    case statusStale = "status.stale"
    /// A newer list was seen before, or another one of the same moment.
    case statusRollback = "status.rollback"
    /// The list carries a date in the future.
    case statusFuture = "status.future"
    /// The list isn't signed, or its signature doesn't fit.
    case statusUnsigned = "status.unsigned"
    /// The list's key is not pinned.
    case statusUnvouched = "status.key-not-pinned"
    /// The list is somebody else's.
    case statusIssuer = "status.other-issuer"
    /// The list or the entry is not of the form it must have.
    case statusMalformed = "status.malformed"
    /// The list is for another purpose than the entry says.
    case statusPurpose = "status.purpose-mismatch"
    /// The list ends before this badge's place.
    case statusRange = "status.index-out-of-range"
    /// A kind of status we don't know.
    case statusTypeUnknown = "status.type-unknown"
    /// A purpose we don't know.
    case statusPurposeUnknown = "status.purpose-unknown"
    /// Withdrawn.
    case statusRevoked = "status.revoked"
    /// Withdrawn, by a list of a kind that nobody signs.
    case statusRevokedUnsigned = "status.revoked-by-unsigned-list"
    /// Not named by a list of a kind that nobody signs, which is no proof.
    case statusNotListed = "status.unsigned-list-without-it"
    /// On hold.
    case statusSuspended = "status.suspended"
    /// A remark: the list has fewer places than the standard asks.
    case statusListShort = "status.list-short"
    /// A remark: the list's bits lack their multibase prefix.
    case statusListUnprefixed = "status.list-without-prefix"
    /// A remark: the list names itself by another address than the badge does.
    case statusListOtherName = "status.list-named-otherwise"
    /// A remark: the place in the list is a number where it should be text.
    case statusIndexNumber = "status.index-as-number"

    // MARK: schema, badge, endorsements
    /// The badge keeps the published schema.
    case schemaOK = "schema.ok"
    /// No schema is named, and none of ours applies.
    case schemaNone = "schema.none"
    /// A schema we don't have built in.
    case schemaOther = "schema.not-known"
    /// A rule of the schema is broken.
    case schemaInvalid = "schema.invalid"
    /// The badge's parts fit together.
    case badgeOK = "badge.ok"
    /// Not an Open Badge.
    case badgeOther = "badge.other-kind"
    /// The badge contradicts itself.
    case badgeInvalid = "badge.invalid"
    /// A transcript; the badges in it are judged one by one.
    case badgeTranscript = "badge.transcript"
    /// A question for the credentials in a presentation.
    case presentationInside = "presentation.asked-inside"
    /// No endorsements.
    case endorsementsNone = "endorsements.none"
    /// Endorsements are there, and all are good.
    case endorsementsOK = "endorsements.ok"
    /// Endorsements are there, and not all are good; that changes nothing.
    case endorsementsMixed = "endorsements.not-all-good"
    /// More endorsements than are judged.
    case endorsementsTooMany = "endorsements.too-many"
    /// An endorsement's own endorsements aren't judged.
    case endorsementsDeeper = "endorsements.not-judged-deeper"
    /// The endorsement speaks of this and names its bytes.
    case endorsementExact = "endorsement.exact"
    /// The endorsement speaks of this by its id alone.
    case endorsementByID = "endorsement.by-id"
    /// The endorsement speaks of something else.
    case endorsementOther = "endorsement.other-subject"
    /// The endorsement doesn't say what it speaks of.
    case endorsementNoSubject = "endorsement.no-subject"
    /// The endorsement names other bytes than these.
    case endorsementDigest = "endorsement.digest-differs"
    /// The endorsement names bytes in a way that isn't read.
    case endorsementDigestUnread = "endorsement.digest-not-read"
    /// Somebody endorses themselves, or what is their own.
    case endorsementSelf = "endorsement.own-word"
    /// Where an endorsement should stand is a credential of another kind.
    case endorsementKind = "endorsement.other-kind"
    /// An endorsement by itself, without what it speaks of.
    case endorsementAlone = "endorsement.alone"

    // MARK: recipient
    /// Nobody asked whose it is.
    case recipientNotAsked = "recipient.not-asked"
    /// It names the identifier that was asked about.
    case recipientOK = "recipient.ok"
    /// It names somebody else.
    case recipientMismatch = "recipient.mismatch"
    /// It names nobody that could be compared.
    case recipientNothing = "recipient.nothing-to-compare"
    /// It was made for another receiver.
    case recipientOther = "recipient.addressed-to-other"
    /// The presentation was made for this receiver.
    case recipientAddressed = "recipient.addressed"
    /// The presentation was made for nobody in particular.
    case recipientAnybody = "recipient.not-addressed"
    /// A challenge was given, and the presentation answers none.
    case recipientNoChallenge = "recipient.challenge-missing"
    /// The one whom the badge names presents it, with the challenge that was given.
    case recipientPresented = "recipient.presented"
    /// It names the key that signed the presentation, but no challenge was answered.
    case recipientUnchallenged = "recipient.holder-unchallenged"
    /// Nothing ties it to the one who presents it.
    case recipientNotBound = "recipient.not-bound"

    // MARK: issuer
    /// The issuer is listed and its key pinned.
    case issuerOK = "issuer.ok"
    /// The issuer is listed, and its key history leads from a pinned key to this one.
    case issuerHistory = "issuer.key-by-history"
    /// A pinned signer of bundles vouches for the key.
    case issuerBundle = "issuer.by-bundle"
    /// The bundle that vouches for the key is too old to.
    case bundleStale = "bundle.stale"
    /// The holder's own word about themselves.
    case issuerHolder = "issuer.holder"
    /// The issuer isn't listed.
    case issuerUnknown = "issuer.unknown"
    /// The issuer is listed; this key isn't.
    case issuerKeyNotPinned = "issuer.key-not-pinned"
    /// The issuer is listed for other things.
    case issuerScope = "issuer.out-of-scope"
    /// Signed outside the time for which the issuer is listed.
    case issuerWindow = "issuer.outside-dates"

    // MARK: policy
    /// The policy demands an answer to a question that has none.
    case policyCheckRequired = "policy.check-required"
    /// The signature fits, in a suite that the policy doesn't accept.
    case policySuite = "policy.suite"
    /// A kind of credential that the policy doesn't accept.
    case policyKind = "policy.kind"
    /// The level is below the one that the policy asks for.
    case policyLevel = "policy.level"
    /// The policy asks for a level, and none is stated.
    case policyLevelMissing = "policy.level-missing"
}
