import Encodings

/// What an SVG picture may not have, in terms of its elements, attributes and style sheets.
///
/// All comparing is done on bytes in ASCII lower case, as browsers do it.
enum SVGRules {
    static let namespace = "http://www.w3.org/2000/svg"

    /// Elements that run, load, take input, or bring another kind of document in.
    private static let refusedElements = [
        "script", "foreignobject", "handler", "listener", "iframe", "frame", "object", "embed", "applet", "audio",
        "video", "source", "track", "canvas", "link", "meta", "base", "html", "head", "body", "form", "input", "button",
        "textarea", "img", "portal", "annotation-xml",
    ]

    /// Attributes whose value is an address.
    private static let addressAttributes = [
        "href", "src", "srcset", "action", "formaction", "poster", "data", "background", "cite", "ping", "codebase",
        "srcdoc", "base",
    ]

    /// Words in a style sheet that load something or lead to what does.
    private static let refusedInStyle = [
        "@import", "@namespace", "javascript:", "vbscript:", "data:", "://", "-moz-binding", "behavior:",
    ]

    /// CSS functions that load from any address.
    private static let refusedFunctions = ["image-set(", "image(", "src(", "cross-fade(", "expression("]

    /// The name without its prefix, in lower case.
    static func localName(_ name: String) -> String {
        let bytes = name.utf8.split(separator: UInt8(ascii: ":")).last ?? name.utf8[...]
        return String(decoding: bytes.map(lowered), as: UTF8.self)
    }

    static func isRoot(_ tag: String, _ attributes: [(name: String, value: [UInt8])]) -> Bool {
        let parts = tag.utf8.split(separator: UInt8(ascii: ":"))
        guard parts.last?.elementsEqual("svg".utf8) == true else { return false }
        let declaration = parts.count == 2 ? "xmlns:\(String(decoding: parts[0], as: UTF8.self))" : "xmlns"
        return attributes.contains {
            $0.name.hasSameBytes(as: declaration) && $0.value.elementsEqual(namespace.utf8)
        }
    }

    static func refusal(ofElement tag: String) -> String? {
        refusedElements.contains(localName(tag)) ? "it has the element <\(tag)>" : nil
    }

    static func refusal(ofAttribute name: String, value: [UInt8], on tag: String) -> String? {
        let local = localName(name)
        if local.utf8.starts(with: "on".utf8) { return "it has the event handler \(name)" }
        let text = compact(value)

        if name.utf8.elementsEqual("xmlns".utf8) || name.utf8.starts(with: "xmlns:".utf8) {
            // Elements of HTML work in an SVG when their namespace is declared.
            guard !contains(text, "xhtml"), !contains(text, "mathml") else {
                return "it declares the namespace of another kind of page"
            }
            return nil
        }
        if addressAttributes.contains(local) {
            guard text.first == UInt8(ascii: "#"), text.count > 1 else {
                return "its \(name) leads outside the picture"
            }
            return nil
        }
        if local == "attributename" {
            let animated = localName(String(decoding: text, as: UTF8.self))
            if addressAttributes.contains(animated) || animated.utf8.starts(with: "on".utf8) {
                return "it animates the attribute \(animated)"
            }
        }
        for scheme in ["javascript:", "vbscript:"] where contains(text, scheme) {
            return "its \(name) has \(scheme)"
        }
        if local == "style", let reason = refusal(ofStyle: value) { return reason }
        // Presentation attributes are read as CSS too: fill="url(…)".
        return refusalOfFunctions(text, in: name)
    }

    /// The rules for a style sheet and a `style` attribute.
    static func refusal(ofStyle css: [UInt8]) -> String? {
        let text = compact(css)
        if let word = refusedInStyle.first(where: { contains(text, $0) }) { return "its style has \(word)" }
        return refusalOfFunctions(text, in: "style")
    }

    /// `url()` may lead within the picture and nowhere else.
    private static func refusalOfFunctions(_ text: [UInt8], in name: String) -> String? {
        // An escape such as \75rl( would hide a function's name from this scanner.
        if text.contains(UInt8(ascii: "\\")) { return "its \(name) has a backslash" }
        guard text.contains(UInt8(ascii: "(")) else { return nil }
        if let function = refusedFunctions.first(where: { contains(text, $0) }) { return "its \(name) has \(function)" }
        var rest = text[...]
        while let end = endOfFirst("url(", in: rest) {
            rest = rest[end...]
            let isQuoted = rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "'")
            guard rest.dropFirst(isQuoted ? 1 : 0).first == UInt8(ascii: "#") else {
                return "its \(name) leads outside the picture"
            }
        }
        return nil
    }

    /// Lower case, without white space and controls: browsers pass over them in more places than one expects.
    private static func compact(_ value: [UInt8]) -> [UInt8] { value.filter { $0 > 0x20 }.map(lowered) }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

    private static func contains(_ text: [UInt8], _ word: String) -> Bool { endOfFirst(word, in: text[...]) != nil }

    private static func endOfFirst(_ word: String, in text: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(word.utf8)
        guard let first = wanted.first, text.count >= wanted.count else { return nil }
        for index in text.startIndex...(text.endIndex - wanted.count)
        where text[index] == first && text[index..<(index + wanted.count)].elementsEqual(wanted) {
            return index + wanted.count
        }
        return nil
    }
}
