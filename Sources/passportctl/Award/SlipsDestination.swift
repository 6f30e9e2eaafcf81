import BadgeIssuer
import Passport

/// Where the slips for learners who are new go; looked at before the first award, as a number is told only once.
struct SlipsDestination {
    let path: String

    init(_ path: String, besides output: String?, force: Bool) throws {
        try UsageError.refuseEmpty(path, "--slips")
        guard path != "-", path != output else {
            throw UsageError(
                .value, "The slips need a file of their own.", hint: "Name one, for example --slips slips.html.")
        }
        guard force || InputFile.kind(of: path) == .missing else {
            throw ReceiverError(
                .exists, "There is a file \"\(path)\" already, and it stays.",
                hint: "Name another with --slips, or say --force to replace it.")
        }
        try OutputFile.checkFile(path)
        self.path = path
    }

    /// - Returns: what to tell the teacher.
    func write(_ slips: PassportSlips) throws -> String {
        guard let document = slips.document else { return "Nobody was new to the register, so there are no slips." }
        try OutputFile.write(document, to: path, mode: 0o600)
        return "\(slips.count) to print in \"\(path)\"; it holds names, so delete it afterwards."
    }
}
