/// Why a badge was taken back, put on hold or given back: the codes that the register and its audit trail keep.
///
/// They are short and few, because a free text tends to tell more of a person than anybody may know. None of them is
/// published: a status list says only yes or no.
package enum StatusReason: String, Sendable, CaseIterable {
    /// It was given by mistake, or something in it is wrong.
    case error
    /// A corrected badge takes its place.
    case correction = "superseded-by-correction"
    /// It was obtained by deceit.
    case fraud
    /// Its holder asked for it.
    case holderRequest = "holder-request"
    /// What it asks for no longer holds, such as a card that wasn't renewed.
    case requirementsLapsed = "requirements-lapsed"
    /// Somebody is looking into it.
    case underReview = "under-review"
    /// The review found nothing against it, or what lapsed holds again.
    case cleared
}
