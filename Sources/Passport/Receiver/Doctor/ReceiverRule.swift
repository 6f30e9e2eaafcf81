package import VerifiableCredentials

/// One thing that a receiver is known to ask of a file, with where that was read.
package struct ReceiverRule: Sendable {
    /// What it means when the file isn't so.
    package enum Weight: String, Sendable {
        /// The receiver doesn't take it.
        case refuses
        /// It takes it, with a remark or with less than one would think.
        case warns
        /// It depends on what no file shows; told beside the answer, and changes nothing in it.
        case outside
    }

    /// What it means when this file doesn't show whether it is so.
    package enum Unseen: Sendable {
        /// Nobody can say what the receiver will do.
        case undecided
        /// The receiver looks for itself; that is told beside the answer.
        case told
    }

    package let id: String
    package let demand: ReceiverDemand
    package let weight: Weight
    package let unseen: Unseen
    /// The kinds of files that it is about; nothing for all.
    package let kinds: Set<FileFacts.Kind>?
    /// What the receiver does, in one sentence.
    package let statement: LocalizedText
    package let wayOut: WayOut?
    /// Whether it is the receiver's own way, rather than what every receiver does.
    var isOwn: Bool { !id.hasPrefix("any.") }
    package let source: RuleSource
    /// Where in the source it stands.
    package let place: String

    init(
        _ id: String, _ demand: ReceiverDemand, _ weight: Weight = .refuses, unseen: Unseen = .undecided,
        only kinds: Set<FileFacts.Kind>? = nil, wayOut: WayOut? = nil, source: RuleSource, at place: String, en: String,
        fi: String, sv: String
    ) {
        self.id = id
        self.demand = demand
        self.weight = weight
        self.unseen = unseen
        self.kinds = kinds
        self.statement = LocalizedText(en: en, fi: fi, sv: sv)
        self.wayOut = wayOut
        self.source = source
        self.place = place
    }
}
