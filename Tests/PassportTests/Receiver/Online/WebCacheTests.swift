import Encodings
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Passport

/// What was fetched before, on the disk.
@Suite("What was fetched before")
struct WebCacheTests {
    private let folder: ScratchFolder
    private let cache: WebCache
    private let url = "https://school.example/status/1.json"

    init() throws {
        folder = try ScratchFolder()
        cache = try #require(WebCache(["HOME": folder.path]))
    }

    private func document(_ url: String? = nil, _ body: String = "{}") -> KeptDocument {
        KeptDocument(
            url: url ?? self.url, fetchedAt: FixedClock.now, freshUntil: FixedClock.now.adding(seconds: 60),
            body: Array(body.utf8))
    }

    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test("is where the user's caches are, and nowhere without a home")
    func place() {
        #expect(WebCache(["HOME": "/home/a"])?.folder == "/home/a/.cache/passport/fetched")
        #expect(WebCache(["HOME": "/home/a", "XDG_CACHE_HOME": "/c"])?.folder == "/c/passport/fetched")
        #expect(WebCache(["HOME": "/home/a", "XDG_CACHE_HOME": "c"])?.folder == "/home/a/.cache/passport/fetched")
        #expect(WebCache([:]) == nil)
        #expect(WebCache(["HOME": ""]) == nil)
    }

    @Test("comes back as it was, with its dates, to its owner alone")
    func kept() throws {
        #expect(try cache.document(of: url) == nil)
        #expect(!cache.exists)
        try cache.keep(document(nil, "{\"a\":\n1}"))
        #expect(try cache.document(of: url) == document(nil, "{\"a\":\n1}"))
        #expect(try cache.document(of: url + "?") == nil)
        #expect(mode(cache.folder) == 0o700)
        #expect(mode(cache.path(of: url)) == 0o600)
        try cache.keep(document(nil, "2"))
        #expect(try cache.document(of: url)?.body == Array("2".utf8))
        #expect(folder.files().count == 1)
    }

    @Test("is fresh for as long as was said, and never by another clock's word")
    func freshness() {
        let kept = document()
        #expect(kept.isFresh(at: FixedClock.now))
        #expect(kept.isFresh(at: FixedClock.now.adding(seconds: 59)))
        #expect(!kept.isFresh(at: FixedClock.now.adding(seconds: 60)))
        #expect(!kept.isFresh(at: FixedClock.now.adding(seconds: -1)))
    }

    @Test("that was changed or cut off isn't used", arguments: [0, 1, 2, 3, 4, 5])
    func damaged(_ way: Int) throws {
        try cache.keep(document())
        let path = cache.path(of: url)
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        switch way {
        case 0: bytes.removeLast()
        case 1: bytes[bytes.count - 1] ^= 1
        case 2: bytes = []
        case 3: bytes = Array("passport".utf8)
        case 4: bytes = [UInt8](repeating: 0x20, count: WebCache.maxBytes + 1)
        default:
            // Another address's document under this one's name.
            bytes = document("https://other.example/").bytes
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(throws: WebCacheError(.damaged, "")) { try cache.document(of: url) }
        // What is fetched anew takes its place.
        try cache.keep(document())
        #expect(try cache.document(of: url) == document())
    }

    @Test("isn't read through a link, nor from a folder that others may change")
    func permissions() throws {
        try cache.keep(document())
        let path = cache.path(of: url)
        try FileManager.default.moveItem(atPath: path, toPath: folder.path(of: "elsewhere"))
        #expect(symlink(folder.path(of: "elsewhere"), path) == 0)
        #expect(throws: WebCacheError(.damaged, "")) { try cache.document(of: url) }
        #expect(chmod(cache.folder, 0o770) == 0)
        #expect(throws: WebCacheError(.permissions, "")) { try cache.document(of: url) }
        #expect(throws: WebCacheError(.permissions, "")) { try cache.keep(document()) }
    }

    @Test("that can't be kept is no failure of more than itself")
    func unwritable() throws {
        try folder.write("file", "")
        let cache = WebCache(folder: folder.path(of: "file/passport/fetched"))
        #expect(throws: WebCacheError(.unwritable, "")) { try cache.keep(document()) }
        #expect(try cache.document(of: url) == nil)
    }

    @Test("has an end: the oldest go first")
    func oldest() throws {
        for number in 0...WebCache.maxDocuments {
            let url = "https://school.example/\(number)"
            try cache.keep(document(url))
            if number < 2 {
                var times = [timeval(tv_sec: 1000 + number, tv_usec: 0), timeval(tv_sec: 1000 + number, tv_usec: 0)]
                #expect(utimes(cache.path(of: url), &times) == 0)
            }
        }
        #expect(folder.files().count == WebCache.maxDocuments)
        #expect(try cache.document(of: "https://school.example/0") == nil)
        #expect(try cache.document(of: "https://school.example/1") != nil)
    }
}
