public import Cryptography
import Encodings
import Glibc

/// An organisation's keys as files: `<fragment>.pem` for the private key, `<fragment>.jwk` for the public one.
public enum KeyFiles {
    /// Writes both files of a new key: the private one for its owner only, the public one for all.
    ///
    /// - Parameter fragment: what follows `#` in the key's DID URL, for example `ed25519-1`.
    /// - Parameter passphrase: nothing leaves the private key unencrypted.
    /// - Throws: `KeyFileError` `key-file.name`, `key-file.exists`, `key-file.unwritable`, `key-file.key`; then
    ///   neither file was left behind.
    public static func write(
        _ key: PrivateKey, fragment: String, folder: String, passphrase: Passphrase?
    ) throws(KeyFileError) {
        let (privatePath, publicPath) = try paths(fragment: fragment, folder: folder)
        var pem: [UInt8]
        do {
            pem = try key.pem(passphrase: passphrase)
        } catch {
            throw KeyFileError(
                .key, "The key \"\(fragment)\" couldn't be put into a file.", hint: error.hint, cause: error.description
            )
        }
        defer { wipe(&pem) }
        try SecretFile.create(privatePath, mode: S_IRUSR | S_IWUSR, bytes: pem)
        do throws(KeyFileError) {
            try SecretFile.create(
                publicPath, mode: S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH,
                bytes: JSONWriter.pretty(.object(key.publicKey.jwk)))
        } catch {
            unlink(privatePath)
            throw error
        }
        SecretFile.syncFolder(folder)
    }

    /// The private key of that name.
    ///
    /// - Throws: `KeyFileError` of `SecretFile.read`, `key-file.name`, `key-file.passphrase`, `key-file.key`, and
    ///   `key-file.public-mismatch` when the public file beside it holds another key.
    public static func readPrivate(
        fragment: String, folder: String, passphrase: Passphrase?
    ) throws(KeyFileError) -> PrivateKey {
        let (privatePath, publicPath) = try paths(fragment: fragment, folder: folder)
        let key = try readPrivate(privatePath, passphrase: passphrase)
        // A private key alone is whole; a public file that is there must be its other half.
        guard access(publicPath, F_OK) == 0 else { return key }
        guard try key.publicKey == readPublic(publicPath) else {
            throw KeyFileError(
                .publicMismatch, "\"\(privatePath)\" and \"\(publicPath)\" are not the two halves of one key.",
                hint: "Restore both files from a backup of the keys folder.")
        }
        return key
    }

    /// The private key in a PEM file of any name.
    ///
    /// - Throws: as `readPrivate(fragment:folder:passphrase:)`.
    public static func readPrivate(_ path: String, passphrase: Passphrase?) throws(KeyFileError) -> PrivateKey {
        var pem = try SecretFile.read(path)
        defer { wipe(&pem) }
        do {
            return try PrivateKey(pem: pem, passphrase: passphrase)
        } catch {
            switch error.code {
            case .passphraseMissing, .wrongPassphrase:
                throw KeyFileError(
                    .passphrase,
                    error.code == .wrongPassphrase
                        ? "The passphrase doesn't open \"\(path)\"."
                        : "\"\(path)\" is encrypted, and no passphrase was given.",
                    hint: error.hint, cause: error.description)
            default:
                throw KeyFileError(
                    .key, "The key in \"\(path)\" can't be used.", hint: error.hint, cause: error.description)
            }
        }
    }

    /// The public key of that name.
    ///
    /// - Throws: `KeyFileError` of `SecretFile.read` but for privacy, `key-file.name`, `key-file.key`.
    public static func readPublic(fragment: String, folder: String) throws(KeyFileError) -> PublicKey {
        try readPublic(try paths(fragment: fragment, folder: folder).publicPath)
    }

    private static func readPublic(_ path: String) throws(KeyFileError) -> PublicKey {
        let bytes = try SecretFile.read(path, isSecret: false)
        do {
            guard let jwk = try JSONParser.parse(bytes).objectValue else {
                throw KeyFileError(.key, "\"\(path)\" doesn't hold a JWK.")
            }
            return try PublicKey(jwk: jwk)
        } catch let error as KeyFileError {
            throw error
        } catch {
            throw KeyFileError(.key, "The key in \"\(path)\" can't be used.", cause: String(describing: error))
        }
    }

    /// Names are plain, so that no name leads out of the folder.
    static func isFragment(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "-")
            && text.utf8.allSatisfy { DIDSyntax.isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    private static func paths(
        fragment: String, folder: String
    ) throws(KeyFileError) -> (privatePath: String, publicPath: String) {
        guard isFragment(fragment) else {
            throw KeyFileError(
                .name, "A key can't be called \"\(fragment)\".",
                hint: "Use small letters, digits and hyphens, for example ed25519-2.")
        }
        let stem = folder.isEmpty ? fragment : "\(folder)/\(fragment)"
        return (stem + ".pem", stem + ".jwk")
    }
}
