import Testing

/// A page read as strictly as no browser would: every tag closed, every attribute quoted and there once, every `&` an
/// entity.
struct PageReader {
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    struct Flaw: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var elements: [Element] = []
    /// All that a reader reads, in order.
    private(set) var text = ""

    private static let void: Set<String> = ["meta", "link", "img", "br"]
    private static let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]

    init(_ page: String) throws {
        var rest = Array(page.unicodeScalars)[...]
        let doctype = Array("<!DOCTYPE html>\n".unicodeScalars)
        guard rest.starts(with: doctype) else { throw Flaw(description: "no doctype") }
        rest = rest.dropFirst(doctype.count)
        var open: [String] = []
        while let first = rest.first {
            guard first == "<" else {
                let run = rest.prefix { $0 != "<" }
                text += try Self.unescaped(run)
                rest = rest.dropFirst(run.count)
                continue
            }
            if rest.dropFirst().first == "/" {
                let name = Self.string(rest.dropFirst(2).prefix { $0 != ">" })
                guard open.popLast() == name else { throw Flaw(description: "</\(name)> closes nothing") }
                rest = rest.dropFirst(3 + name.unicodeScalars.count)
                continue
            }
            let element = try Self.tag(&rest)
            elements.append(element)
            if !Self.void.contains(element.name) { open.append(element.name) }
        }
        guard open.isEmpty else { throw Flaw(description: "left open: \(open)") }
    }

    private static func tag(_ rest: inout ArraySlice<Unicode.Scalar>) throws -> Element {
        rest = rest.dropFirst()
        let name = rest.prefix { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
        guard !name.isEmpty else { throw Flaw(description: "a bare <") }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while rest.first == " " {
            let attribute = rest.dropFirst().prefix { ("a"..."z").contains($0) || $0 == "-" }
            rest = rest.dropFirst(1 + attribute.count)
            guard !attribute.isEmpty, rest.starts(with: ["=", "\""]) else {
                throw Flaw(description: "an attribute of \(string(name)) that isn't quoted")
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            guard attributes.updateValue(try unescaped(value), forKey: string(attribute)) == nil else {
                throw Flaw(description: "\(string(attribute)) stands twice")
            }
            rest = rest.dropFirst(3 + value.count)
        }
        guard rest.first == ">" else { throw Flaw(description: "\(string(name)) doesn't end") }
        rest = rest.dropFirst()
        return Element(name: string(name), attributes: attributes)
    }

    private static func unescaped(_ text: ArraySlice<Unicode.Scalar>) throws -> String {
        var result = String.UnicodeScalarView()
        var rest = text
        while let scalar = rest.popFirst() {
            switch scalar {
            case "&":
                let entity = "&" + string(rest.prefix { $0 != ";" }) + ";"
                guard let meant = entities[entity] else { throw Flaw(description: "\(entity) is no entity") }
                rest = rest.dropFirst(entity.unicodeScalars.count - 1)
                result.append(contentsOf: meant.unicodeScalars)
            case "<", ">": throw Flaw(description: "a bare \(scalar)")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    // MARK: Asking

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// The content of the `meta` of that name or property.
    func meta(_ name: String) -> String? {
        all("meta").first { $0.attributes["name"] == name || $0.attributes["property"] == name }?.attributes["content"]
    }

    /// Everything that the page leads to or loads, but for canonical addresses.
    var links: [String] {
        elements.filter { $0.attributes["rel"] != "canonical" }
            .flatMap { [$0.attributes["href"], $0.attributes["src"]] }.compactMap { $0 }
    }
}
