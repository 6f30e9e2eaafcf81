import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("A received file")
struct OpenedFileTests {
    private func refusal(_ bytes: [UInt8]) -> CheckResult? {
        guard case .refused(let result) = OpenedFile.open(bytes) else { return nil }
        return result
    }

    private func credential(_ bytes: [UInt8]) -> [UInt8]? {
        guard case .credential(let badge) = OpenedFile.open(bytes) else { return nil }
        return badge
    }

    @Test("that is no picture is judged as it is")
    func other() {
        for text in ["", "{}", "a.b.c", "<html/>"] { #expect(credential(Array(text.utf8)) == Array(text.utf8)) }
    }

    @Test("that is a picture from the corpus is opened, or told for what it is", .needsCorpus("baked"))
    func corpus() throws {
        let badge = try #require(credential(try Corpus.read("baked/1edtech-ob30-simple-json.png")))
        #expect(badge.first == UInt8(ascii: "{"))
        let older = refusal(try Corpus.read("baked/mozilla-baked.svg"))
        #expect(older?.code == .formOpenBadges2)
        #expect(older?.outcome == .undetermined)
        let plain = refusal(try Corpus.read("baked/mozilla-unbaked.png"))
        #expect(plain?.code == .formPicture)
        #expect(plain?.outcome == .undetermined)
    }

    @Test("that is a damaged picture is no forgery", .needsCorpus("baked"))
    func damaged() throws {
        var bytes = try Corpus.read("baked/1edtech-ob30-simple-json.png")
        bytes[bytes.count - 100] ^= 1
        let result = refusal(bytes)
        #expect(result?.code == .formPicture)
        #expect(result?.outcome == .undetermined)
        #expect(result?.detail["image"] == "image.damaged")
        #expect(result?.detail["problem"] == "a CRC doesn't match")
    }

    @Test("whose badge is put in against the standard fails, and says how")
    func malformed() {
        let element = "<openbadges:credential verify='a.b.c'/>"
        let two = refusal(
            Array("<svg xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0'>\(element)\(element)</svg>".utf8))
        #expect(two?.code == .formBaking)
        #expect(two?.outcome == .failed)
        #expect(two?.values["problem"] == "2 badges in it")
    }

    @Test("may be as large as a picture, and no larger")
    func size() {
        let large = Array("<svg>".utf8) + [UInt8](repeating: 0x20, count: PictureContent.maxBytes)
        let result = refusal(large)
        #expect(result?.code == .limitBytes)
        #expect(result?.outcome == .undetermined)
    }
}
