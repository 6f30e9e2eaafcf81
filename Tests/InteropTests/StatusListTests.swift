import Encodings
import Testing
import TestSupport

@Suite("A status list in Python", .needsPeers)
struct StatusListTests {
    @Test("The published list decodes with gzip and base64, and each badge has a clear bit of its own in it")
    func bits() throws {
        let badges = try IssuedBadges.shared.get()
        let files = badges.json + badges.jwt + [badges.fullest]
        let list = badges.statusLists[0]
        let answer = try Peers.ask(
            "read_status", ["list": .string(list), "files": .array(files.map { .string($0) })])
        #expect(answer["bits"] == 131_072)
        #expect(answer["set"] == 0)
        #expect(answer["context"] == ["https://www.w3.org/ns/credentials/v2"])
        #expect(answer["types"] == ["VerifiableCredential", "BitstringStatusListCredential"])
        #expect(answer["subjectType"] == "BitstringStatusList")
        #expect(answer["issuer"]?.stringValue == IssuedBadges.did)
        let entries = answer["entries"]?.arrayValue ?? []
        #expect(entries.count == files.count)
        for entry in entries {
            #expect(entry["bit"] == 0)
            #expect(entry["purposeFits"] == true)
            #expect(entry["listFits"] == true)
            #expect(entry["type"] == "BitstringStatusListEntry")
        }
        #expect(Set(entries.compactMap { $0["index"]?.numberValue?.text }).count == files.count)
    }
}
