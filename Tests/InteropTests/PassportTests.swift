import Encodings
import TestSupport
import Testing

@Suite("Passport files by other hands", .needsPeers, .needsCorpus("contexts"))
struct PassportTests {
    private let badges: IssuedBadges
    private let folder: ScratchFolder
    private let corpus: String

    init() throws {
        badges = try IssuedBadges.shared.get()
        folder = try ScratchFolder()
        corpus = try #require(Corpus.root)
    }

    private func run(_ arguments: String...) throws {
        let run = try BuiltProgram.run(arguments + ["--shelf", "shelf"], in: folder)
        guard run.status == 0 else { throw Peers.Failure(description: run.stderr) }
    }

    @Test("PyLD and cryptography take the learner's proof and that of everything inside")
    func proofs() throws {
        try run("passport", "create", "--no-passphrase")
        let chosen = badges.json.prefix(3) + badges.jwt.prefix(1)
        for file in chosen { try run("passport", "add", file, "--bundle", badges.site, "--quiet") }
        try run(
            "passport", "export", "--include", "2", "--include", "4", "--include", "1", "--show-name", "Åsa Esimerkki",
            "--for", "kahvila.example", "--challenge", "c-1", "--staple", "--bundle", badges.site, "--yes", "-o",
            "all.json")
        try run("passport", "export", "--include", "3", "--yes", "-o", "one.json")
        try run("passport", "export", "--for", "koulu.example", "--challenge", "c-2", "--yes", "-o", "key.json")
        let files = ["all.json", "one.json", "key.json"].map { folder.path(of: $0) }
        let answers =
            try Peers.ask(
                "verify_presentation",
                [
                    "corpus": .string(corpus), "document": .string(badges.didDocument),
                    "files": .array(files.map { .string($0) }),
                ]
            ).arrayValue ?? []
        #expect(answers.count == 3)
        for (file, answer) in zip(files, answers) {
            #expect(answer["proof"]?["value"] == "eddsa-rdfc-2022", "\(file): \(answer)")
            #expect(answer["tampered"]?["error"] == "AssertionError: signature", "\(file)")
            for inner in answer["inner"]?.arrayValue ?? [] { #expect(inner["ok"] == true, "\(file): \(inner)") }
        }
        let values = answers[0]["inner"]?.arrayValue?.compactMap { $0["value"]?.stringValue }
        // Two badges and a JWT in the order chosen, the name, a status list, the keys.
        #expect(
            values == [
                "eddsa-rdfc-2022", "envelope", "eddsa-rdfc-2022", "eddsa-rdfc-2022", "eddsa-rdfc-2022",
                "eddsa-rdfc-2022",
            ])
        #expect(answers[1]["inner"]?.arrayValue?.count == 1)
        #expect(answers[2]["inner"]?.arrayValue?.isEmpty == true)
    }

    @Test("PyLD reads a passport with every word in its place")
    func words() throws {
        try run("passport", "create", "--no-passphrase")
        try run("passport", "add", badges.fullest, "--bundle", badges.site, "--quiet")
        try run(
            "passport", "export", "--include", "1", "--show-name", "Anna", "--staple", "--bundle", badges.site, "--yes",
            "-o", "passport.json")
        let answer = try Peers.ask(
            "expand", ["corpus": .string(corpus), "files": [.string(folder.path(of: "passport.json"))]])
        let expansion = try #require(answer.arrayValue?.first)
        #expect(expansion["dropped"] == [])
        #expect(expansion["relative"] == [])
    }
}
