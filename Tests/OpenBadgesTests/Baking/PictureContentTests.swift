import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing

@Suite("What a picture from a stranger holds")
struct PictureContentTests {
    @Test("is found as the corpus says", .needsCorpus("baked"), arguments: Corpus.cases("baked"))
    func corpus(_ vector: CorpusVector) throws {
        let content = try PictureContent.read(try vector.read("file"))
        let expected = vector.entry["expect"]
        guard expected?["baked"] == true else {
            #expect(content == .noBadge)
            return
        }
        guard expected?["version"]?.stringValue == "3.0" else {
            #expect(content == .openBadges2)
            return
        }
        guard case .credential(let bytes) = content else {
            Issue.record("no badge was found")
            return
        }
        #expect(bytes.first == (expected?["form"]?.stringValue == "json" ? UInt8(ascii: "{") : UInt8(ascii: "e")))
        let chunk = vector.entry["textChunks"]?.arrayValue?.first { $0["keyword"] == "openbadgecredential" }
        if let digest = chunk?["textSha256"]?.stringValue { #expect(Base16.encode(SHA256.hash(bytes)) == digest) }
    }

    @Test("is nothing in a picture without a badge, and nobody's business in another file")
    func nothing() throws {
        #expect(try PictureContent.read(Pictures.png()) == .noBadge)
        #expect(
            try PictureContent.read(Pictures.png(after: Pictures.text("Comment", "openbadgecredential"))) == .noBadge)
        #expect(try PictureContent.read(Pictures.svg) == .noBadge)
        for text in ["", "{}", "eyJ.eyJ.c", "<html><p>openbadges:credential</p></html>", "GIF89a"] {
            #expect(try PictureContent.read(Array(text.utf8)) == .notPicture, "\(text)")
        }
    }

    // MARK: PNG

    @Test("stands in a chunk anywhere before IEND, with a language or without; what follows IEND doesn't count")
    func chunks() throws {
        let plain = Pictures.text("openbadgecredential", "{}")
        let named = Pictures.chunk(
            "iTXt", Array("openbadgecredential".utf8) + [0, 0, 0] + Array("fi\0merkki\0{}".utf8))
        for picture in [Pictures.png(before: plain), Pictures.png(after: plain), Pictures.png(after: named)] {
            #expect(try PictureContent.read(picture) == .credential(Array("{}".utf8)))
            #expect(try PictureContent.read(picture + plain) == .credential(Array("{}".utf8)))
        }
    }

    @Test("is refused when it is compressed, stands there twice, or in a chunk of another form")
    func refusedChunks() {
        func png(_ type: String, _ rest: [UInt8]) -> [UInt8] {
            Pictures.png(after: Pictures.chunk(type, Array("openbadgecredential".utf8) + [0] + rest))
        }
        let plain = Pictures.text("openbadgecredential", "{}")
        #expect(Pictures.code(png("iTXt", [1, 0, 0, 0, 1])) == "image.compressed-badge")
        #expect(Pictures.code(png("zTXt", [0, 1])) == "image.compressed-badge")
        #expect(Pictures.code(Pictures.png(before: plain, after: plain)) == "image.several-badges")
        #expect(Pictures.code(png("tEXt", Array("{}".utf8))) == "image.malformed-badge")
        for rest in [[], [0], [0, 0], [0, 0, 0], [2, 0, 0, 0, 1], [0, 0, 0, 0, 0xC3]] as [[UInt8]] {
            #expect(Pictures.code(png("iTXt", rest)) == "image.malformed-badge", "\(rest)")
        }
    }

    @Test("is an older badge under the older keyword, unless there is one of today's too")
    func olderChunks() throws {
        let older = Pictures.text("openbadges", "https://a.example/1")
        #expect(try PictureContent.read(Pictures.png(before: older)) == .openBadges2)
        let text = Pictures.chunk("tEXt", Array("openbadges\0https://a.example/1".utf8))
        #expect(try PictureContent.read(Pictures.png(after: text)) == .openBadges2)
        let both = Pictures.png(before: older, after: Pictures.text("openbadgecredential", "{}"))
        #expect(try PictureContent.read(both) == .credential(Array("{}".utf8)))
    }

