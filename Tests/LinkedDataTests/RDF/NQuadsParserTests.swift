import Encodings
import LinkedData
import TestSupport
import Testing

/// N-Quads beyond W3C's vectors.
@Suite struct NQuadsParserTests {
    private func parse(_ text: String) throws(RDFError) -> Dataset { try NQuadsParser.parse(Array(text.utf8)) }

    private func object(_ text: String) throws -> (Dataset, Dataset.Term) {
        let dataset = try parse("<urn:s> <urn:p> \(text) .")
        return (dataset, try #require(dataset.quads.first).object)
    }

    @Test(
        "A wrong text is refused at its line and column",
        arguments: [
            ("<urn:s> <urn:p> <urn:o>", RDFError.Code.malformed, 1, 24),
            ("# a\n<urn:s> <urn:p> <urn:o> . <urn:s> <urn:p> <urn:o> .", .malformed, 2, 27),
            ("\"x\" <urn:p> <urn:o> .", .malformed, 1, 1),
            ("<urn:s> _:p <urn:o> .", .malformed, 1, 9),
            ("<urn:s> <urn:p> <urn:o> \"g\" .", .malformed, 1, 25),
            ("<urn:s> <urn:p> \"é\\q\" .", .malformed, 1, 19),
            ("<urn:s> <urn:p> \"\\u12G4\" .", .malformed, 1, 18),
            ("<urn:s> <urn:p> \"\\uD83D\\uDE00\" .", .malformed, 1, 18),
            ("<urn:s> <urn:p> \"\\U00110000\" .", .malformed, 1, 18),
            ("<urn:s> <urn:p> \"a\n\" .", .malformed, 1, 17),
            ("<urn:s> <urn:p> \"a\"^<urn:d> .", .malformed, 1, 20),
            ("<urn:s> <urn:p> \"a\"^^_:d .", .malformed, 1, 22),
            ("<urn:s> <urn:p> \"a\"@en- .", .malformed, 1, 21),
            ("<urn:s> <urn:p> \"a\"@en--ltr .", .malformed, 1, 21),
            ("<urn:s> <urn:p> _: .", .malformed, 1, 19),
            ("<urn:s> <urn:p> _:-a .", .malformed, 1, 19),
            ("<urn:s> <urn:p> _x .", .malformed, 1, 17),
            ("<urn:s", .malformed, 1, 1),
            ("<s> <urn:p> <urn:o> .", .iri, 1, 1),
            ("<urn:s> <1a:p> <urn:o> .", .iri, 1, 9),
            ("<urn:s> <> <urn:o> .", .iri, 1, 9),
            ("<urn:s> <urn:p> <urn:a\\u0020b> .", .iri, 1, 17),
            ("<urn:s> <urn:p> <urn:a b> .", .iri, 1, 23),
            ("<urn:s> <urn:p> \"1\"^^<d> .", .iri, 1, 22),
            ("<urn:s> <urn:p> <<( <urn:a> <urn:b> <urn:c> )>> .", .iri, 1, 18),
        ])
    func wrong(_ text: String, _ code: RDFError.Code, _ line: Int, _ column: Int) throws {
        let error = try #require(throws: RDFError.self) { try parse(text) }
        #expect(error.code == code)
        #expect(error.position == TextPosition(line: line, column: column), "\(error)")
        #expect(error.message.contains("line \(line), column \(column)"))
    }

    @Test("Bytes that aren't UTF-8 are refused at their place, in comments too")
    func notUTF8() throws {
        for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] {
            let error = try #require(throws: RDFError.self) {
                try NQuadsParser.parse(Array("# é\n# ".utf8) + bytes + Array("\n".utf8))
            }
            #expect(error.code == .invalidUTF8)
            #expect(error.position == TextPosition(line: 2, column: 3))
        }
    }

    @Test("Escapes stand for their characters, in IRIs, datatypes and text at once")
    func escapes() throws {
        let (dataset, term) = try object(#""a\u00e9\U0001F600\t\'\\"^^<urn:\u0064>"#)
        #expect(dataset.string(of: term) == "aé😀\t'\\")
        #expect(dataset.datatype(of: term).map { dataset.string(of: $0) } == "urn:d")
        #expect(
            String(decoding: NQuadsWriter.write(dataset), as: UTF8.self)
                == "<urn:s> <urn:p> \"aé😀\\t'\\\\\"^^<urn:d> .\n")
    }

    @Test("Spaces and tabs may stand between any two parts, or nothing may")
    func blanks() throws {
        let text = "\t<urn:s>\t<urn:p>  \"a\" @en-GB\t_:g.1 . # end\r\n\r<urn:s><urn:p>\"a\"@en-GB_:g.1.\n"
        #expect(try parse(text).quads.count == 1)
    }

    @Test(
        "Labels follow the grammar",
        arguments: [
            ("a", true), ("0", true), ("_", true), ("a-b", true), ("a.b", true), ("a..b", true), ("é", true),
            ("a\u{301}", true), ("\u{1F600}", true), ("", false), ("-a", false), (".a", false), ("a.", false),
            ("a:b", false), ("a b", false), ("\u{301}a", false), ("×", false),
        ])
    func labels(_ label: String, _ isLegal: Bool) throws {
        #expect(BlankNodeLabelSyntax.isLegal(label) == isLegal)
        let dataset = try? parse("_:\(label) <urn:p> <urn:o> .")
        #expect(dataset.map { $0.string(of: $0.quads[0].subject) == label } ?? false == isLegal)
    }

    @Test(
        "Language tags follow the grammar",
        arguments: [
            ("en", true), ("en-GB", true), ("x-1-a2", true), ("", false), ("1", false), ("en-", false), ("-en", false),
            ("en--a", false), ("e1", false), ("en_GB", false),
        ])
    func languageTags(_ tag: String, _ isLegal: Bool) { #expect(LanguageTagSyntax.isLegal(tag) == isLegal) }

    @Test("IRIs are absolute and of legal characters, wherever in the text another stands")
    func iris() {
        #expect(IRISyntax.isAbsolute("urn:yz{".dropLast()))
        #expect(IRISyntax.isAbsolute("https://example.org/~yyyyyyyyyyyyy"))
        #expect(IRISyntax.isAbsolute("a+-.1:"))
        for text in ["", ":", "a", "1a:b", "a/b:c", "é:a"] { #expect(!IRISyntax.isAbsolute(text), "\(text)") }
        for illegal in "\u{0}\u{1F} \"<>\\^`{|}\u{7F}".unicodeScalars {
            for place in 0..<20 {
                var text = Array("urn:zyxwvutszyxwvutszyxw".unicodeScalars)
                text[4 + place] = illegal
                var view = String.UnicodeScalarView()
                view.append(contentsOf: text)
                #expect(!IRISyntax.isAbsolute(String(view)), "\(illegal.value) at \(place)")
            }
        }
    }

    @Test("Limits are kept: bytes before anything is read, quads as they come")
    func limits() throws {
        let text = Array((0..<10).map { "<urn:s> <urn:p> \"\($0)\" .\n" }.joined().utf8)
        let fits = RDFLimits(maxBytes: text.count, maxQuads: 10)
        #expect(try NQuadsParser.parse(text, limits: fits).quads.count == 10)
        #expect(throws: RDFError(.tooLarge, "")) {
            try NQuadsParser.parse(text, limits: RDFLimits(maxBytes: text.count - 1, maxQuads: 10))
        }
        #expect(throws: RDFError(.tooManyQuads, "")) {
            try NQuadsParser.parse(text, limits: RDFLimits(maxBytes: text.count, maxQuads: 9))
        }
        // A statement made twice is one quad.
        #expect(try NQuadsParser.parse(text + text, limits: RDFLimits(maxBytes: 4096, maxQuads: 10)).quads.count == 10)
        #expect(RDFLimits.document.maxQuads == 20_000)
        #expect(RDFLimits.passport.maxQuads == 200_000)
    }

    @Test("Two texts can be read into one dataset, where equal labels are one node")
    func together() throws {
        var dataset = try parse("_:a <urn:p> _:b .\n")
        try NQuadsParser.parse(Array("_:b <urn:p> _:a .\n_:a <urn:p> _:b .\n".utf8), into: &dataset)
        #expect(dataset.quads.count == 2)
        #expect(throws: RDFError.self) {
            try NQuadsParser.parse(Array("_:c <urn:p> _:a .\n?".utf8), into: &dataset)
        }
        #expect(dataset.quads.count == 3)
    }

    @Test("What was written is read as it was")
    func roundTrip() {
        forAll("parsing undoes writing") { generator in
            let dataset = RandomRDF.dataset(upTo: 30, using: &generator)
            let text = NQuadsWriter.write(dataset)
            let read = try NQuadsParser.parse(text)
            return NQuadsWriter.write(read) == text && read.quads.count == dataset.quads.count
        }
    }

    @Test("No damage to a text does more than have it refused")
    func mutations() {
        forAll("a damaged text is refused or says something that can be written and read", rounds: 500) { generator in
            var text = NQuadsWriter.write(RandomRDF.dataset(upTo: 10, using: &generator))
            guard !text.isEmpty else { return true }
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<text.count, using: &generator)
                let signs = Array("<>\"\\@^_:.-#u \n\t\r".utf8) + [0, 0x7F, 0x80, 0xC3, 0xEF, 0xF0, 0xFF]
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: text[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: text[place] = signs[Int.random(in: 0..<signs.count, using: &generator)]
                case 2: text.insert(signs[Int.random(in: 0..<signs.count, using: &generator)], at: place)
                default: text.removeSubrange(place..<min(text.count, place + 3))
                }
                if text.isEmpty { return true }
            }
            guard let dataset = try? NQuadsParser.parse(text) else { return true }
            let written = NQuadsWriter.write(dataset)
            return NQuadsWriter.write(try NQuadsParser.parse(written)) == written
        }
    }
}
