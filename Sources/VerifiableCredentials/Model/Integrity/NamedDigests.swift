public import Encodings

/// The digests by which a document names bytes that stand elsewhere: `digestMultibase` and `digestSRI`.
///
/// [VC Data Model 2.0 §5.3](https://www.w3.org/TR/vc-data-model-2.0/#integrity-of-related-resources);
/// `digestMultibase` is a multihash of SHA-2 in multibase, `digestSRI` as in
/// [Subresource Integrity §3.5](https://www.w3.org/TR/SRI/#the-integrity-attribute).
public struct NamedDigests: Sendable, Hashable {
    private struct Digest: Hashable {
        let function: ByteDigests.Function
        let bytes: [UInt8]
    }

    /// For each member that is there, the digests of which one has to fit.
    private var members: [[Digest]] = []
    /// Whether a member is there that can't be read: another function, another base, or no digest at all.
    public private(set) var isUnreadable = false

    /// - Parameters:
    ///   - multibase: the value of `digestMultibase`.
    ///   - sri: the value of `digestSRI`.
    public init(multibase: JSONValue?, sri: JSONValue?) {
        for (value, read) in [(multibase, Self.multihash), (sri, Self.integrity)] {
            guard let value else { continue }
            let digests = Self.text(value).map(read) ?? []
            if digests.isEmpty { isUnreadable = true } else { members.append(digests) }
        }
    }

    /// Those of an object that names bytes.
    public init(in object: JSONValue) {
        self.init(multibase: object["digestMultibase"], sri: object["digestSRI"])
    }

    /// Whether no digest is named, readable or not.
    public var isEmpty: Bool { members.isEmpty && !isUnreadable }
    /// Whether there is a digest that bytes can be compared with.
    public var isComparable: Bool { !members.isEmpty }

    /// Whether these are the bytes: each member that can be read has a digest of theirs.
    public func fit(_ bytes: ByteDigests) -> Bool {
        isComparable
            && members.allSatisfy { digests in digests.contains { bytes[$0.function] == $0.bytes } }
    }

    /// The one text of a member, brackets or not.
    private static func text(_ value: JSONValue) -> String? {
        let values = value.asList
        return values.count == 1 ? values[0].stringValue : nil
    }

    private static func multihash(_ text: String) -> [Digest] {
        guard let bytes = try? Multibase.decode(text), bytes.count > 2, let function = multihashFunctions[bytes[0]],
            Int(bytes[1]) == function.byteCount, bytes.count == 2 + function.byteCount
        else { return [] }
        return [Digest(function: function, bytes: Array(bytes[2...]))]
    }

    /// The codes of the multihash table; all are below 0x80, so that one byte holds each.
    private static let multihashFunctions: [UInt8: ByteDigests.Function] = [
        0x12: .sha256, 0x13: .sha512, 0x20: .sha384,
    ]

    /// Of several digests those of the strongest function count, each as good as the others.
    private static func integrity(_ text: String) -> [Digest] {
        var digests: [Digest] = []
        for token in text.split(whereSeparator: { $0.isASCII && $0.isWhitespace }).prefix(maxDigests) {
            let parts = token.split(separator: "?", maxSplits: 1)[0].split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let function = names[String(parts[0])], let bytes = try? Base64.decode(parts[1]),
                bytes.count == function.byteCount
            else { continue }
            digests.append(Digest(function: function, bytes: bytes))
        }
        let strongest = digests.map(\.function).max()
        return digests.filter { $0.function == strongest }
    }

    private static let names: [String: ByteDigests.Function] = [
        "sha256": .sha256, "sha384": .sha384, "sha512": .sha512,
    ]

    /// Nobody writes more than one or two.
    private static let maxDigests = 16
}
