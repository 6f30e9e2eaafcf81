package import Encodings

/// What was handed to whom, for the learner's own memory; no part of it leaves the shelf.
package struct ShelfShare: Sendable, Hashable {
    /// The form in which it was written.
    package enum Form: String, Sendable, CaseIterable {
        /// A passport file, signed by the learner.
        case presentation
        /// The same inside a page to print.
        case page
        /// Badges baked into pictures.
        case pictures
        /// The European Learning Model.
        case elm
        /// Only the proof that a key is the learner's.
        case proof
    }

    package let at: Timestamp
    /// For whom it was made, when that was said; the passport says so, too.
    package let receiver: String?
    /// What for; only here.
    package let purpose: String?
    package let until: Timestamp?
    /// SHA-256 of the file.
    package let fileDigest: [UInt8]
    /// The ids of what it showed; of something without an id, its number on the shelf.
    package let items: [String]
    package let showedName: Bool
    package let form: Form

    package init(
        at: Timestamp, receiver: String?, purpose: String?, until: Timestamp?, fileDigest: [UInt8], items: [String],
        showedName: Bool, form: Form
    ) {
        self.at = at
        self.receiver = receiver
        self.purpose = purpose
        self.until = until
        self.fileDigest = fileDigest
        self.items = items
        self.showedName = showedName
        self.form = form
    }
}
