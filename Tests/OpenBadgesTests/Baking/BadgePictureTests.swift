import Encodings
import OpenBadges
import TestSupport
import Testing

@Suite("A picture that badges are baked into")
struct BadgePictureTests {
    @Test("gives the badge back byte for byte, whatever stands in it", arguments: EmbeddedImage.Format.allCases)
    func roundTrip(_ format: EmbeddedImage.Format) throws {
        let picture = try BadgePicture(format == .png ? Pictures.png() : Pictures.svg)
        #expect(picture.format == format)
        forAll("unbaking undoes baking") { generator in
            let badge = Pictures.randomBadge(&generator)
            return try PictureContent.read(picture.baked(with: badge)) == .credential(badge)
        }
    }

    @Test("stays a sound and harmless picture of its kind")
    func sound() throws {
        for (picture, format) in [(Pictures.png(), EmbeddedImage.Format.png), (Pictures.svg, .svg)] {
            let baked = try BadgePicture(picture).baked(with: Pictures.badge)
            #expect(EmbeddedImage.isImage(baked, format))
            // What is baked into is checked by every rule, so baking again says whether they still hold.
            #expect(try BadgePicture(baked, replacing: true).baked(with: Pictures.badge) == baked)
        }
    }

    @Test("as a PNG has the badge as uncompressed iTXt right before IEND")
    func chunk() throws {
        let baked = try BadgePicture(Pictures.png()).baked(with: Pictures.badge)
        #expect(baked == Pictures.png(after: Pictures.text("openbadgecredential", Pictures.badgeText)))
    }

