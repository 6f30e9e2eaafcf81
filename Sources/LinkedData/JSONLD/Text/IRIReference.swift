import Glibc

/// An IRI reference in its five parts (RFC 3986 appendix B, RFC 3987), and how it is resolved (RFC 3986, section 5.2).
///
/// Bytes beyond ASCII are kept as they are; nothing is normalised.
struct IRIReference {
    private typealias Bytes = ArraySlice<UInt8>

    private var scheme: Bytes?
    private var authority: Bytes?
    private var path: Bytes
    private var query: Bytes?
    private var fragment: Bytes?

    private init(_ text: String) {
        var rest = Array(text.utf8)[...]
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            fragment = rest[(hash + 1)...]
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = rest[(mark + 1)...]
            rest = rest[..<mark]
        }
        if let length = IRI.schemeLength(of: rest) {
            scheme = rest.prefix(length)
            rest = rest.dropFirst(length + 1)
        }
        if rest.starts(with: [0x2F, 0x2F]) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = rest[..<end]
            rest = rest[end...]
        }
        path = rest
    }

    /// The IRI that a reference means beside a base; the reference itself where there is no base.
    static func resolve(_ text: String, against baseText: String?) -> String {
        guard let baseText else { return text }
        let (base, reference) = (IRIReference(baseText), IRIReference(text))
        var target = reference
        // RFC 3986, section 5.2.2.
        if reference.scheme != nil {
            target.path = removingDotSegments(reference.path)
        } else {
            target.scheme = base.scheme
            if reference.authority != nil {
                target.path = removingDotSegments(reference.path)
            } else {
                target.authority = base.authority
                if reference.path.isEmpty {
                    target.path = base.path
                    target.query = reference.query ?? base.query
                } else if reference.path.first == UInt8(ascii: "/") {
                    target.path = removingDotSegments(reference.path)
                } else {
                    target.path = removingDotSegments(base.merged(with: reference.path))
                }
            }
        }
        return target.text
    }

    /// RFC 3986, section 5.2.3.
    private func merged(with relative: Bytes) -> Bytes {
        if authority != nil, path.isEmpty { return [UInt8(ascii: "/")] + relative }
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return relative }
        return path[...slash] + relative
    }

    /// RFC 3986, section 5.2.4, segment by segment.
    private static func removingDotSegments(_ path: Bytes) -> Bytes {
        let slash = UInt8(ascii: "/")
        let isAbsolute = path.first == slash
        let segments = (isAbsolute ? path.dropFirst() : path).split(separator: slash, omittingEmptySubsequences: false)
        var kept: [Bytes] = []
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment.elementsEqual([0x2E]) {
                if isLast { kept.append([]) }
            } else if segment.elementsEqual([0x2E, 0x2E]) {
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append([]) }
            } else {
                kept.append(segment)
            }
        }
        return (isAbsolute ? [slash] : []) + Bytes(kept.joined(separator: [slash]))
    }

    /// RFC 3986, section 5.3.
    private var text: String {
        var bytes: [UInt8] = []
        if let scheme { bytes += scheme + [UInt8(ascii: ":")] }
        if let authority { bytes += [0x2F, 0x2F] + authority }
        bytes += path
        if let query { bytes += [UInt8(ascii: "?")] + query }
        if let fragment { bytes += [UInt8(ascii: "#")] + fragment }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What the bytes of an IRI look like.
enum IRI {
    /// How many bytes the scheme before the first colon has; nothing when there is none.
    static func schemeLength(of bytes: some Sequence<UInt8>) -> Int? {
        var length = 0
        for byte in bytes {
            if byte == UInt8(ascii: ":") { return length > 0 ? length : nil }
            let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
            let isOther =
                (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            guard isLetter || (length > 0 && isOther) else { return nil }
            length += 1
        }
        return nil
    }

    /// Whether a text begins with a scheme, as an IRI does and a relative reference doesn't.
    static func isAbsolute(_ text: String) -> Bool { schemeLength(of: text.utf8) != nil }

    static func isBlankNode(_ text: String) -> Bool { text.utf8.starts(with: [0x5F, 0x3A]) }

    /// What a text is that stands for a node, a graph, a property or a datatype.
    enum Kind: UInt8 { case iri, malformed, relative, blankNode }

    private static func hasTwoFragments(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress, let first = memchr(base, hash, bytes.count) else { return false }
        let rest = UnsafeRawPointer(base + bytes.count) - (UnsafeRawPointer(first) + 1)
        return memchr(first + 1, hash, rest) != nil
    }

    private static let hash = Int32(UInt8(ascii: "#"))

    /// RFC 3987 without the finer points of its parts: a scheme, no character that no IRI has, one fragment at most.
    @inline(__always)
    static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> Kind {
        if bytes.count >= 2, bytes[0] == UInt8(ascii: "_"), bytes[1] == UInt8(ascii: ":") { return .blankNode }
        guard schemeLength(of: bytes) != nil else { return .relative }
        return IRISyntax.isLegal(bytes) && !hasTwoFragments(bytes) ? .iri : .malformed
    }
}

/// Language tags as BCP 47, section 2.1, shapes them.
enum LanguageTagForm {
    /// Whether a tag is made of subtags of one to eight letters or digits, the first of letters only.
    ///
    /// Whether subtags come in the order of section 2.1 or are registered isn't asked: RDF keeps every tag of this
    /// shape.
    static func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var length = 0
        var isFirst = true
        for byte in bytes {
            if byte == UInt8(ascii: "-") {
                guard length > 0 else { return false }
                length = 0
                isFirst = false
                continue
            }
            let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
            guard isLetter || (!isFirst && (0x30...0x39).contains(byte)), length < 8 else { return false }
            length += 1
        }
        return length > 0
    }

    static func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }
}
