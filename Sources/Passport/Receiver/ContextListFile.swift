import Encodings
package import VerifiableCredentials

/// A list of JSON-LD contexts of the user's own on the disk, with the files that lie beside it.
package enum ContextListFile {
    /// Some dozens of lines.
    static let maxListBytes = 256 << 10
    /// The largest context that ships has 15 KB.
    static let maxContextBytes = 256 << 10

    /// The contexts, each the file that the list pins, and none that changes what is known.
    ///
    /// - Throws: `ReceiverError` for the files, `ContextError` for what they say
    package static func load(_ path: String, beside store: ContextStore) throws -> [ContextDocument] {
        let bytes = try InputFile.read(path, limit: maxListBytes)
        let list: JSONValue
        do throws(JSONError) {
            list = try JSONParser.parse(bytes)
        } catch {
            throw ContextError(
                .list,
                "The list of contexts \(InputFile.name(path)) can't be read: \(error.message) (\(error.position))",
                hint: "Mend that place.", cause: error.codeText)
        }
        let entries: [AddedContexts.Entry]
        do throws(ContextError) {
            entries = try AddedContexts.entries(of: list)
        } catch {
            throw ContextError(
                error.code, "The list of contexts \(InputFile.name(path)) can't be used: \(error.message)",
                hint: error.hint
                    ?? "Each line of \"contexts\" has \"url\", \"file\" and \"digestMultibase\"; \"format\" is "
                    + "\"\(AddedContexts.format)\".",
                cause: error.cause)
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        var added = AddedContexts(to: store)
        for entry in entries {
            let file = try InputFile.read(folder + entry.file, limit: maxContextBytes, followingLinks: false)
            try added.add(entry, bytes: file)
        }
        return added.contexts
    }
}
