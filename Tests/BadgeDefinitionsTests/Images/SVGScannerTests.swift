import BadgeDefinitions
import Testing

@Suite("An SVG picture")
struct SVGScannerTests {
    private static let xmlns = "xmlns=\"http://www.w3.org/2000/svg\""

    private func code(_ text: String, _ name: String = "kuva.svg") -> String? {
        do throws(DefinitionError) {
            _ = try DefinitionImage.check(Array(text.utf8), named: name)
            return nil
        } catch {
            return error.codeText
        }
    }

    @Test(
        "is taken when it is shapes, colours and text",
        arguments: [
            "<svg \(xmlns)/>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Drawn -->\n<svg \(xmlns)><g/></svg>\n",
            "\u{FEFF}<svg \(xmlns)></svg>",
            "<svg \(xmlns) xmlns:xlink='http://www.w3.org/1999/xlink'><path id='a' d='M0 0'/><use xlink:href='#a'/></svg>",
            "<svg \(xmlns)><rect fill=\"url(#g)\" style=\"stroke: url('#h'); opacity: .5\"/></svg>",
            "<svg \(xmlns)><title>Työ &amp; opiskelu &#228; &#x2764;</title></svg>",
            "<svg \(xmlns)><style><![CDATA[ .a > .b { fill: #fff } ]]></style><style>.c{fill:url(#g)}</style></svg>",
            "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:circle r=\"4\"/></s:svg>",
            "<svg \(xmlns)><animate attributeName=\"opacity\" values=\"0;1\"/></svg>",
        ])
    func harmless(_ text: String) { #expect(code(text) == nil) }

    @Test(
        "is refused when it could run, load or hide something",
        arguments: [
            "<!DOCTYPE svg><svg \(xmlns)/>",
            "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg \(xmlns)>&x;</svg>",
            "<svg \(xmlns)>&x;</svg>",
            "<svg \(xmlns) id=\"&nbsp;\"/>",
            "<svg \(xmlns)>&#0;</svg>",
            "<?xml-stylesheet href=\"https://a.example/a.css\"?><svg \(xmlns)/>",
            "<svg \(xmlns)><?php echo 1 ?></svg>",
            "<!-- first --><?xml version=\"1.0\"?><svg \(xmlns)/>",
            "<svg \(xmlns)><script>alert(1)</script></svg>",
            "<svg \(xmlns)><SCRIPT/></svg>",
            "<svg \(xmlns) xmlns:x=\"http://www.w3.org/2000/svg\"><x:script/></svg>",
            "<svg \(xmlns) onload=\"alert(1)\"/>",
            "<svg \(xmlns)><g ONCLICK='a()'/></svg>",
            "<svg \(xmlns)><foreignObject/></svg>",
            "<svg \(xmlns)><iframe/></svg>",
            "<svg \(xmlns) xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:b/></svg>",
            "<svg \(xmlns)><image href=\"https://a.example/a.png\"/></svg>",
            "<svg \(xmlns)><image href=\"//a.example/a.png\"/></svg>",
            "<svg \(xmlns)><image href=\"a.png\"/></svg>",
            "<svg \(xmlns)><image href=\"\"/></svg>",
            "<svg \(xmlns)><image href=\"data:image/png;base64,AAAA\"/></svg>",
            "<svg \(xmlns)><use href=\" data:image/svg+xml,x#a\"/></svg>",
            "<svg \(xmlns) xmlns:q=\"http://www.w3.org/1999/xlink\"><use q:href=\"other.svg#a\"/></svg>",
            "<svg \(xmlns)><a href=\"javascript:alert(1)\"/></svg>",
            "<svg \(xmlns)><a href=\"java&#x73;cript:alert(1)\"/></svg>",
            "<svg \(xmlns)><a href=\"java\nscript:alert(1)\"/></svg>",
            "<svg \(xmlns)><set attributeName=\"href\" to=\"javascript:alert(1)\"/></svg>",
            "<svg \(xmlns)><animate attributeName=\"xlink:href\" values=\"#a;https://a.example\"/></svg>",
            "<svg \(xmlns)><set attributeName=\"onclick\" to=\"a()\"/></svg>",
            "<svg \(xmlns)><rect fill=\"url(https://a.example/#g)\"/></svg>",
            "<svg \(xmlns)><rect fill=\"url(#g) URL( 'b.svg#g' )\"/></svg>",
            "<svg \(xmlns)><rect style=\"fill:\\75rl(https://a.example)\"/></svg>",
            "<svg \(xmlns)><rect style=\"background:image-set('a.png' 1x)\"/></svg>",
            "<svg \(xmlns)><rect style=\"fill:url(data:image/png;base64,AA)\"/></svg>",
            "<svg \(xmlns)><style>@import 'a.css';</style></svg>",
            "<svg \(xmlns)><style>@im<![CDATA[port]]> 'a.css';</style></svg>",
            "<svg \(xmlns)><style>.a{fill:url(//a.example/b)}</style></svg>",
            "<svg \(xmlns)><style>@font-face{src:url(\u{301}a.woff)}</style></svg>",
            "<svg \(xmlns) xml:base=\"https://a.example/\"/>",
        ])
    func harmful(_ text: String) { #expect(code(text) == "definition.image-unsafe") }

    @Test(
        "is refused as damaged when it isn't well-formed or isn't SVG",
        arguments: [
            "<svg \(xmlns)>", "<svg \(xmlns)><g></svg>", "<svg \(xmlns)></g></svg>", "<svg/>", "<picture/>",
            "<svg \(xmlns)/><svg \(xmlns)/>", "<svg \(xmlns)/>text", "<svg \(xmlns)><g a=1/></svg>",
            "<svg \(xmlns)><g a='1' a='2'/></svg>", "<svg \(xmlns)><g a='1'b='2'/></svg>",
            "<svg \(xmlns)><!-- -- --></svg>",
            "<svg \(xmlns)><g a='<'/></svg>", "<svg \(xmlns) a", "<svg \(xmlns)>&", "<svg \(xmlns)><![CDATA[", "<",
            "<?xml version='1.0' encoding='utf-16'?><svg \(xmlns)/>", "<svg \(xmlns)>\u{0}</svg>",
            "<svg \(xmlns)>" + String(repeating: "<g>", count: 200) + String(repeating: "</g>", count: 200) + "</svg>",
        ])
    func damaged(_ text: String) { #expect(code(text) == "definition.image") }

    @Test("is refused when its bytes aren't UTF-8")
    func notUTF8() {
        let bytes = Array("<svg \(Self.xmlns)>".utf8) + [0xC3] + Array("</svg>".utf8)
        #expect(throws: DefinitionError(.image, "")) { try DefinitionImage.check(bytes, named: "kuva.svg") }
    }

    @Test("is refused above 256 KB, and linked above 8 KB")
    func size() throws {
        func svg(_ size: Int) -> [UInt8] {
            let frame = "<svg \(Self.xmlns)><!---->".utf8.count + "</svg>".utf8.count
            return Array("<svg \(Self.xmlns)><!--\(String(repeating: " ", count: size - frame))--></svg>".utf8)
        }
        #expect(try DefinitionImage.check(svg(8 << 10), named: "kuva.svg").isEmbeddable)
        #expect(try !DefinitionImage.check(svg((8 << 10) + 1), named: "kuva.svg").isEmbeddable)
        #expect(try DefinitionImage.check(svg(256 << 10), named: "kuva.svg").kind == .svg)
        #expect(throws: DefinitionError(.image, "")) {
            try DefinitionImage.check(svg((256 << 10) + 1), named: "kuva.svg")
        }
    }

    @Test("survives being cut anywhere without being taken for a whole one")
    func cut() throws {
        let text =
            "<?xml version=\"1.0\"?><svg \(Self.xmlns)><!-- a --><g a=\"&amp;\"><style><![CDATA[b]]></style></g></svg>"
        #expect(code(text) == nil)
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count {
            #expect(throws: DefinitionError.self) {
                try DefinitionImage.check(Array(bytes[..<length]), named: "kuva.svg")
            }
        }
    }
}
