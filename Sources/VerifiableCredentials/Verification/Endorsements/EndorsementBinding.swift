import Encodings

/// Decides what an endorsement has to do with the credential that it stands in or travels beside.
///
/// Its signature may be as good as can be: it speaks only of the id that it names, and of exact bytes only when it has
/// their digest.
struct EndorsementBinding {
    let claim: EndorsementClaim
    /// Who endorses.
    let endorser: String
    /// What it may speak of.
    let things: [EndorsedThing]
    let document: EndorsedDocument
    /// Whether it stands in the credential; such a one can't have the digest of the whole.
    let isEmbedded: Bool

    func judge() -> (result: CheckResult, thing: EndorsedThing?) {
        var values = ["subject": claim.subject ?? ""]
        guard let subject = claim.subject,
            let thing = things.first(where: { $0.id.hasSameBytes(as: subject) })
        else {
            let code: VerificationCode = claim.subject == nil ? .endorsementNoSubject : .endorsementOther
            return (CheckResult(.badge, .failed, code, values), nil)
        }
        values["thing"] = thing.kind.rawValue
        let detail: JSONObject = ["subject": .string(subject), "of": .string(thing.kind.rawValue)]
        func result(_ outcome: Outcome, _ code: VerificationCode) -> CheckResult {
            CheckResult(.badge, outcome, code, values, detail: detail)
        }
        if thing.ownVoices.contains(where: { $0.hasSameBytes(as: endorser) }) {
            return (result(.undetermined, .endorsementSelf), thing)
        }
        let answer =
            switch comparison(with: thing) {
            case .none: result(.passed, .endorsementByID)
            case .same: result(.passed, .endorsementExact)
            case .different: result(isConclusive ? .failed : .undetermined, .endorsementDigest)
            case .unreadable: result(.undetermined, .endorsementDigestUnread)
            }
        return (answer, thing)
    }

    private enum Comparison { case none, same, different, unreadable }

    /// Other bytes are another credential only where its own bytes are at hand.
    private var isConclusive: Bool { document.hasOwnBytes && !isEmbedded }

    /// The digests that it names of the thing, or of the whole credential.
    private func comparison(with thing: EndorsedThing) -> Comparison {
        var comparison = Comparison.none
        for resource in claim.resources where !resource.digests.isEmpty {
            let fits: Bool
            if let id = document.id, resource.id.hasSameBytes(as: id) {
                fits = document.fits(resource.digests)
            } else if resource.id.hasSameBytes(as: thing.id) {
                fits = document.fits(resource.digests, part: thing.json)
            } else {
                continue
            }
            if !resource.digests.isComparable {
                if comparison != .different { comparison = .unreadable }
            } else if !fits {
                comparison = .different
            } else if comparison == .none {
                comparison = .same
            }
        }
        return comparison
    }
}
