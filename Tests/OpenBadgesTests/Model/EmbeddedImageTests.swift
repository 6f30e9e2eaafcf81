import Encodings
import OpenBadges
import Testing

@Suite("Pictures inside a badge")
struct EmbeddedImageTests {
    private func svg(_ text: String) -> String { "data:image/svg+xml;base64," + Base64.encode(Array(text.utf8)) }

    @Test("A PNG is known by its chunks")
    func png() throws {
        let image = try EmbeddedImage(dataURI: SampleBadge.png)
        #expect(image.format == .png)
        for count in [0, 8, 20, image.bytes.count - 1] {
            #expect(!EmbeddedImage.isImage(Array(image.bytes.prefix(count)), .png))
        }
        #expect(!EmbeddedImage.isImage(image.bytes + [0], .png))
        #expect(!EmbeddedImage.isImage(image.bytes, .svg))
        var noWidth = image.bytes
        noWidth[19] = 0
        #expect(!EmbeddedImage.isImage(noWidth, .png))
        var longChunk = image.bytes
        longChunk[33] = 0xFF
        #expect(!EmbeddedImage.isImage(longChunk, .png))
    }

    @Test(
        "An SVG is known by its first element",
        arguments: [
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<?xml version=\"1.0\"?>\n<!-- a > b -->\n<svg></svg>\n",
            "\u{FEFF}<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"></svg:svg>", "<!DOCTYPE svg><svg\n></svg>",
        ])
    func svg(text: String) throws { #expect(try EmbeddedImage(dataURI: svg(text)).format == .svg) }

    @Test(
        "Other XML, HTML and scraps are no SVG",
        arguments: ["", "svg", "<html><svg/></html>", "<svgx/>", "<!-- <svg/> -->", "<?xml", "<svg", "text <svg/>"])
    func noSVG(text: String) {
        #expect(throws: EmbeddedImage.Flaw.content) { try EmbeddedImage(dataURI: svg(text)) }
    }

    @Test(
        "Only base64 of PNG or SVG is taken",
        arguments: [
            "", "data:", "data:,", "data:image/png,x", "data:image/png;base64,@", "data:image/png;base64,QUJ",
            "data:image/jpeg;base64,QUJD", "data:image/svg+xml;utf8,<svg/>", "https://passi.example/x.png",
        ])
    func uri(_ uri: String) {
        #expect(throws: EmbeddedImage.Flaw.uri) { try EmbeddedImage(dataURI: uri) }
    }
}
