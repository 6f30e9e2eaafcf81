import Encodings
package import VerifiableCredentials

/// A trust list on the disk, and the places where one is looked for.
package struct TrustListFile: Sendable {
    package let path: String
    package var list: TrustList

    /// The largest trust list that is read: some thousands of issuers.
    package static let maxBytes = 2 << 20

    package init(path: String, list: TrustList) {
        self.path = path
        self.list = list
    }

    /// - Throws: `ReceiverError` for the file, `TrustError` or `JSONError` for what it says
    package static func load(_ path: String) throws -> TrustListFile {
        let bytes = try InputFile.read(path, limit: maxBytes)
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONParser.parse(bytes)
        } catch {
            throw TrustError(
                .format, "The trust list \(InputFile.name(path)) can't be read: \(error.message) (\(error.position))",
                hint: "Mend that place, or take the file from a backup.", cause: error.codeText)
        }
        do throws(TrustError) {
            return TrustListFile(path: path, list: try TrustList(json: json))
        } catch {
            throw TrustError(
                error.code, "The trust list \(InputFile.name(path)) can't be used: \(error.message)",
                hint: error.hint, cause: error.cause)
        }
    }

    /// Writes the list whole or not at all. Where its name is a link, the file that it leads to is written.
    package func save() throws(ReceiverError) {
        var staged = try stage()
        try staged.put()
    }

    /// The list as a file that is ready to take its place.
    func stage() throws(ReceiverError) -> StagedFile {
        try makeFolder()
        return try StagedFile.make(JSONWriter.pretty(list.json), at: try OutputFile.target(of: path))
    }

    /// The folder of the list, which also takes the receiver's memory.
    func makeFolder() throws(ReceiverError) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        try OutputFile.makeFolder(String(path[..<slash]))
    }

    /// Where the list is: `--trust`, `$PASSPORT_TRUST`, the workspace's `trust.json`, the home folder's.
    ///
    /// The first that exists is taken and no two are merged; a path that was named must exist.
    package struct Locations: Sendable {
        package var named: String?
        package var environment: [String: String]
        package var workspaceRoot: String?

        package init(named: String?, environment: [String: String], workspaceRoot: String?) {
            self.named = named
            self.environment = environment
            self.workspaceRoot = workspaceRoot
        }

        /// Where a new list goes.
        package var preferred: String? { named ?? environmentPath ?? workspacePath ?? homePath }

        /// The list to judge by, if there is one.
        package func existing() -> String? {
            if let path = named ?? environmentPath { return path }
            return [workspacePath, homePath].compactMap(\.self).first { InputFile.kind(of: $0) == .file }
        }

        private var environmentPath: String? { environment["PASSPORT_TRUST"].flatMap { $0.isEmpty ? nil : $0 } }
        private var workspacePath: String? { workspaceRoot.map { "\($0)/trust.json" } }
        private var homePath: String? {
            environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.local/share/passport/trust.json" }
        }
    }
}
