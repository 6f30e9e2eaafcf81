/// An application as people name it: `urn:uuid:…`, the bare UUID, or at least its first eight digits.
package struct ApplicationReference: Sendable, Hashable {
    /// `urn:uuid:` and as much of the UUID as was given.
    let start: String
    /// What was given.
    package let shown: String

    /// - Throws: `application.reference`.
    package init(_ text: String) throws(ApplicationError) {
        guard let reference = try? AwardReference(text) else {
            throw ApplicationError(
                .reference, "\"\(text)\" is no application's id.",
                hint: "Give the id as urn:uuid:…, or its first 8 digits or more, as `passportctl application list` "
                    + "shows them.")
        }
        start = reference.start
        shown = text
    }
}

extension RegisterReader {
    /// The one application that a reference fits.
    ///
    /// - Throws: `ApplicationError` `application.missing`, `application.ambiguous`; `RegisterError`.
    package func application(_ reference: ApplicationReference) throws -> ApplicationRecord {
        let ids = try applicationIDs(beginningWith: reference.start)
        guard let id = ids.first, let record = try application(id) else {
            throw ApplicationError(
                .missing, "The register has no application \"\(reference.shown)\".",
                hint: "`passportctl application list` shows their ids; another workspace may have taken it in.")
        }
        guard ids.count == 1 else {
            throw ApplicationError(
                .ambiguous, "More than one application has an id that begins with \"\(reference.shown)\".",
                hint: "Give more of its digits.")
        }
        return record
    }
}
