import Encodings
import VerifiableCredentials

/// Why there is nothing that a receiver could be asked about.
package struct DoctorError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The file is neither a credential nor a presentation.
        case unreadable = "doctor.unreadable"
        /// It is a picture or a page without one credential that could be taken out.
        case noCredential = "doctor.no-credential"
    }

    package let code: Code
    package let message: String
    package let hint: String?

    package var codeText: String { code.rawValue }
    package static func == (left: DoctorError, right: DoctorError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }

    static func unreadable(_ name: String, _ report: VerificationReport) -> DoctorError {
        DoctorError(
            code: .unreadable,
            message: "\(InputFile.name(name)) can't be read as a credential: \(reason(report.checks))",
            hint: "Take the badge's file as the issuer sent it, and see what `passportctl verify` says of it.")
    }

    static func noCredential(_ name: String, _ file: OpenedFile) -> DoctorError {
        let results: [CheckResult] = if case .refused(let result) = file { [result] } else { [] }
        return DoctorError(
            code: .noCredential,
            message: "No credential can be taken out of \(InputFile.name(name)): \(reason(results))",
            hint: "Send the badge's own file; a screenshot or a converted picture carries none.")
    }

    /// What the verifier says, in its own words.
    private static func reason(_ checks: [CheckResult]) -> String {
        let form = checks.first {
            [.failed, .undetermined].contains($0.outcome) && $0.code != .proofRequired
        }
        return form.map { $0.code.text.filled($0.values, in: .en) } ?? "nothing is in it."
    }
}
