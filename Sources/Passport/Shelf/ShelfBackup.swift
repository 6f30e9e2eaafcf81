package import Cryptography
import Encodings
import Glibc

/// A shelf in one encrypted file: key, badges and ledger, as of one moment.
///
/// The first line says how the key is made of the passphrase; what follows is the database, encrypted and authenticated
/// together with that line. Every backup has a key of its own, so that one nonce serves.
package enum ShelfBackup {
    static let format = "passport.shelf-backup/1"
    /// Five thousand badges with their pictures.
    static let maxBytes = 512 << 20
    private static let maxLineBytes = 1024
    private static let saltBytes = 16
    private static let cipher = "AES-256-GCM"
    private static let nonce = [UInt8](repeating: 0, count: AES256GCM.nonceByteCount)

    /// Writes a backup, mode 0600, whole or not at all.
    ///
    /// - Parameter replaces: whether an existing file may be replaced.
    /// - Throws: `ShelfError`, `KeyError`; `ReceiverError` `file.exists`, `file.unwritable`, `file.no-space`.
    package static func write(_ shelf: Shelf, to path: String, passphrase: Passphrase, replaces: Bool = false) throws {
        var image = try shelf.image()
        defer { wipe(&image) }
        let sealed = try seal(image, passphrase)
        try put(sealed, at: path, replaces: replaces) {
            ReceiverError(
                .exists, "There already is a file \(InputFile.name(path)); it was left as it is.",
                hint: "Choose another name, or say --force.")
        }
    }

    /// Makes a shelf of a backup, whole or not at all.
    ///
    /// - Returns: the shelf's DID.
    /// - Throws: `shelf.not-a-backup`, `shelf.backup-unsupported`, `shelf.backup-passphrase`, `shelf.backup-damaged`,
    ///   `shelf.newer-schema`, `shelf.already-exists`; `ReceiverError` for the files.
    package static func restore(_ backup: String, to path: String, passphrase: Passphrase) throws -> String {
        let sealed = try InputFile.read(backup, limit: maxBytes)
        var image = try open(sealed, passphrase, name: InputFile.name(backup))
        defer { wipe(&image) }
        let did: String
        do throws(ShelfError) {
            did = try Shelf.check(image: image, named: backup)
        } catch {
            guard error.code == .newerSchema else { throw damaged(InputFile.name(backup), cause: error.codeText) }
            throw ShelfError(
                .newerSchema, "The shelf in the backup was written by a newer version of the program.",
                hint: "Install the newer version of passportctl; nothing was restored.")
        }
        try put(image, at: path, replaces: false) { ShelfFile.alreadyExists(path) }
        return did
    }

    // MARK: Sealing

    static func seal(_ image: [UInt8], _ passphrase: Passphrase) throws(KeyError) -> [UInt8] {
        let salt = try Randomness.bytes(saltBytes)
        var keys = try keys(passphrase, salt)
        defer { wipe(&keys) }
        var header = header(salt: salt)
        header["check"] = .string(check(header, keys))
        let line = JCS.canonicalize(.object(header)) + [UInt8(ascii: "\n")]
        return try line + cipher(keys).seal(image, nonce: nonce, data: SHA256.hash(line))
    }

    static func open(_ sealed: [UInt8], _ passphrase: Passphrase, name: String) throws -> [UInt8] {
        guard let end = sealed.prefix(maxLineBytes).firstIndex(of: UInt8(ascii: "\n")),
            var header = try? JSONParser.parse(Array(sealed[..<end])).objectValue,
            let format = header["format"]?.stringValue, format.hasPrefix("passport.shelf-backup/")
        else {
            throw ShelfError(
                .notABackup, "\(name) is no backup of a shelf.",
                hint: "Name a file that `passportctl passport backup` wrote.")
        }
        let found = header["check"]?.stringValue
        header = header.removing("check")
        guard format == Self.format,
            let salt = header["salt"]?.stringValue.flatMap({ try? Multibase.decode($0) }), salt.count == saltBytes,
            // The cost too is fixed: a stranger's file could ask for hours.
            JCS.canonicalize(.object(header)) == JCS.canonicalize(.object(Self.header(salt: salt)))
        else {
            throw ShelfError(
                .backupUnsupported, "\(name) is a backup of a kind that this version of the program doesn't read.",
                hint: "Use the version of passportctl that wrote it, or a newer one.")
        }
        var keys = try keys(passphrase, salt)
        defer { wipe(&keys) }
        guard let found, constantTimeEqual(Array(found.utf8), Array(check(header, keys).utf8)) else {
            throw ShelfError(
                .backupPassphrase, "The passphrase doesn't open the backup \(name).",
                hint: "It is the one that the backup was made with, which need not be the one of your key.")
        }
        let line = Array(sealed[...end])
        guard let image = try cipher(keys).open(Array(sealed[(end + 1)...]), nonce: nonce, data: SHA256.hash(line))
        else { throw damaged(name) }
        return image
    }

    private static func cipher(_ keys: [UInt8]) throws(KeyError) -> AES256GCM {
        try AES256GCM(key: Array(keys[..<AES256GCM.keyByteCount]))
    }

    private static func keys(_ passphrase: Passphrase, _ salt: [UInt8]) throws(KeyError) -> [UInt8] {
        try PassphraseKey.derive(passphrase, salt: salt, count: AES256GCM.keyByteCount + 32)
    }

    /// Tells a wrong passphrase from a damaged file.
    private static func check(_ header: JSONObject, _ keys: [UInt8]) -> String {
        let code = HMACSHA256.code(
            for: JCS.canonicalize(.object(header)), key: Array(keys[AES256GCM.keyByteCount...]))
        return Multibase.encode(code, as: .base64url)
    }

    private static func header(salt: [UInt8]) -> JSONObject {
        let cost = PassphraseKey.cost
        return [
            "format": .string(format), "cipher": .string(cipher), "kdf": "scrypt",
            "n": .number(JSONNumber(Int(cost.n))), "r": .number(JSONNumber(Int(cost.r))),
            "p": .number(JSONNumber(Int(cost.p))), "salt": .string(Multibase.encode(salt, as: .base64url)),
        ]
    }

    private static func damaged(_ name: String, cause: String? = nil) -> ShelfError {
        ShelfError(
            .backupDamaged, "The backup \(name) isn't what was written: it was cut short or changed.",
            hint: "Copy it again, or take an earlier one; nothing was restored.", cause: cause)
    }

    // MARK: Files

    private static func put(
        _ bytes: [UInt8], at path: String, replaces: Bool, exists: () -> any Error
    ) throws {
        guard InputFile.kind(of: path) == .missing || replaces else { throw exists() }
        try OutputFile.checkFile(path)
        do throws(DraftFile.Failure) {
            var draft = try DraftFile(of: path, mode: 0o600)
            try draft.write(bytes)
            try draft.sync()
            guard try draft.put(as: path, replacing: replaces) else { throw DraftFile.Failure(number: EEXIST) }
        } catch {
            guard error.number != EEXIST else { throw exists() }
            throw OutputFile.failure(path, error.number)
        }
    }
}
