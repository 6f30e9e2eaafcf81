package import Encodings
import VerifiableCredentials

/// On what a decision was made beside the rules: the files as they came, and how old the knowledge was.
package struct DecisionGrounds: Sendable, Hashable {
    /// SHA-256 of each file that the applicant handed over.
    package let fileDigests: [[UInt8]]
    /// When the verifier's trust list was last changed; nothing without one.
    package let trustListUpdated: Timestamp?
    /// The dates of the status lists that were used, oldest first.
    package let statusListDates: [Timestamp]

    package init(fileDigests: [[UInt8]], trustListUpdated: Timestamp?, statusListDates: [Timestamp]) {
        self.fileDigests = fileDigests.sorted { $0.lexicographicallyPrecedes($1) }
        self.trustListUpdated = trustListUpdated
        self.statusListDates = Set(statusListDates).sorted()
    }

    /// The status lists' dates are those that the verifier's reports name.
    package init(
        fileDigests: [[UInt8]], trustListUpdated: Timestamp?, credentials: [SubmittedCredential]
    ) {
        self.init(
            fileDigests: fileDigests, trustListUpdated: trustListUpdated,
            statusListDates: credentials.compactMap {
                $0.report[.status]?.detail["asOf"]?.stringValue.flatMap { Timestamp($0) }
            })
    }
}
