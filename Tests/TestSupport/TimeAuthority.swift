import Encodings
import Foundation

/// A time stamping authority with a root of its own, made with the `openssl` command and gone with its folder.
public final class TimeAuthority: Sendable {
    /// What is wrong with its certificate or its keys.
    public enum Flaw: String, Sendable, CaseIterable {
        case none
        /// Its certificate says nothing of time stamps.
        case noPurpose
        /// It says so in an extension that may be passed over.
        case purposeNotCritical
        /// It is for something else, too.
        case otherPurpose
        /// For something else that no software knows.
        case unknownPurpose
        /// RSA keys of 1024 bits.
        case shortKey
        /// The root signed its certificate over SHA-1.
        case sha1Certificate
    }

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    private let folder: ScratchFolder
    private let lock = NSLock()

    /// The `openssl` command, where it is installed.
    public static let command: String? = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// - Parameters:
    ///   - flaw: what is wrong with it.
    ///   - days: how long its certificates are good, from now.
    public init(_ flaw: Flaw = .none, days: Int = 365) throws {
        folder = try ScratchFolder()
        try folder.write("authority.cnf", Self.settings(flaw))
        try folder.write("serial", "01\n")
        let key =
            flaw == .shortKey ? ["-newkey", "rsa:1024"] : ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        let common = ["-nodes", "-config", "authority.cnf", "-utf8"]
        try run(
            ["req", "-x509"] + key + common
                + ["-subj", "/C=FI/CN=Aikajuuri", "-extensions", "root", "-days", "\(days)"]
                + ["-keyout", "root.key", "-out", "root.pem"])
        try run(
            ["req", "-new"] + key + common + ["-subj", "/C=FI/O=Aika Oy/CN=Aikaleimapalvelu"]
                + ["-keyout", "tsa.key", "-out", "tsa.csr"])
        try run([
            "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-set_serial", "7", "-days",
            "\(days)", "-extfile", "authority.cnf", "-extensions", "authority",
            flaw == .sha1Certificate ? "-sha1" : "-sha256", "-out", "tsa.pem",
        ])
        try run(["x509", "-in", "root.pem", "-outform", "DER", "-out", "root.der"])
    }

    // MARK: Its certificates

    /// The root's certificate, as PEM.
    public var root: [UInt8] { get throws { try folder.read("root.pem") } }
    public var rootDER: [UInt8] { get throws { try folder.read("root.der") } }
    /// Its own certificate, as PEM.
    public var certificate: [UInt8] { get throws { try folder.read("tsa.pem") } }

    /// A root that vouches for nobody, as PEM.
    public static func otherRoot() throws -> [UInt8] { try TimeAuthority().root }

    // MARK: Its stamps

    /// What `openssl ts` answers to a request over a digest, at the time of the machine's clock.
    ///
    /// - Parameters:
    ///   - algorithm: the digest's, as `openssl` names it.
    ///   - accuracy: as its settings write it; nothing where the authority states none.
    ///   - isBare: whether the token comes without the response around it.
    ///   - asksCertificate: whether its certificate is to stand in the token.
    public func stamp(
        _ digest: [UInt8], _ algorithm: String = "sha256", accuracy: String? = "secs:1", signedOver: String = "sha256",
        isBare: Bool = false, asksCertificate: Bool = true
    ) throws -> [UInt8] {
        try lock.withLock {
            var settings = try folder.text("authority.cnf")
            settings += accuracy.map { "accuracy = \($0)\n" } ?? ""
            settings += "signer_digest = \(signedOver)\n"
            try folder.write("stamp.cnf", settings)
            try run(
                ["ts", "-query", "-digest", Base16.encode(digest), "-\(algorithm)", "-out", "request.tsq"]
                    + (asksCertificate ? ["-cert"] : []))
            try run(
                [
                    "ts", "-reply", "-config", "stamp.cnf", "-section", "stamping", "-queryfile", "request.tsq",
                    "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "answer.tsr",
                ] + (isBare ? ["-token_out"] : []))
            return try folder.read("answer.tsr")
        }
    }

