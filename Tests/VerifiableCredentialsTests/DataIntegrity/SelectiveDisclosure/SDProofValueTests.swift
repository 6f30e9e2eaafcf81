import Encodings
import TestSupport
import Testing

@testable import VerifiableCredentials

@Suite struct SDProofValueTests {
    private static let folder = "vc-di-ecdsa/ecdsa-sd-2023/prc"

    private func json(_ name: String) throws -> JSONValue {
        try JSONParser.parse(Corpus.read("\(Self.folder)/\(name)"))
    }

    @Test("The standard's base proof opens into its parts and closes again", .needsCorpus("vc-di-ecdsa"))
    func base() throws {
        let text = try #require(try json("addSignedSDBase.json")["proof"]?["proofValue"]?.stringValue)
        let value = try SDProofValue.Base(text: text)
        let expected = try json("addRawBaseSignatureInfo.json")
        #expect(Base16.encode(value.baseSignature) == expected["baseSignature"]?.stringValue)
        #expect(value.signatures.map { Base16.encode($0) } == expected["signatures"]?.asList.compactMap(\.stringValue))
        #expect(value.mandatoryPointers == expected["mandatoryPointers"]?.asList.compactMap(\.stringValue))
        #expect(value.text == text)
        #expect(throws: ProofError(.valueMalformed, "")) { try SDProofValue.Derived(text: text) }
    }

    @Test("The standard's derived proof opens into its parts and closes again", .needsCorpus("vc-di-ecdsa"))
    func derived() throws {
        let text = try #require(try json("derivedRevealDocument.json")["proof"]?["proofValue"]?.stringValue)
        let value = try SDProofValue.Derived(text: text)
        #expect(try SDProofValue.Derived(text: value.text) == value)
        #expect(value.mandatoryIndexes.isEmpty == false)
        #expect(!value.labels.isEmpty)
        #expect(throws: ProofError(.valueMalformed, "")) { try SDProofValue.Base(text: text) }
    }

    static let sample = SDProofValue.Derived(
        baseSignature: Array(repeating: 1, count: 64), publicKey: Array(repeating: 2, count: 35),
        signatures: [Array(repeating: 3, count: 64)], labels: [0: Array(repeating: 4, count: 32)],
        mandatoryIndexes: [0, 2])

    @Test("Parts of a wrong length, doubled labels and doubled places are refused")
    func refused() throws {
        #expect(try SDProofValue.Derived(text: Self.sample.text) == Self.sample)
        let changes: [(inout SDProofValue.Derived) -> Void] = [
            { $0.baseSignature.removeLast() }, { $0.publicKey.append(0) }, { $0.signatures[0].append(0) },
            { $0.labels[1] = $0.labels[0] }, { $0.labels[0]?.removeLast() }, { $0.mandatoryIndexes = [1, 1] },
        ]
        for change in changes {
            var value = Self.sample
            change(&value)
            #expect(throws: ProofError(.valueMalformed, "")) { try SDProofValue.Derived(text: value.text) }
        }
    }

    @Test("Text that is no such value is refused", arguments: ["", "u", "z1", "u2V0B", "u2V0A", "u2V0BhQ"])
    func noValue(_ text: String) {
        #expect(throws: ProofError(.valueMalformed, "")) { try SDProofValue.Derived(text: text) }
    }
}
