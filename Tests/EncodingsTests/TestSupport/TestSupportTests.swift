import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct TestSupportTests {
    @Test("A seed gives the same numbers everywhere")
    func seeded() {
        // The first outputs that the algorithm's authors print for this seed.
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
        var other = SeededGenerator(seed: 1_234_567)
        #expect(
            other.bytes(count: 9).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } == 6_457_827_717_110_365_317)
    }

    @Test("A claim that fails is recorded with the seed that repeats it, once")
    func failingClaim() {
        withKnownIssue {
            forAll("bytes are few") { $0.bytes(upTo: 100).count < 50 }
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("PASSPORT_SEED=") }
        }
    }

    @Test("A scratch folder goes with its last reference")
    func scratch() throws {
        var folder: ScratchFolder? = try ScratchFolder()
        let path = try #require(folder).write("a/b.txt", "text")
        #expect(try folder?.text("a/b.txt") == "text")
        #expect(folder?.files() == ["a/b.txt"])
        #expect(folder?.exists("a/c.txt") == false)
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("The notice counts each suite's vectors rightly", .needsCorpus(), arguments: Corpus.sizes.keys.sorted())
    func sizes(_ suite: String) {
        #expect(Corpus.cases(suite).count == Corpus.sizes[suite])
    }

    @Test("A suite that isn't there fails instead of passing with no case", .needsCorpus())
    func missingSuite() {
        #expect(Corpus.cases("no-such-suite").first?.id.contains("cannot be read") == true)
    }

    @Test("Foundation's tree keeps booleans, whole numbers, decimals and nothing apart")
    func tree() throws {
        let value = try TestJSON.parse(Array(#"{"b":[true,1,1.5,null,"x"],"a":{}}"#.utf8))
        #expect(value == ["a": [:], "b": [true, 1, .number(try #require(JSONNumber(text: "1.5"))), nil, "x"]])
    }

    @Test("The program runs in its folder with its own environment, and much output blocks nothing")
    func program() throws {
        let folder = try ScratchFolder()
        let outcome = try BuiltProgram.run(["--help"], stdin: [UInt8](repeating: 65, count: 1_000_000), in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.stdout.contains("passportctl"))
        #expect(outcome.stderr == "")
        #expect(folder.files() == [])
    }
}
