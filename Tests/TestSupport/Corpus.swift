public import Encodings
import Foundation
import Synchronization

/// The conformance corpus: official vectors, read where they lie and never copied into the project.
///
///     @Test("RFC 8785's documents are canonicalised to the byte", .needsCorpus("jcs"), arguments: Corpus.cases("jcs"))
///     func document(_ vector: CorpusVector) throws { … }
///
/// Without a corpus such a test is reported as skipped, and the run ends with one notice of how much was left out.
public enum Corpus {
    /// The variable that names the corpus folder.
    public static let variable = "PASSPORT_CONFORMANCE"

    /// Where the corpus is: the folder that `PASSPORT_CONFORMANCE` names, else `../shared/conformance` beside the
    /// package; nothing when there is none.
    public static let root: String? = {
        let path = ProcessInfo.processInfo.environment[variable] ?? "\(PackageRoot.path)/../shared/conformance"
        return FileManager.default.fileExists(atPath: "\(path)/documents.json") ? path : nil
    }()

    /// A file of the corpus, by its path below the root.
    public static func read(_ relative: String) throws -> [UInt8] {
        guard let root else { throw CorpusMissing() }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(relative)")))
    }

    /// Names of the files directly in a folder of the corpus, sorted; empty without a corpus.
    public static func files(in folder: String) -> [String] {
        guard let root else {
            noteSkipped(folder)
            return []
        }
        return ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).sorted()
    }

    /// The vectors of a suite, in the order of its manifest; empty without a corpus.
    ///
    /// - Parameter suite: a folder that holds `fixtures.json`, `vectors.json` or a manifest (`rdf-canon`,
    ///   `n-quads/c14n`), the path of one such file (`json-ld-api/expand-manifest.jsonld`), `jcs` or `did-key`.
    public static func cases(_ suite: String) -> [CorpusVector] {
        guard root != nil else {
            noteSkipped(suite)
            return []
        }
        do {
            let vectors = try vectors(of: suite)
            guard !vectors.isEmpty else { throw CorpusMissing() }
            return vectors
        } catch {
            // An unreadable suite must not look like one that passed.
            return [CorpusVector(id: "\(suite) cannot be read: \(error)", folder: suite, entry: .null)]
        }
    }

    private static func vectors(of suite: String) throws -> [CorpusVector] {
        switch suite {
        case "jcs":
            return files(in: "jcs/input").map { file in
                CorpusVector(
                    id: file, folder: "jcs",
                    entry: ["input": .string("input/\(file)"), "output": .string("output/\(file)")])
            }
        case "did-key":
            return try files(in: suite).flatMap { try vectors(inManifest: "did-key/\($0)", folder: suite) }
        default:
            if suite.contains(".json") {
                let folder = suite.split(separator: "/").dropLast().joined(separator: "/")
                return try vectors(inManifest: suite, folder: folder)
            }
            let names = ["fixtures.json", "vectors.json", "manifest.json", "manifest.jsonld"]
            let present = Set(files(in: suite))
            guard let name = names.first(where: present.contains) else { throw CorpusMissing() }
            return try vectors(inManifest: "\(suite)/\(name)", folder: suite)
        }
    }

    /// The entries of a manifest: a list, the list that a JSON-LD manifest carries, or members named by their ids.
    private static func vectors(inManifest path: String, folder: String) throws -> [CorpusVector] {
        let manifest = try TestJSON.parse(read(path))
        if let entries = manifest.arrayValue ?? (manifest["entries"] ?? manifest["sequence"])?.arrayValue {
            return entries.enumerated().map { place, entry in
                let id = (entry["id"] ?? entry["@id"] ?? entry["file"])?.stringValue ?? "\(path) \(place + 1)"
                return CorpusVector(id: id, folder: folder, entry: entry)
            }
        }
        return (manifest.objectValue?.members ?? []).map {
            CorpusVector(id: $0.name, folder: folder, entry: $0.value)
        }
    }

    // MARK: The notice

    private static let skipped = Mutex<Set<String>>([])

    /// Remembers that a suite was asked for in vain; the first time arranges for the notice at the end of the run.
    static func noteSkipped(_ suite: String) {
        let isFirst = skipped.withLock { suites in
            suites.insert(suite).inserted && suites.count == 1
        }
        if isFirst { atexit { Corpus.writeNotice() } }
    }

    private static func writeNotice() {
        let suites = skipped.withLock { $0.sorted() }
        let known = suites.compactMap { sizes[$0] }
        let text = """

            *** NO CONFORMANCE CORPUS: \(suites.count) suites with \(known.reduce(0, +)) official vectors or more were \
            SKIPPED (\(suites.joined(separator: ", "))).
            *** Set \(variable) to the corpus folder to run them.


            """
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// How many vectors each suite has, so that the notice can say what is missing. A test compares it.
    package static let sizes: [String: Int] = [
        "1edtech-validator": 52, "baked": 8, "bitstring-status-list": 8, "dcc": 52, "did-key": 19, "jcs": 4,
        "json-ld-api/compact-manifest.jsonld": 146, "json-ld-api/expand-manifest.jsonld": 234,
        "json-ld-api/flatten-manifest.jsonld": 34, "json-ld-api/fromRdf-manifest.jsonld": 34,
        "json-ld-api/toRdf-manifest.jsonld": 282, "multibase/base58btc.json": 3, "n-quads/c14n": 23,
        "n-quads/syntax": 55, "ob2-spec": 13,
        "ob3-spec": 16, "rdf-canon": 52, "signed-credentials": 44, "vc-di-ecdsa": 4, "vc-di-eddsa": 5,
        "vc-jose-cose": 20, "vcdm11": 33, "vcdm2": 78,
    ]
}

/// There is no corpus, or no such suite in it.
public struct CorpusMissing: Error, CustomStringConvertible {
    public var description: String { "no such part of a conformance corpus; \(Corpus.variable) names its folder" }
}

/// One official vector: its id, and what the manifest says about it.
public struct CorpusVector: Sendable, CustomStringConvertible {
    public let id: String
    /// The folder, below the corpus root, to which the paths in the entry are relative.
    public let folder: String
    public let entry: JSONValue

    public var description: String { id }

    /// The text of that member, or nothing.
    public func text(_ member: String) -> String? { entry[member]?.stringValue }

    /// The bytes of the file whose path stands in that member.
    public func read(_ member: String) throws -> [UInt8] {
        guard let path = text(member) else { throw CorpusMissing() }
        return try Corpus.read("\(folder)/\(path)")
    }
}
