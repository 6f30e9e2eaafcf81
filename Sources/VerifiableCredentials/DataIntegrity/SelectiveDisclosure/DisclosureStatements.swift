import Cryptography
import Encodings
import LinkedData

/// A document's statements in the order in which `ecdsa-sd-2023` signs them, their blank nodes under labels that tell
/// nothing without the key: [ECDSA §3.4.16 canonicalizeAndGroup](https://www.w3.org/TR/vc-di-ecdsa/#canonicalizeandgroup).
struct DisclosureStatements {
    /// Each with its line feed.
    let lines: [[UInt8]]
    private let nodes: NamedNodes
    private let form: LinkedDataForm
    /// By the label a node has in `nodes`.
    private let labels: [String: [UInt8]]

    init(_ document: JSONObject, form: LinkedDataForm, hmacKey: [UInt8]) throws(ProofError) {
        self.form = form
        nodes = try NamedNodes(document, form: form)
        let statements = try nodes.statements(of: nodes.document)
        var work = ProofWork()
        let canonical = try form.canonicalize(statements, digest: .sha256, work: &work)
        // §3.4.4 createHmacIdLabelMapFunction.
        var labels: [String: [UInt8]] = [:]
        var byNumber: [[UInt8]] = []
        for (input, identifier) in canonical.labels(in: statements) {
            let label = HMACSHA256.code(for: Array(identifier.utf8), key: hmacKey)
            labels[input] = label
            byNumber.append(label)
        }
        self.labels = labels
        lines = try form.lines(of: canonical, in: statements) { byNumber[$0] }
    }

    /// Which statements the chosen parts make, by their places in `lines`.
    ///
    /// - Throws: `ProofError` `proof.pointer` when a part says something that the whole doesn't, such as half of a JSON
    ///   literal: nobody has signed that.
    func places(of pointers: [JSONPointer]) throws(ProofError) -> Set<Int> {
        guard let part = try JSONSelection.select(pointers, in: nodes.document) else { return [] }
        let labels = labels
        let statements = try nodes.statements(of: part) { LinkedDataForm.label(labels[$0] ?? []) }
        let chosen = Set(NQuadsWriter.write(statements).split(separator: 0x0A).map { Array($0) + [0x0A] })
        let places = Set(lines.indices.filter { chosen.contains(lines[$0]) })
        guard places.count == chosen.count else {
            throw ProofError(
                .pointer, "A pointer leads into something that is signed as one piece.",
                hint: "Choose the whole of it, as with the value of an extension.")
        }
        return places
    }

    /// The labels by the numbers that a receiver's canonicalisation of the chosen parts will give their nodes:
    /// §3.5.4 createDisclosureData, the verifier's label map.
    func receiverLabels(of pointers: [JSONPointer]) throws(ProofError) -> [Int: [UInt8]] {
        guard let part = try JSONSelection.select(pointers, in: nodes.document) else { return [:] }
        let statements = try nodes.statements(of: part)
        var work = ProofWork()
        let canonical = try form.canonicalize(statements, digest: .sha256, work: &work)
        var byNumber: [Int: [UInt8]] = [:]
        for (number, pair) in canonical.labels(in: statements).enumerated() { byNumber[number] = labels[pair.input] }
        return byNumber
    }
}

extension LinkedDataForm {
    /// The label that stands in a statement for those bytes.
    static func label(_ bytes: [UInt8]) -> String { "u" + Base64URL.encode(bytes) }

    /// The canonical statements under other labels, sorted anew.
    func lines(
        of canonical: CanonicalDataset, in dataset: Dataset, label: (Int) -> [UInt8]
    ) throws(ProofError) -> [[UInt8]] {
        do throws(RDFError) {
            let relabelled = try canonical.relabelled(dataset) { Array(Self.label(label($0)).utf8) }
            return relabelled.quads.map { Array(relabelled.text[$0]) }
        } catch {
            throw ProofError(.linkedData, "The document can't be read as linked data.", cause: error.description)
        }
    }
}
