import Encodings
import OpenBadges
import TestSupport

/// Pictures and badges small enough to be read in a test.
enum Pictures {
    static let ihdr: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]
    static let idat: [UInt8] = [0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01]

    /// One grey pixel, with chunks between header and pixels, and after the pixels.
    static func png(before: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", ihdr) + before + chunk("IDAT", idat) + after
            + chunk("IEND", [])
    }

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        var sum = UInt32.max
        for byte in body {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
        return word(UInt32(data.count)) + body + word(~sum)
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    static func text(_ keyword: String, _ text: String, fields: [UInt8] = [0, 0, 0, 0]) -> [UInt8] {
        chunk("iTXt", Array(keyword.utf8) + [0] + fields + Array(text.utf8))
    }

    static let svgText =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Drawn -->\n"
        + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">\n  <circle r=\"4\"/>\n</svg>\n"
    static var svg: [UInt8] { Array(svgText.utf8) }

    static let badgeText =
        "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":[\"VerifiableCredential\","
        + "\"OpenBadgeCredential\"],\"name\":\"a\"}"
    static var badge: [UInt8] { Array(badgeText.utf8) }

    /// A badge whose members are hard on whoever has to carry them.
    static func randomBadge(_ generator: inout SeededGenerator) -> [UInt8] {
        let awkward = [
            "]]>", "]]", "]", "]]]>", "<![CDATA[", "<", "&", "&amp;", "&#13;", "-->", "\u{1F600}", "\"", "ä",
        ]
        var object: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
        ]
        for index in 0..<Int.random(in: 0...5, using: &generator) {
            var text = ""
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                text += awkward.randomElement(using: &generator) ?? ""
                text += String(generator.text(upTo: 3).unicodeScalars.filter { $0.value & 0xFFFE != 0xFFFE })
            }
            object["x\(index)"] = .string(text)
        }
        let json =
            Bool.random(using: &generator) ? JSONWriter.pretty(.object(object)) : JSONWriter.compact(.object(object))
        // White space and line ends of any system, around and between.
        let spaces = ["", " ", "\n", "\r\n", "\r", "\t\r\n\r"]
        let lineEnd = Array((spaces.randomElement(using: &generator) ?? "").utf8)
        let body = json.flatMap { $0 == 0x0A ? lineEnd + [0x0A] : [$0] }
        return Array((spaces.randomElement(using: &generator) ?? "").utf8) + body + lineEnd
    }

    static func code(_ bytes: [UInt8]) -> String? {
        do throws(BakingError) {
            _ = try PictureContent.read(bytes)
            return nil
        } catch {
            return error.codeText
        }
    }
}
