package import Encodings
package import VerifiableCredentials

/// A file's report, and the credential that was judged, for those who go on with it.
package struct JudgedFile: Sendable {
    package let report: VerificationReport
    /// Nothing when no credential could be read. Its claims are worth what the report says.
    package let credential: JSONObject?

    package init(report: VerificationReport, credential: JSONObject?) {
        self.report = report
        self.credential = credential
    }
}
