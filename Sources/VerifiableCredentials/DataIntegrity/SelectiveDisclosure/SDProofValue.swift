import Cryptography
import Encodings

/// What an `ecdsa-sd-2023` proof's `proofValue` holds: three bytes that say which kind, then CBOR.
enum SDProofValue {
    /// [ECDSA §3.5.2](https://www.w3.org/TR/vc-di-ecdsa/#serializebaseproofvalue): for the holder alone, as it opens
    /// every statement.
    struct Base: Hashable {
        static let header: [UInt8] = [0xD9, 0x5D, 0x00]

        /// By the issuer's key, over the proof's options, the statement key and what must always be shown.
        var baseSignature: [UInt8]
        /// The multicodec bytes of the P-256 key that signed the statements.
        var publicKey: [UInt8]
        /// Hides the blank nodes' canonical labels, whose order would tell of statements left out.
        var hmacKey: [UInt8]
        /// One for each statement that may be left out, in canonical order.
        var signatures: [[UInt8]]
        var mandatoryPointers: [String]
    }

    /// [ECDSA §3.5.7](https://www.w3.org/TR/vc-di-ecdsa/#serializederivedproofvalue): for a receiver.
    struct Derived: Hashable {
        static let header: [UInt8] = [0xD9, 0x5D, 0x01]

        var baseSignature: [UInt8]
        var publicKey: [UInt8]
        /// One for each statement shown that could have been left out.
        var signatures: [[UInt8]]
        /// The number of a receiver's canonical label, and the 32 bytes of the label that was signed.
        var labels: [Int: [UInt8]]
        /// Which of the statements shown had to be, by their place in canonical order.
        var mandatoryIndexes: [Int]
    }

    static let signatureByteCount = 64
    static let labelByteCount = 32
    /// Two bytes of multicodec and a compressed P-256 point.
    static let publicKeyByteCount = 35
}

extension SDProofValue.Base {
    init(text: String) throws(ProofError) {
        let parts = try SDProofValue.components(of: text, header: Self.header)
        guard let baseSignature = SDProofValue.bytes(parts[0], count: SDProofValue.signatureByteCount),
            let publicKey = SDProofValue.bytes(parts[1], count: SDProofValue.publicKeyByteCount),
            let hmacKey = SDProofValue.bytes(parts[2], count: HMACSHA256.byteCount),
            let signatures = SDProofValue.signatures(parts[3]), let pointers = parts[4].arrayValue
        else { throw SDProofValue.malformed() }
        var mandatory: [String] = []
        for pointer in pointers {
            guard let text = pointer.textValue else { throw SDProofValue.malformed() }
            mandatory.append(text)
        }
        self.init(
            baseSignature: baseSignature, publicKey: publicKey, hmacKey: hmacKey, signatures: signatures,
            mandatoryPointers: mandatory)
    }

    var text: String {
        SDProofValue.text(
            header: Self.header,
            [
                .bytes(baseSignature), .bytes(publicKey), .bytes(hmacKey), .array(signatures.map { .bytes($0) }),
                .array(mandatoryPointers.map { .text($0) }),
            ])
    }
}

extension SDProofValue.Derived {
    /// §3.5.8 parseDerivedProofValue.
    init(text: String) throws(ProofError) {
        let parts = try SDProofValue.components(of: text, header: Self.header)
        guard let baseSignature = SDProofValue.bytes(parts[0], count: SDProofValue.signatureByteCount),
            let publicKey = SDProofValue.bytes(parts[1], count: SDProofValue.publicKeyByteCount),
            let signatures = SDProofValue.signatures(parts[2]), let map = parts[3].mapValue,
            let indexes = parts[4].arrayValue
        else { throw SDProofValue.malformed() }
        var labels: [Int: [UInt8]] = [:]
        for entry in map {
            guard let number = entry.key.unsignedValue.flatMap({ Int(exactly: $0) }),
                let label = SDProofValue.bytes(entry.value, count: SDProofValue.labelByteCount)
            else { throw SDProofValue.malformed() }
            labels[number] = label
        }
        var mandatory: [Int] = []
        for index in indexes {
            guard let number = index.unsignedValue.flatMap({ Int(exactly: $0) }) else { throw SDProofValue.malformed() }
            mandatory.append(number)
        }
        // Two blank nodes under one label would be one, and a statement named twice is a second spelling of the proof.
        guard Set(labels.values).count == labels.count, Set(mandatory).count == mandatory.count else {
            throw SDProofValue.malformed()
        }
        self.init(
            baseSignature: baseSignature, publicKey: publicKey, signatures: signatures, labels: labels,
            mandatoryIndexes: mandatory)
    }

    var text: String {
        SDProofValue.text(
            header: Self.header,
            [
                .bytes(baseSignature), .bytes(publicKey), .array(signatures.map { .bytes($0) }),
                .map(labels.map { .init(.unsigned(UInt64($0.key)), .bytes($0.value)) }),
                .array(mandatoryIndexes.map { .unsigned(UInt64($0)) }),
            ])
    }
}

extension SDProofValue {
    fileprivate static func text(header: [UInt8], _ components: [CBORValue]) -> String {
        Multibase.encode(header + CBORWriter.encode(.array(components)), as: .base64url)
    }

    fileprivate static func components(of text: String, header: [UInt8]) throws(ProofError) -> [CBORValue] {
        let value: CBORValue
        do throws(EncodingError) {
            let bytes = try Multibase.decode(text, expecting: .base64url)
            guard bytes.starts(with: header) else {
                throw EncodingError(.cbor, "it doesn't begin with \(Base16.encode(header))")
            }
            value = try CBORReader.parse(Array(bytes.dropFirst(header.count)))
        } catch {
            throw malformed(cause: error.description)
        }
        guard let components = value.arrayValue, components.count == 5 else { throw malformed() }
        return components
    }

    fileprivate static func bytes(_ value: CBORValue, count: Int) -> [UInt8]? {
        value.bytesValue.flatMap { $0.count == count ? $0 : nil }
    }

    fileprivate static func signatures(_ value: CBORValue) -> [[UInt8]]? {
        guard let elements = value.arrayValue else { return nil }
        let signatures = elements.compactMap { bytes($0, count: signatureByteCount) }
        return signatures.count == elements.count ? signatures : nil
    }

    fileprivate static func malformed(cause: String? = nil) -> ProofError {
        ProofError(
            .valueMalformed, "The proof's \"proofValue\" doesn't hold what ecdsa-sd-2023 puts there.",
            hint: "Ask the holder for a fresh copy; the issuer's own file is for the holder alone.", cause: cause)
    }
}
