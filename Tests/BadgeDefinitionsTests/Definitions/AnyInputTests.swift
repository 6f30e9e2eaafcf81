import BadgeDefinitions
import Encodings
import TestSupport
import Testing

@Suite("Any input at all")
struct AnyInputTests {
    /// Every form of the value with one value in it replaced or left out.
    private func variants(of value: JSONValue) -> [JSONValue] {
        var variants: [JSONValue] = [
            .null, true, 0, "", "x", [], [:], [.null], ["x": .null], .string(String(repeating: "ä", count: 500)),
        ]
        if let number = JSONNumber(text: "1e300") { variants.append(.number(number)) }
        switch value {
        case .object(let object):
            for member in object.members {
                variants.append(.object(object.removing(member.name)))
                for changed in self.variants(of: member.value) {
                    var copy = object
                    copy[member.name] = changed
                    variants.append(.object(copy))
                }
            }
        case .array(let values):
            variants.append(.array(values + values))
            for index in values.indices {
                for changed in self.variants(of: values[index]) {
                    var copy = values
                    copy[index] = changed
                    variants.append(.array(copy))
                }
            }
        default: break
        }
        return variants
    }

    @Test("is either read or refused with a finding that says why")
    func readOrRefused() throws {
        let badges = variants(of: try JSONParser.parse(Array(Texts.badge.utf8)))
        #expect(badges.count > 500)
        for variant in badges {
            let text = String(decoding: JSONWriter.compact(variant), as: UTF8.self)
            let (definition, findings) = Texts.read(text)
            #expect((definition == nil) == findings.contains(where: \.isError), "\(text)")
            #expect(findings.allSatisfy { $0.position != nil && !$0.message.isEmpty }, "\(text)")
        }
        let pathways = variants(of: try JSONParser.parse(Array(Texts.pathway.utf8)))
        #expect(pathways.count > 200)
        for variant in pathways {
            let text = String(decoding: JSONWriter.compact(variant), as: UTF8.self)
            let (pathway, findings) = Texts.readPathway(text)
            #expect((pathway == nil) == findings.contains(where: \.isError), "\(text)")
        }
    }

    @Test("of changed bytes ends in an answer", arguments: [UInt64(2026)])
    func changedBytes(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let svg =
            "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><style>a{b:url(#c)}</style><g d=\"&amp;\"/></svg>"
        for _ in 0..<1500 {
            var (badge, image) = (Array(Texts.badge.utf8), Array(svg.utf8))
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                badge[Int.random(in: badge.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
                image[Int.random(in: image.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let (definition, findings) = DefinitionReader.read(badge, file: "a.json", defaults: Texts.defaults)
            #expect((definition == nil) == findings.contains(where: \.isError))
            _ = try? DefinitionImage.check(image, named: "a.svg")
        }
    }
}
