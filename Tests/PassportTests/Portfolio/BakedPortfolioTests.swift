import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Badges baked into their pictures")
struct BakedPortfolioTests {
    private typealias Fixture = PortfolioFixture

    static let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>".utf8)

    private func chosen(_ number: Int, _ changes: [(String, JSONValue?)] = []) throws -> ChosenBadge {
        let picture: JSONValue = [
            "id": .string("data:image/svg+xml;base64,\(Base64.encode(Self.svg))"), "type": "Image",
        ]
        let item = try Fixture.badge(number, [("image", picture)] + changes)
        return ChosenBadge(
            item: item, report: .refused(CheckResult(.form, .passed, .formOK), source: "-", at: Fixture.now))
    }

    @Test("come out again byte for byte, each under the badge's short name and UUID")
    func baked() throws {
        let badges = [try chosen(1), try chosen(2)]
        let pictures = try BakedPortfolio(badges).pictures
        #expect(pictures.map(\.name) == ["b1-end-0c5f3a7e.svg", "b2-end-0c5f3a7e.svg"])
        for (picture, badge) in zip(pictures, badges) {
            #expect(try PictureContent.read(picture.bytes) == .credential(badge.item.bytes))
        }
    }

    @Test("never share a name, and take none from a stranger's text")
    func names() throws {
        let same: [(String, JSONValue?)] = [
            ("credentialSubject.achievement.id", "https://school.example/badges/teamwork/v3")
        ]
        let hostile = ["https://x.example/../../etc/v1", "https://x.example/badges/Bad_Name/v1", "urn:x"]
        let badges =
            [try chosen(1, same), try chosen(2, same)]
            + (try hostile.enumerated().map {
                try chosen(
                    $0.offset + 3,
                    [
                        ("credentialSubject.achievement.id", .string($0.element)),
                        ("credentialSubject.achievement.humanCode", "../secret"),
                        ("id", .string("file:///etc/\($0.offset)")),
                    ])
            })
        let names = try BakedPortfolio(badges).pictures.map(\.name)
        #expect(Set(names).count == 5)
        #expect(names[0] == "teamwork-0c5f3a7e.svg")
        #expect(names[1] == "teamwork-0c5f3a7e-6d51-4d2b-9a1e-000000000002.svg")
        for name in names {
            #expect(
                name.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || "-.".utf8.contains($0)
                })
            #expect(!name.contains(".."))
        }
        #expect(names[3].hasPrefix("badge-"))
    }

    @Test("need a picture in the badge")
    func without() throws {
        let badges = [
            try chosen(1), try chosen(2, [("image", ["id": "https://school.example/a.svg", "type": "Image"])]),
        ]
        #expect(throws: BakingError(.missing, "")) { try BakedPortfolio(badges) }
    }
}
