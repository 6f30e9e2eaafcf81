// module: OpenBadges
// seeds: badge-definitions/*.svg
import OpenBadges

private let badge =
    Array(
        #"{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"#
            .utf8)
    + Array(#""id":"urn:uuid:1","type":["VerifiableCredential","OpenBadgeCredential"],"issuer":"did:key:]]>&<"}"#.utf8)

/// Any bytes as an SVG: a badge that goes in comes out byte for byte, and nothing that acts gets through.
func fuzz(_ bytes: [UInt8]) {
    _ = accepted { try PictureContent.read(bytes) }
    let isSafe = accepted { try SVGScanner.check(bytes) } != nil
    if isSafe {
        let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for forbidden in ["<script", "<!doctype", "<!entity", "<foreignobject", "<?xml-stylesheet"] {
            claim("nothing that acts is taken", outsideText(lower).firstRange(of: Array(forbidden.utf8)) == nil)
        }
    }
    guard let picture = accepted({ try BadgePicture(bytes, replacing: true) }) else { return }
    claim("only a safe picture takes a badge", isSafe)
    guard let baked = accepted({ try picture.baked(with: badge) }) else {
        fatalError("Not so: a sound picture takes a badge")
    }
    claim("the badge comes out again", accepted { try PictureContent.read(baked) } == .credential(badge))
    claim("the picture stays safe", accepted { try SVGScanner.check(baked) } != nil)
    let again = accepted { try BadgePicture(baked, replacing: true).baked(with: badge) }
    claim("baking again changes nothing", again == baked)
}

/// The markup without comments and character data sections, in which anything may be said.
private func outsideText(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    let quiet = [("<!--", "-->"), ("<![cdata[", "]]>")].map { (Array($0.utf8), Array($1.utf8)) }
    while !rest.isEmpty {
        if let (open, close) = quiet.first(where: { rest.starts(with: $0.0) }) {
            guard let end = rest.dropFirst(open.count).firstRange(of: close) else { break }
            rest = rest[end.upperBound...]
        } else {
            kept.append(rest.removeFirst())
        }
    }
    return kept
}
