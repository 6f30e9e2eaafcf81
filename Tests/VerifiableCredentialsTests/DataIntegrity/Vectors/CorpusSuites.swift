import Encodings
import LinkedData
import TestSupport
import VerifiableCredentials

/// The cryptosuites with all contexts of the conformance corpus, those of the standards' examples among them.
enum CorpusSuites {
    static let all: Cryptosuites = Cryptosuites(contexts: contexts)

    /// Without a corpus it knows nothing.
    static let contexts: PreparedContexts = {
        var documents = ContextCollection()
        let listing = (try? TestJSON.parse(Corpus.read("documents.json"))) ?? .null
        for entry in listing["contexts"]?.arrayValue ?? [] {
            guard let url = entry["url"]?.stringValue, let file = entry["file"]?.stringValue,
                let bytes = try? Corpus.read(file), let document = try? JSONParser.parse(bytes)
            else { continue }
            documents.add(document, at: url)
        }
        return PreparedContexts(documents)
    }()
}
