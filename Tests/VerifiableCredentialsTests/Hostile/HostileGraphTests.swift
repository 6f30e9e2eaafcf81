import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Nameless nodes that look alike: small files whose canonical form could take years to find.
@Suite("Hostile files: graphs") struct HostileGraphTests {
    private static let property = "https://example.org/knows"

    private static func node(_ number: Int, _ others: [Int]) -> JSONValue {
        [
            "@id": .string("_:n\(number)"),
            property: .array(others.map { ["@id": .string("_:n\($0)")] }),
        ]
    }

    static func clique(_ size: Int) -> JSONValue {
        .array((0..<size).map { one in node(one, (0..<size).filter { $0 != one }) })
    }

    static func rings(_ count: Int, of size: Int) -> JSONValue {
        .array(
            (0..<count).flatMap { ring in
                (0..<size).map { node(ring * size + $0, [ring * size + ($0 + 1) % size]) }
            })
    }

    /// Two nodes for each one of the level above, in which both know both below.
    static func lattice(_ levels: Int) -> JSONValue {
        .array((0..<2 * levels).map { node($0, [$0 / 2 * 2 + 2, $0 / 2 * 2 + 3]) })
    }

    private static func badge(_ nodes: JSONValue) -> JSONObject {
        HostileFile.unsigned([(member, nodes)])
    }

    private static let member = "urn:nodes"

    @Test("Poisonous graphs are given up", arguments: [clique(12), clique(40), rings(2, of: 600)])
    func poison(_ nodes: JSONValue) { expectLimit(HostileFile.judge(Self.badge(nodes))) }

    @Test("Symmetric graphs of moderate size have a form, so that the signature decides")
    func symmetric() {
        for nodes in [Self.clique(4), Self.rings(60, of: 3), Self.rings(1, of: 60), Self.lattice(6)] {
            let report = HostileFile.judge(Self.badge(nodes))
            #expect(report[.proof]?.code == .proofMismatch)
            #expect(report.verdict == .invalid)
        }
    }

    @Test("A signed symmetric graph is checked, whatever its nodes are called")
    func signed() throws {
        let document = try HostileFile.signed([(Self.member, Self.rings(3, of: 5))])
        #expect(HostileFile.judge(document)[.proof]?.code == .proofOK)
        var renamed = document
        guard case .array(let nodes)? = renamed[Self.member] else { return }
        renamed[Self.member] = .array(nodes.reversed())
        #expect(HostileFile.judge(renamed)[.proof]?.code == .proofOK)
        renamed[Self.member] = .array(Array(nodes.dropLast()))
        #expect(HostileFile.judge(renamed)[.proof]?.code == .proofMismatch)
    }

    @Test("The standard's own poison, as a badge, is given up", .needsCorpus("rdf-canon"))
    func standardPoison() throws {
        let dataset = try NQuadsParser.parse(Corpus.read("rdf-canon/rdfc10/test074-in.nq"))
        var nodes: [JSONValue] = []
        for quad in dataset.quads {
            nodes.append([
                "@id": .string("_:" + dataset.string(of: quad.subject)),
                dataset.string(of: quad.predicate): ["@id": .string("_:" + dataset.string(of: quad.object))],
            ])
        }
        expectLimit(HostileFile.judge(Self.badge(.array(nodes))))
    }

    @Test("Poison in a proof's own members is given up too")
    func poisonousProof() {
        let proof = HostileFile.proof("eddsa-rdfc-2022", [Self.member: Self.clique(14)])
        expectLimit(HostileFile.judge(HostileFile.unsigned([], proofs: [proof])))
    }

    @Test("More than 20,000 quads are given up: of a few nodes that many others refer to")
    func quads() {
        // One object with two hundred types, named by two hundred terms that stand for the same list.
        let types = JSONValue.array((0..<150).map { .string("urn:t:\($0)") })
        let nodes = JSONValue.array((0..<150).map { _ in ["@type": types] })
        let report = HostileFile.judge(HostileFile.unsigned([(Self.member, nodes)]))
        // 150 × 150 strings are more values than are read.
        #expect(report[.form]?.code == .limitJSON)
        let json = JSONValue.array(Array(repeating: ["@list": .array(Array(repeating: 1, count: 108))], count: 90))
        expectLimit(HostileFile.judge(HostileFile.unsigned([(Self.member, ["@list": json])])))
    }
}
