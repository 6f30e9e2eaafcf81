import Encodings
import Foundation
import TestSupport
import Testing

@Suite("openbadgeslib and baked badges", .needsPeers)
struct BakingInteropTests {
    private let folder: ScratchFolder
    /// A picture's kind with a badge's form: all four.
    private let pairs: [(kind: String, form: String)] = ["png", "svg"].flatMap { kind in
        ["json", "jwt"].map { (kind, $0) }
    }

    init() throws {
        let badges = try IssuedBadges.shared.get()
        folder = try ScratchFolder()
        for kind in ["png", "svg"] {
            let sample = "\(PackageRoot.path)/badge-definitions/palaute.\(kind)"
            try FileManager.default.copyItem(atPath: sample, toPath: folder.path(of: "palaute.\(kind)"))
        }
        for (form, path) in [("json", badges.json.first), ("jwt", badges.jwt.first)] {
            try FileManager.default.copyItem(
                atPath: try #require(path), toPath: folder.path(of: "badge.\(form)"))
        }
    }

    private func text(_ form: String) throws -> String {
        try folder.text("badge.\(form)").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("It takes the badge out of what was baked here")
    func unbake() throws {
        let files = try pairs.map { pair in
            let file = folder.path(of: "\(pair.form).\(pair.kind)")
            try IssuedBadges.run(["bake", "palaute.\(pair.kind)", "badge.\(pair.form)", "-o", file], in: folder)
            return file
        }
        let answer = try Peers.ask("openbadgeslib_bake", ["bake": [], "unbake": .array(files.map { .string($0) })])
        let badges = answer.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(badges.count == pairs.count)
        for (pair, badge) in zip(pairs, badges) {
            #expect(try badge.trimmingCharacters(in: .whitespacesAndNewlines) == text(pair.form), "\(pair)")
        }
    }

    @Test("What it baked is opened here")
    func bake() throws {
        let orders = pairs.map { pair -> JSONValue in
            [
                "picture": .string(folder.path(of: "palaute.\(pair.kind)")),
                "badge": .string(folder.path(of: "badge.\(pair.form)")),
                "to": .string(folder.path(of: "\(pair.form).\(pair.kind)")),
            ]
        }
        _ = try Peers.ask("openbadgeslib_bake", ["bake": .array(orders), "unbake": []])
        for pair in pairs {
            let badge = try IssuedBadges.run(["unbake", "\(pair.form).\(pair.kind)"], in: folder)
            #expect(try badge == text(pair.form), "\(pair)")
        }
    }
}
