import OpenBadges
import Testing

@Suite("Absolute URIs")
struct AbsoluteURITests {
    @Test(
        "A scheme and something after it make an absolute URI",
        arguments: [
            "https://passi.example/badges/tiimityo/v1", "urn:uuid:1", "did:web:x", "HTTP://x", "https://ä.fi/ö",
        ])
    func absolute(_ text: String) { #expect(AbsoluteURI.isAbsolute(text)) }

    @Test(
        "Relative references and text with spaces don't",
        arguments: [
            "", "x", "#L2", "/badges", "//x/y", ":x", "https:", "1a:b", "a b:c", "https://x y", "ä:x", "https://x\n",
        ])
    func relative(_ text: String) { #expect(!AbsoluteURI.isAbsolute(text)) }
}
