import Cryptography
public import Encodings

/// The contexts that a user has added to those that ship: each one file, pinned by its digest.
///
/// The list is a file `passport.contexts/1`:
///
///     {"format": "passport.contexts/1",
///      "contexts": [{"url": "https://example.org/terms/v1", "file": "terms-v1.json", "digestMultibase": "uEi…"}]}
///
/// `file` is a plain name beside the list; `digestMultibase` is SHA-256 of its bytes, as multihash.
public struct AddedContexts: Sendable {
    public static let format = "passport.contexts/1"
    /// As many as anyone could look through.
    public static let maxContexts = 64

    /// A line of the list.
    public struct Entry: Sendable, Hashable {
        public let url: String
        public let file: String
        public let digestMultibase: String
    }

    /// Those that were added, in their order.
    public private(set) var contexts: [ContextDocument] = []
    private let store: ContextStore

    /// - Parameter store: the contexts that ship
    public init(to store: ContextStore) { self.store = store }

    /// - Throws: `ContextError` `context.list`
    public static func entries(of list: JSONValue) throws(ContextError) -> [Entry] {
        guard let object = list.objectValue, object["format"]?.stringValue == format else {
            throw ContextError(
                .list, "The file doesn't say that it is a list of contexts.",
                hint: "A list of contexts begins with \"format\": \"\(format)\".")
        }
        guard let contexts = object["contexts"]?.arrayValue, contexts.count <= maxContexts, object.count == 2 else {
            throw ContextError(
                .list, "The list of contexts must have \"format\" and \"contexts\", at most \(maxContexts) of them.")
        }
        var entries: [Entry] = []
        for (index, value) in contexts.enumerated() {
            let place = JSONPath.root.appending("contexts").appending(index)
            guard let object = value.objectValue, object.count == 3, let url = object["url"]?.stringValue,
                let file = object["file"]?.stringValue, let digest = object["digestMultibase"]?.stringValue
            else {
                throw ContextError(
                    .list, "At \(place) of the list of contexts \"url\", \"file\" and \"digestMultibase\" are due.")
            }
            guard IRIForm.isAbsolute(url) else {
                throw ContextError(.list, "At \(place.appending("url")) of the list of contexts an address is due.")
            }
            guard isPlainName(file) else {
                throw ContextError(
                    .list, "At \(place.appending("file")) of the list of contexts the name of a file is due.",
                    hint: "The file lies beside the list; its name has letters, digits, dots, - and _ only.")
            }
            entries.append(Entry(url: url, file: file, digestMultibase: digest))
        }
        return entries
    }

    private static func isPlainName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
            }
    }

    /// Adds one context.
    ///
    /// - Parameter bytes: the file's, as they are
    /// - Throws: `ContextError` `context.address-taken`, `context.digest-mismatch`, and those of `ContextFile.check`
    public mutating func add(_ entry: Entry, bytes: [UInt8]) throws(ContextError) {
        guard !store.contains(entry.url), !contexts.contains(where: { $0.url.hasSameBytes(as: entry.url) }) else {
            throw ContextError(
                .taken, "The context \(UTF8Text.shown(entry.url)) is at hand already.",
                hint: "Leave it out of the list: a context that is built in can't be replaced.")
        }
        let digest = Self.digestMultibase(of: bytes)
        guard (try? Multibase.decode(entry.digestMultibase)) == [0x12, UInt8(SHA256.byteCount)] + SHA256.hash(bytes)
        else {
            throw ContextError(
                .digest, "The file \"\(entry.file)\" is not the one that the list of contexts states.",
                hint: "If you have looked at it and want it, write \"digestMultibase\": \"\(digest)\".")
        }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONParser.parse(bytes)
        } catch {
            throw ContextError(
                .form, "The file \"\(entry.file)\" can't be read: \(error.message) (\(error.position))",
                cause: error.codeText)
        }
        do throws(ContextError) {
            try ContextFile.check(json, beside: contexts.isEmpty ? store : store.adding(contexts))
        } catch {
            throw ContextError(
                error.code, "The file \"\(entry.file)\" can't be used: \(error.message)", hint: error.hint)
        }
        contexts.append(ContextDocument(entry.url) { json })
    }

    /// SHA-256 as multihash in multibase base64url.
    static func digestMultibase(of bytes: [UInt8]) -> String {
        Multibase.encode([0x12, UInt8(SHA256.byteCount)] + SHA256.hash(bytes), as: .base64url)
    }
}