    @Test("as an SVG has a document as CDATA directly after the svg tag, which declares the prefix")
    func element() throws {
        let baked = try BadgePicture(Pictures.svg).baked(with: Array("\(Pictures.badgeText)\n".utf8))
        #expect(
            String(decoding: baked, as: UTF8.self)
                == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Drawn -->\n"
                + "<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\" xmlns=\"http://www.w3.org/2000/svg\" "
                + "viewBox=\"0 0 8 8\"><openbadges:credential><![CDATA[\(Pictures.badgeText)\n]]>"
                + "</openbadges:credential>\n  <circle r=\"4\"/>\n</svg>\n")
    }

    @Test("as an SVG has a signed text in the attribute verify", .needsCorpus("baked"))
    func token() throws {
        let source = try PictureContent.read(try Corpus.read("baked/1edtech-ob30-simple-jwt.svg"))
        guard case .credential(let token) = source else {
            Issue.record("no badge")
            return
        }
        for picture in [Pictures.png(), Pictures.svg] {
            let baked = try BadgePicture(picture).baked(with: Array(" \n".utf8) + token + [0x0A])
            #expect(try PictureContent.read(baked) == .credential(token))
        }
        let text = String(decoding: try BadgePicture(Pictures.svg).baked(with: token), as: UTF8.self)
        let attribute = "<openbadges:credential verify=\"\(String(decoding: token, as: UTF8.self))\">"
        #expect(text.contains("\(attribute)</openbadges:credential>"))
    }

    @Test(
        "as an SVG may be empty, have prefixes of its own, or have ours for something else",
        arguments: [
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"  />\n",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0'></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges='http://openbadges.org'><g openbadges:a='1'/></svg>",
            "\u{FEFF}<svg\nxmlns=\"http://www.w3.org/2000/svg\"\n><!-- <openbadges:credential> --></svg>",
        ])
    func roots(_ text: String) throws {
        let baked = try BadgePicture(Array(text.utf8)).baked(with: Pictures.badge)
        #expect(try PictureContent.read(baked) == .credential(Pictures.badge))
        #expect(try BadgePicture(baked, replacing: true).format == .svg)
    }

    @Test("with a badge in it is left alone, and takes another only in its place")
    func again() throws {
        let other = Array(Pictures.badgeText.replacing("\"a\"", with: "\"b\"").utf8)
        for picture in [Pictures.png(), Pictures.svg] {
            let baked = try BadgePicture(picture).baked(with: Pictures.badge)
            #expect(throws: BakingError(.alreadyBaked, "")) { try BadgePicture(baked) }
            let replaced = try BadgePicture(baked, replacing: true).baked(with: other)
            #expect(try PictureContent.read(replaced) == .credential(other))
            #expect(replaced.count == baked.count)
        }
    }

    @Test("with an older badge, or several, takes one in the place of all")
    func older() throws {
        let png = Pictures.png(
            before: Pictures.text("openbadges", "https://a.example/1"),
            after: Pictures.text("openbadgecredential", "a") + Pictures.text("openbadgecredential", "b"))
        let svg = Pictures.svgText.replacing(
            "<circle",
            with: "<openbadges:assertion xmlns:openbadges=\"http://openbadges.org\" verify=\"https://a.example\"/>"
                + "<openbadges:credential xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">a"
                + "</openbadges:credential><circle")
        let frames = [(png, Pictures.png()), (Array(svg.utf8), Pictures.svg)]
        for (picture, plain) in frames {
            #expect(throws: BakingError(.alreadyBaked, "")) { try BadgePicture(picture) }
            #expect(
                try BadgePicture(picture, replacing: true).baked(with: Pictures.badge)
                    == BadgePicture(plain).baked(with: Pictures.badge))
        }
    }

    @Test("is prepared for a badge by an empty element, which is no badge yet")
    func prepared() throws {
        let text = Pictures.svgText.replacing(
            "<circle",
            with: "<openbadges:credential xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\" verify=\" \">\n"
                + "</openbadges:credential><circle")
        #expect(try PictureContent.read(Array(text.utf8)) == .noBadge)
        let baked = try BadgePicture(Array(text.utf8)).baked(with: Pictures.badge)
        #expect(try PictureContent.read(baked) == .credential(Pictures.badge))
    }

    @Test(
        "may hold nothing that runs, loads or hides",
        arguments: [
            "<!DOCTYPE svg><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"a()\"/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject/></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><?x y?></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://a.example/a.png\"/></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"javascript:a()\"/></svg>",
        ])
    func unsafe(_ text: String) {
        #expect(throws: BakingError(.unsafe, "")) { try BadgePicture(Array(text.utf8)) }
    }

    @Test("must be whole, of a kind that badges go into, and not too large")
    func refusals() {
        var changed = Pictures.png()
        changed[changed.count - 20] ^= 1
        #expect(throws: BakingError(.damaged, "")) { try BadgePicture(changed) }
        #expect(throws: BakingError(.damaged, "")) { try BadgePicture(Pictures.png() + [0]) }
        #expect(throws: BakingError(.damaged, "")) { try BadgePicture(Array("<drawing/>".utf8)) }
        #expect(throws: BakingError(.notPicture, "")) { try BadgePicture([0xFF, 0xD8, 0xFF, 0xE0]) }
        #expect(throws: BakingError(.notPicture, "")) { try BadgePicture([]) }
        let large = Pictures.png() + [UInt8](repeating: 0, count: PictureContent.maxBytes)
        #expect(throws: BakingError(.tooLarge, "")) { try BadgePicture(large) }
    }

    @Test("takes nothing but an Open Badge 3.0")
    func notBadge() throws {
        let picture = try BadgePicture(Pictures.png())
        for text in ["", "{}", "[]", "{", "a.b.c", "{\"type\":[\"VerifiableCredential\"]}"] {
            #expect(throws: BakingError(.notBadge, ""), "\(text)") { try picture.baked(with: Array(text.utf8)) }
        }
        #expect(throws: BakingError(.notBadge, "")) { try picture.baked(with: Pictures.png()) }
    }

    @Test("as an SVG refuses the two characters that JSON has and XML doesn't")
    func character() throws {
        for character in ["\u{FFFE}", "\u{FFFF}"] {
            let badge = Array(Pictures.badgeText.replacing("\"a\"", with: "\"\(character)\"").utf8)
            #expect(throws: BakingError(.character, "")) { try BadgePicture(Pictures.svg).baked(with: badge) }
            let png = try BadgePicture(Pictures.png()).baked(with: badge)
            #expect(try PictureContent.read(png) == .credential(badge))
        }
        let near = Array(Pictures.badgeText.replacing("\"a\"", with: "\"\u{FFFD}\u{FEFF}\u{1FFFF}\"").utf8)
        #expect(try PictureContent.read(BadgePicture(Pictures.svg).baked(with: near)) == .credential(near))
    }
}