    @Test("is not taken from a PNG with any one byte changed before its end")
    func changed() throws {
        let baked = try BadgePicture(Pictures.png()).baked(with: Pictures.badge)
        for index in baked.indices {
            var bytes = baked
            bytes[index] ^= 0x20
            let content = try? PictureContent.read(bytes)
            #expect(content == nil || content == .notPicture, "byte \(index)")
        }
    }

    @Test("is sought in so many chunks and bytes, and no more")
    func bounds() {
        let crowd = Array(repeating: Pictures.chunk("teXt", []), count: 20_001).flatMap(\.self)
        #expect(Pictures.code(Pictures.png(after: crowd)) == "image.damaged")
        let large = Pictures.png() + [UInt8](repeating: 0, count: PictureContent.maxBytes)
        #expect(Pictures.code(large) == "limit.image-bytes")
        #expect(Pictures.code(Array("<svg>".utf8) + large) == "limit.image-bytes")
    }

    // MARK: SVG

    private func svg(_ inner: String, attributes: String = "", before: String = "") -> [UInt8] {
        Array(
            ("\(before)<svg xmlns=\"http://www.w3.org/2000/svg\" "
                + "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"\(attributes)>\(inner)<g/></svg>").utf8)
    }

    private func text(_ bytes: [UInt8]) throws -> String? {
        guard case .credential(let badge) = try PictureContent.read(bytes) else { return nil }
        return String(decoding: badge, as: UTF8.self)
    }

    @Test("stands in an element however other programs write it")
    func elements() throws {
        let forms = [
            ("<openbadges:credential><![CDATA[{}]]></openbadges:credential>", "{}"),
            ("<openbadges:credential>\n  <![CDATA[\n {} \n]]>\n</openbadges:credential>", "\n {} \n"),
            ("<openbadges:credential>  {&quot;a&quot;:&#x22;&#98;&#34;}\r\n</openbadges:credential>", "{\"a\":\"b\"}"),
            ("<openbadges:credential><![CDATA[{\r\n}]]>&#13;<![CDATA[]]></openbadges:credential>", "{\n}\r"),
            ("<openbadges:credential ><![CDATA[]]]]><![CDATA[>]]></openbadges:credential >", "]]>"),
            ("<openbadges:credential verify='a.b.c'/>", "a.b.c"),
            ("<openbadges:credential a='&x;' verify=' a.b.c\n'>\n</openbadges:credential>", "a.b.c"),
            ("<openbadges:credential>a.b.c</openbadges:credential>", "a.b.c"),
            ("<ob:credential xmlns:ob='https://purl.imsglobal.org/ob/v3p0'>{}</ob:credential>", "{}"),
            ("<credential xmlns='https://purl.imsglobal.org/ob/v3p0'>{}</credential>", "{}"),
            ("<g><metadata><openbadges:credential>{}</openbadges:credential></metadata></g>", "{}"),
            ("<openbadges:credential><!-- here --><?x y?>{}</openbadges:credential>", "{}"),
        ]
        for (form, expected) in forms { #expect(try text(svg(form)) == expected, "\(form)") }
        // Found by its full name by most, so it is meant although the namespace is a mistaken one.
        let mistaken =
            "<svg><openbadges:credential xmlns:openbadges='https://purl.imsglobal.org/spec/ob/v3p0'>{}"
            + "</openbadges:credential></svg>"
        #expect(try text(Array(mistaken.utf8)) == "{}")
    }

    @Test("is found behind a document type and other things that a picture to bake into may not have")
    func unsafe() throws {
        let badge = "<openbadges:credential verify=\"a.b.c\"></openbadges:credential>"
        let types = [
            "<!DOCTYPE svg>", "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://a.example/svg11.dtd\">",
            "<!DOCTYPE svg [<!ENTITY a \"]>\"><!-- ]> --><?x ]> ?>]>", "<?xml-stylesheet href='a'?>\n<!-- a -->",
        ]
        for type in types { #expect(try text(svg(badge, before: type)) == "a.b.c", "\(type)") }
        #expect(try text(svg("<script>a</script><g title='a>b' onload=\"a\">&a;</g>\(badge)")) == "a.b.c")
    }

    @Test("is not what a comment, a CDATA section, an attribute or another namespace's element says")
    func lookalikes() throws {
        let inner = "<openbadges:credential>{}</openbadges:credential>"
        for text in [
            "<!--\(inner)-->", "<desc><![CDATA[\(inner)]]></desc>", "<?x \(inner)?>",
            "<g title='<openbadges:credential>{}</openbadges:credential>'/>", "<credential>{}</credential>",
            "<x:credential xmlns:x='https://a.example'>{}</x:credential>",
            "<g xmlns:x='https://purl.imsglobal.org/ob/v3p0'/><x:credential xmlns:x='&x;'>{}</x:credential>",
        ] {
            #expect(try PictureContent.read(svg(text)) == .noBadge, "\(text)")
        }
    }

    @Test("is refused when there are two, or when one says two things")
    func refusedElements() {
        let one = "<openbadges:credential verify=\"a.b.c\"/>"
        #expect(Pictures.code(svg("\(one)<g>\(one)</g>")) == "image.several-badges")
        for inner in [
            "<openbadges:credential verify=\"a.b.c\">{}</openbadges:credential>",
            "<openbadges:credential>{<b/>}</openbadges:credential>",
            "<openbadges:credential>&lol;</openbadges:credential>", "<openbadges:credential verify=\"&lol;\"/>",
            "<openbadges:credential>\(one)</openbadges:credential>",
        ] {
            #expect(Pictures.code(svg(inner)) == "image.malformed-badge", "\(inner)")
        }
        let latin1 =
            svg("<openbadges:credential>").dropLast("<g/></svg>".utf8.count) + [0xE4]
            + Array("</openbadges:credential></svg>".utf8)
        #expect(Pictures.code(Array(latin1)) == "image.malformed-badge")
    }

    @Test("is not taken from an SVG that is cut short or isn't well-formed")
    func damaged() throws {
        let baked = try BadgePicture(Pictures.svg).baked(with: Pictures.badge)
        let root = Pictures.svgText.utf8.count - "<circle r=\"4\"/>\n</svg>\n".utf8.count
        for length in root..<(baked.count - 1) {
            #expect(Pictures.code(Array(baked[..<length])) == "image.damaged", "\(length)")
        }
        for inner in ["<g>", "</g>", "<g a='1' a='2'/>", "<g a/>", "<g a=1/>", "<>", "< g/>", "<!-- ", "<g a='1"] {
            #expect(Pictures.code(svg(inner)) == "image.damaged", "\(inner)")
        }
        let deep = String(repeating: "<g>", count: 1001) + String(repeating: "</g>", count: 1001)
        #expect(Pictures.code(svg(deep)) == "image.damaged")
        let wide = (0...200).map { " a\($0)='1'" }.joined()
        #expect(Pictures.code(svg("<g\(wide)/>")) == "image.damaged")
    }

    // MARK: Anything

    @Test("can be anything without a crash, and no change makes another badge of it")
    func mutations() throws {
        let pictures = try [Pictures.png(), Pictures.svg].map { try BadgePicture($0).baked(with: Pictures.badge) }
        let words = [
            "<", ">", "/>", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE [", "&", "&#", ";", "\"", "'", "=", "xmlns:",
            "<openbadges:credential>", "</openbadges:credential>", "</svg>", "iTXt", "IEND",
        ].map { Array($0.utf8) }
        for picture in pictures {
            forAll("reading a changed picture ends", rounds: 2000) { generator in
                var bytes = picture
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let start = Int.random(in: 0...bytes.count, using: &generator)
                    let end = min(bytes.count, start + Int.random(in: 0...8, using: &generator))
                    let word =
                        Bool.random(using: &generator)
                        ? words.randomElement(using: &generator) ?? [] : generator.bytes(upTo: 6)
                    bytes.replaceSubrange(start..<end, with: word)
                }
                _ = try? PictureContent.read(bytes)
                _ = try? BadgePicture(bytes, replacing: true)
                return true
            }
        }
        forAll("reading random bytes ends") { generator in
            _ = try? PictureContent.read(Pictures.png().prefix(8) + generator.bytes(upTo: 60))
            _ = try? PictureContent.read(Array("<svg".utf8) + generator.bytes(upTo: 60))
            return true
        }
    }
}
