import Cryptography
import Encodings
import LinkedData
import TestSupport
import Testing

@testable import VerifiableCredentials

/// The vectors of `ecdsa-sd-2023`, with all the values that they print on the way.
@Suite("ecdsa-sd-2023 vectors") struct DisclosureVectorTests {
    static var vectors: [CorpusVector] {
        Corpus.cases("vc-di-ecdsa").filter { $0.text("cryptosuite") == "ecdsa-sd-2023" }
    }

    /// One vector, opened.
    private struct Opened {
        let suite = ECDSASD2023(contexts: CorpusSuites.contexts)
        let vector: CorpusVector
        let base: JSONObject
        let derived: JSONObject
        let secrets: ECDSASD2023.Secrets
        let key: PrivateKey
        let mandatory: [JSONPointer]
        let selective: [JSONPointer]

        init(_ vector: CorpusVector) throws {
            self.vector = vector
            func json(_ member: String) throws -> JSONValue { try JSONParser.parse(vector.read(member)) }
            func pointers(_ member: String) throws -> [JSONPointer] {
                try json(member).asList.map { try #require($0.stringValue.flatMap { JSONPointer($0) }) }
            }
            base = try #require(try json("signedBase").objectValue)
            derived = try #require(try json("derived").objectValue)
            mandatory = try pointers("mandatoryPointers")
            selective = try pointers("selectivePointers")
            let keys = try json("keys")
            func key(_ name: String) throws -> PrivateKey {
                try PrivateKey(multikeySecret: #require(keys[name]?["secretKeyMultibase"]?.stringValue))
            }
            self.key = try key("baseKeyPair")
            secrets = .init(
                hmacKey: try Base16.decode(#require(keys["hmacKeyString"]?.stringValue?.lowercased())),
                statementKey: try key("proofKeyPair"))
        }

        /// What the base proof was made for. The file of the unsigned document may be of another printing.
        var document: JSONObject { base.removing("proof") }
        var baseProof: DataIntegrityProof { get throws { try #require(DataIntegrityProof.all(in: base).first) } }
        var derivedProof: DataIntegrityProof { get throws { try #require(DataIntegrityProof.all(in: derived).first) } }

        func statements() throws -> DisclosureStatements {
            try DisclosureStatements(
                document, form: LinkedDataForm(contexts: CorpusSuites.contexts), hmacKey: secrets.hmacKey)
        }

        /// A file of values on the way, when the vector has it.
        func file(_ name: String) throws -> JSONValue? {
            let path = (vector.text("derived") ?? "").split(separator: "/").dropLast().joined(separator: "/")
            let folder = "\(vector.folder)/\(path)"
            guard Corpus.files(in: folder).contains(name) else { return nil }
            let bytes = try Corpus.read("\(folder)/\(name)")
            return name.hasSuffix(".json")
                ? try JSONParser.parse(bytes) : .string(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// `{"dataType": "Map", "value": [[0, "…"], …]}`, or the list of pairs alone.
    private func numbered(_ map: JSONValue?) -> [Int: String] {
        var found: [Int: String] = [:]
        for pair in (map?["value"] ?? map)?.arrayValue ?? [] {
            guard let pair = pair.arrayValue, pair.count == 2, let text = pair[1].stringValue else { continue }
            let number = pair[0].numberValue?.text ?? String((pair[0].stringValue ?? "").dropFirst(4))
            found[Int(number) ?? -1] = text
        }
        return found
    }

    private func texts(_ value: JSONValue?) -> [String] { (value?.arrayValue ?? []).compactMap(\.stringValue) }
    private func numbers(_ value: JSONValue?) -> [Int] {
        (value?.arrayValue ?? []).compactMap { Int($0.numberValue?.text ?? "") }
    }

    @Test("The corpus has a vector", .needsCorpus("vc-di-ecdsa"))
    func present() { #expect(!Self.vectors.isEmpty) }

    @Test(
        "The statements, their labels and their groups are the standard's", .needsCorpus("vc-di-ecdsa"),
        arguments: vectors)
    func base(_ vector: CorpusVector) throws {
        let opened = try Opened(vector)
        let form = LinkedDataForm(contexts: CorpusSuites.contexts)
        let canonical = try form.canonicalize(opened.document, digest: .sha256).canonical
        let plain = canonical.quads.map { String(decoding: canonical.text[$0], as: UTF8.self) }
        if let expected = try opened.file("addBaseDocCanon.json") { #expect(plain == texts(expected)) }
        let statements = try opened.statements()
        let lines = statements.lines.map { String(decoding: $0, as: UTF8.self) }
        if let expected = try opened.file("addBaseDocHMACCanon.json") { #expect(lines == texts(expected)) }

        let places = try statements.places(of: opened.mandatory)
        if let transform = try opened.file("addBaseTransform.json") {
            #expect(texts(transform["mandatoryPointers"]) == opened.mandatory.map(\.description))
            for (name, isMandatory) in [("mandatory", true), ("nonMandatory", false)] {
                let group = lines.indices.filter { places.contains($0) == isMandatory }
                let expected = numbered(transform[name])
                #expect(expected == [Int: String](uniqueKeysWithValues: group.map { ($0, lines[$0]) }))
            }
        }
        let proof = try opened.baseProof
        let config = opened.suite.proofConfig(options: proof.options, documentContext: opened.document["@context"])
        let canonicalConfig = try opened.suite.canonicalProofConfig(config, digest: .sha256)
        if let expected = try opened.file("addProofConfig.json") { #expect(.object(config) == expected) }
        if let expected = try opened.file("addProofConfigCanon.txt")?.stringValue {
            #expect(String(decoding: canonicalConfig, as: UTF8.self) == expected)
        }
        let shown = places.sorted().flatMap { statements.lines[$0] }
        if let hashes = try opened.file("addHashData.json") {
            #expect(Base16.encode(SHA256.hash(canonicalConfig)) == hashes["proofHash"]?.stringValue)
            #expect(Base16.encode(SHA256.hash(shown)) == hashes["mandatoryHash"]?.stringValue)
        }
    }

    @Test(
        "The base proof opens into the standard's parts, each signature of which fits", .needsCorpus("vc-di-ecdsa"),
        arguments: vectors)
    func baseProof(_ vector: CorpusVector) throws {
        let opened = try Opened(vector)
        let text = try #require(try opened.baseProof.proofValue)
        let value = try SDProofValue.Base(text: text)
        #expect(value.text == text)
        #expect(value.hmacKey == opened.secrets.hmacKey)
        #expect(value.publicKey == opened.secrets.statementKey.publicKey.multicodecBytes)
        #expect(value.mandatoryPointers == opened.mandatory.map(\.description))
        for name in ["addRawBaseSignatureInfo.json", "derivedRecoveredBaseData.json"] {
            guard let expected = try opened.file(name) else { continue }
            #expect(Base16.encode(value.baseSignature) == expected["baseSignature"]?.stringValue)
            #expect(value.signatures.map { Base16.encode($0) } == texts(expected["signatures"]))
            #expect(value.mandatoryPointers == texts(expected["mandatoryPointers"]))
            let publicKey = (expected["publicKey"] ?? expected["proofPublicKey"])?.stringValue
            #expect(Multibase.encode(value.publicKey, as: .base58btc) == publicKey)
        }
        // The issuer's own signature and every statement's, over what we make of the document.
        let statements = try opened.statements()
        let places = try statements.places(of: opened.mandatory)
        let signed = try opened.suite.signData(
            options: opened.baseProof.options, context: opened.document["@context"], publicKey: value.publicKey,
            mandatory: places.sorted().flatMap { statements.lines[$0] })
        #expect(
            opened.key.publicKey.isValid(signature: value.baseSignature, for: signed, using: .ecdsaP256SHA256))
        let signable = statements.lines.indices.filter { !places.contains($0) }
        #expect(signable.count == value.signatures.count)
        for (place, signature) in zip(signable, value.signatures) {
            #expect(
                opened.secrets.statementKey.publicKey.isValid(
                    signature: signature, for: statements.lines[place], using: .ecdsaP256SHA256))
        }
    }

    @Test("A base proof made anew differs in its signatures alone", .needsCorpus("vc-di-ecdsa"), arguments: vectors)
    func remade(_ vector: CorpusVector) throws {
        let opened = try Opened(vector)
        let made = try opened.suite.createBaseProof(
            for: opened.document, options: opened.baseProof.options, key: opened.key, mandatory: opened.mandatory,
            secrets: opened.secrets)
        #expect(made.removing("proofValue") == (try opened.baseProof.options))
        var ours = try SDProofValue.Base(text: #require(made["proofValue"]?.stringValue))
        let theirs = try SDProofValue.Base(text: #require(try opened.baseProof.proofValue))
        #expect(ours.signatures.count == theirs.signatures.count)
        ours.baseSignature = theirs.baseSignature
        ours.signatures = theirs.signatures
        #expect(ours == theirs)
        // What a holder derives of it verifies.
        var document = opened.document
        document["proof"] = .object(made)
        let derived = try opened.suite.derive(
            from: document, proof: DataIntegrityProof(json: made), selective: opened.selective)
        let proof = try #require(try DataIntegrityProof.all(in: derived).first)
        #expect(opened.suite.verify(document: derived, proof: proof, key: opened.key.publicKey) == .verified)
    }

    @Test(
        "Deriving from the standard's base proof gives the standard's document, byte for byte",
        .needsCorpus("vc-di-ecdsa"), arguments: vectors)
    func deriving(_ vector: CorpusVector) throws {
        let opened = try Opened(vector)
        let statements = try opened.statements()
        let lines = statements.lines.map { String(decoding: $0, as: UTF8.self) }
        let mandatory = try statements.places(of: opened.mandatory)
        let selective = try statements.places(of: opened.selective)
        let combined = try statements.places(of: opened.mandatory + opened.selective)
        if let indexes = try opened.file("derivedGroupIndexes.json") {
            #expect(mandatory.sorted() == numbers(indexes["mandatoryIndexes"]))
            #expect(selective.sorted() == numbers(indexes["selectiveIndexes"]))
            #expect(combined.sorted() == numbers(indexes["combinedIndexes"]))
            #expect(lines.indices.filter { !mandatory.contains($0) } == numbers(indexes["nonMandatoryIndexes"]))
        }
        if let all = try opened.file("derivedAllGroupData.json") {
            #expect(texts(all["nquads"]) == lines)
            for (name, places) in [("mandatory", mandatory), ("selective", selective), ("combined", combined)] {
                let group = all["groups"]?[name]
                let matching = [Int: String](uniqueKeysWithValues: places.map { ($0, lines[$0]) })
                #expect(numbered(group?["matching"]) == matching, "\(name)")
                #expect(numbered(group?["nonMatching"]).keys.sorted() == lines.indices.filter { !places.contains($0) })
            }
        }
        let derived = try opened.suite.derive(
            from: opened.base, proof: opened.baseProof, selective: opened.selective)
        if let expected = try opened.file("derivedUnsignedReveal.json") {
            #expect(.object(derived.removing("proof")) == expected)
        }
        let value = try SDProofValue.Derived(
            text: #require(try DataIntegrityProof.all(in: derived).first?.proofValue))
        for name in ["derivedDisclosureData.json", "verifyDerivedProofValue.json", "verifyCreateVerifyData.json"] {
            guard let expected = try opened.file(name) else { continue }
            #expect(Base16.encode(value.baseSignature) == expected["baseSignature"]?.stringValue)
            #expect(Multibase.encode(value.publicKey, as: .base58btc) == expected["publicKey"]?.stringValue)
            #expect(value.signatures.map { Base16.encode($0) } == texts(expected["signatures"]))
            if let map = expected["labelMap"] {
                #expect(value.labels.mapValues { LinkedDataForm.label($0) } == numbered(map))
                #expect(value.mandatoryIndexes == numbers(expected["mandatoryIndexes"]))
            }
        }
        if let expected = try opened.file("derivedAdjMandatoryIndexes.json") {
            #expect(value.mandatoryIndexes == numbers(expected["adjMandatoryIndexes"]))
        }
        if let expected = try opened.file("derivedAdjSignatures.json") {
            #expect(value.signatures.map { Base16.encode($0) } == texts(expected["filteredSignatures"]))
        }
        #expect(derived == opened.derived)
    }

    @Test(
        "The derived document verifies by the standard's statements; the base proof is for the holder alone",
        .needsCorpus("vc-di-ecdsa"), arguments: vectors)
    func verifying(_ vector: CorpusVector) throws {
        let opened = try Opened(vector)
        let proof = try opened.derivedProof
        let (suite, key) = (opened.suite, opened.key.publicKey)
        #expect(CorpusSuites.all.named(proof)?.name == "ecdsa-sd-2023")
        #expect(suite.verify(document: opened.derived, proof: proof, key: key) == .verified)
        #expect(
            suite.verify(document: opened.derived, proof: proof, key: TestKeys.p256.publicKey)
                == .failed(ProofError(.signatureMismatch, "")))
        #expect(
            suite.verify(document: opened.base, proof: try opened.baseProof, key: key)
                == .failed(ProofError(.baseProof, "")))

        let value = try SDProofValue.Derived(text: #require(proof.proofValue))
        var memory = DocumentMemory()
        let lines = try suite.lines(of: opened.derived.removing("proof"), labels: value.labels, memory: &memory)
            .map { String(decoding: $0, as: UTF8.self) }
        if let expected = try opened.file("verifyNQuads.json") { #expect(lines == texts(expected)) }
        if let expected = try opened.file("verifyCreateVerifyData.json") {
            let isMandatory = Set(value.mandatoryIndexes)
            #expect(
                lines.indices.filter { !isMandatory.contains($0) }.map { lines[$0] } == texts(expected["nonMandatory"]))
            let shown = lines.indices.filter(isMandatory.contains).flatMap { Array(lines[$0].utf8) }
            #expect(Base16.encode(SHA256.hash(shown)) == expected["mandatoryHash"]?.stringValue)
            let config = suite.proofConfig(options: proof.options, documentContext: opened.derived["@context"])
            let hash = SHA256.hash(try suite.canonicalProofConfig(config, digest: .sha256))
            #expect(Base16.encode(hash) == expected["proofHash"]?.stringValue)
        }
        #expect(proof.signature == value.baseSignature)
        #expect(try opened.baseProof.signature == value.baseSignature)
    }
}