    /// A token that says what it is told, signed by the authority: its time is any, its clock as exact as wanted.
    ///
    /// - Parameters:
    ///   - imprint: what is said to have been stamped.
    ///   - algorithm: the content of the digest's OBJECT IDENTIFIER.
    ///   - time: as ASN.1 writes it, `20261121100000Z`.
    ///   - accuracy: seconds, milliseconds and microseconds.
    public func token(
        _ imprint: [UInt8], _ algorithm: [UInt8] = TimeAuthority.sha256, time: String, version: UInt8 = 1,
        accuracy: [Int]? = nil, hasCriticalExtension: Bool = false, signedOver digest: String = "sha256",
        contentType: String = "1.2.840.113549.1.9.16.1.4"
    ) throws -> [UInt8] {
        var content = Self.tlv(0x02, [version]) + Self.tlv(0x06, [0x2A, 0x03, 0x04, 0x01])
        content += Self.tlv(
            0x30, Self.tlv(0x30, Self.tlv(0x06, algorithm) + [0x05, 0x00]) + Self.tlv(0x04, imprint))
        content += Self.tlv(0x02, [0x2A]) + Self.tlv(0x18, Array(time.utf8))
        if let accuracy {
            let parts = zip([0x02, 0x80, 0x81] as [UInt8], accuracy).flatMap { Self.tlv($0, Self.integer($1)) }
            content += Self.tlv(0x30, parts)
        }
        if hasCriticalExtension {
            let one = Self.tlv(0x06, [0x2A, 0x03, 0x09]) + [0x01, 0x01, 0xFF] + Self.tlv(0x04, [0x05, 0x00])
            content += Self.tlv(0xA1, Self.tlv(0x30, one))
        }
        return try lock.withLock {
            try folder.write("info.der", Self.tlv(0x30, content))
            try run([
                "cms", "-sign", "-binary", "-nodetach", "-cades", "-econtent_type", contentType, "-in", "info.der",
                "-signer", "tsa.pem", "-inkey", "tsa.key", "-outform", "DER", "-md", digest, "-out", "token.der",
            ])
            return try folder.read("token.der")
        }
    }

    /// A response that refuses, without a token (RFC 3161 §2.4.2).
    public static let refusal = tlv(0x30, tlv(0x30, tlv(0x02, [2])))

    public static let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
    public static let sha1: [UInt8] = [0x2B, 0x0E, 0x03, 0x02, 0x1A]

    // MARK: Parts

    private static func tlv(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        precondition(content.count < 256)
        return [tag] + (content.count < 0x80 ? [] : [0x81]) + [UInt8(content.count)] + content
    }

    private static func integer(_ value: Int) -> [UInt8] {
        let bytes = withUnsafeBytes(of: value.bigEndian) { Array($0) }
        let digits = Array(bytes.drop { $0 == 0 })
        return (digits.first ?? 0x80) >= 0x80 && value >= 0 ? [0] + digits : digits
    }

    private func run(_ arguments: [String]) throws {
        guard let command = Self.command else { throw Failure(description: "the openssl command isn't installed") }
        let run = try BuiltProgram.runOther(command, arguments, in: folder)
        guard run.status == 0 else { throw Failure(description: "openssl \(arguments): \(run.stderr)") }
    }

    private static func settings(_ flaw: Flaw) -> String {
        let purpose =
            switch flaw {
            case .noPurpose: ""
            case .purposeNotCritical: "extendedKeyUsage = timeStamping"
            case .otherPurpose: "extendedKeyUsage = critical, timeStamping, clientAuth"
            case .unknownPurpose: "extendedKeyUsage = critical, timeStamping, 1.2.3.4.5"
            default: "extendedKeyUsage = critical, timeStamping"
            }
        return """
            [req]
            distinguished_name = name
            prompt = no
            [name]
            CN = Nimi
            [root]
            basicConstraints = critical, CA:TRUE
            keyUsage = critical, keyCertSign
            subjectKeyIdentifier = hash
            [authority]
            basicConstraints = CA:FALSE
            keyUsage = critical, digitalSignature
            \(purpose)
            [stamping]
            serial = serial
            default_policy = 1.2.3.4.1
            digests = sha1, sha256, sha384, sha512
            tsa_name = yes
            ess_cert_id_alg = sha256

            """
    }
}
