import Encodings
import LinkedData
import Synchronization
import TestSupport

/// The documents of the conformance corpus by their URLs: the contexts it lists, and the files under its prefixes.
struct CorpusContexts: ContextSource {
    private struct Prefix: Sendable {
        let url: String
        let folder: String
    }

    private let files: [String: String]
    private let prefixes: [Prefix]

    /// Shared by all tests; without a corpus it knows nothing.
    static let shared: CorpusContexts = (try? CorpusContexts()) ?? CorpusContexts(files: [:], prefixes: [])

    /// What is made of them, shared too.
    static let prepared = PreparedContexts(shared)

    private init(files: [String: String], prefixes: [Prefix]) {
        self.files = files
        self.prefixes = prefixes
    }

    private init() throws {
        let listing = try TestJSON.parse(Corpus.read("documents.json"))
        var files: [String: String] = [:]
        for entry in listing["contexts"]?.arrayValue ?? [] {
            if let url = entry["url"]?.stringValue, let file = entry["file"]?.stringValue { files[url] = file }
        }
        self.init(
            files: files,
            prefixes: (listing["prefixes"]?.arrayValue ?? []).compactMap { entry in
                guard let url = entry["prefix"]?.stringValue, let folder = entry["folder"]?.stringValue else {
                    return nil
                }
                return Prefix(url: url, folder: folder)
            })
    }

    func document(at url: String) -> JSONValue? {
        guard let file = file(of: url), let bytes = try? Corpus.read(file) else { return nil }
        return try? JSONParser.parse(bytes)
    }

    private func file(of url: String) -> String? {
        if let file = files[url] { return file }
        return prefixes.first { url.hasPrefix($0.url) }.map { $0.folder + url.dropFirst($0.url.count) }
    }
}
