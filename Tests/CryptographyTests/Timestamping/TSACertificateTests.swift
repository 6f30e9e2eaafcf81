import Cryptography
import Encodings
import TestSupport
import Testing

/// The certificates that a receiver pins for time stamps.
@Suite("Certificates of time stamping authorities", .needsOpenSSLCommand)
struct TSACertificateTests {
    private static let authority = Result { try TimeAuthority() }

    @Test("A root and an authority's own certificate are read, from PEM and DER, with what people compare")
    func read() throws {
        let authority = try Self.authority.get()
        let root = try TSACertificate(pem: authority.root)
        #expect(root.subject == "CN=Aikajuuri,C=FI")
        #expect(try TSACertificate(file: authority.rootDER) == root)
        #expect(try TSACertificate(file: authority.root) == root)
        #expect(try TSACertificate(file: Array("Aikajuuri:\n".utf8) + authority.root) == root)
        #expect(try root.der == authority.rootDER)
        #expect(root.validFrom <= Timestamp.now() && root.validUntil > root.validFrom.adding(seconds: 364 * 86_400))
        let folder = try ScratchFolder()
        try folder.write("root.pem", authority.root)
        let told = try BuiltProgram.runOther(
            OpenSSLCommand.path ?? "", ["x509", "-in", "root.pem", "-noout", "-fingerprint", "-sha256"], in: folder)
        #expect(told.stdout.contains(root.fingerprint))
        #expect(try TSACertificate(pem: authority.certificate).subject == "CN=Aikaleimapalvelu,O=Aika Oy,C=FI")
    }

    @Test("What is no one certificate is refused")
    func refused() throws {
        let authority = try Self.authority.get()
        let (pem, der) = (try authority.root, try authority.rootDER)
        let key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
        for bytes in [
            [], Array("hello".utf8), Array(pem.dropLast(40)), pem + pem, Array(key.utf8), Array(key.utf8) + pem,
            Array(der.dropLast()), der + [0], [UInt8](repeating: 0x41, count: TSACertificate.maxBytes + 1),
        ] {
            #expect(throws: TimestampError(.certificate, "")) { try TSACertificate(file: bytes) }
        }
    }
}
