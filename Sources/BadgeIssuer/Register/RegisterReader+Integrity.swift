extension RegisterReader {
    /// Has SQLite go through every page, index and reference of the file.
    ///
    /// - Throws: `register.corrupt`.
    package func checkIntegrity() throws(RegisterError) {
        let found = try first("PRAGMA integrity_check(1)")?.text(0) ?? "no answer"
        let dangling = try all("PRAGMA foreign_key_check")
        guard found == "ok", dangling.isEmpty else {
            let file = path.map { "The register \"\($0)\"" } ?? "The register"
            throw RegisterError(
                .corrupt, "\(file) is damaged.",
                hint: "Keep the file as it is and restore the newest backup beside it.",
                cause: "integrity_check: \(found); references that lead nowhere: \(dangling.count)")
        }
    }
}
