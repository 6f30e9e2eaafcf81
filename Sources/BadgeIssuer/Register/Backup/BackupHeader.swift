import Cryptography
import Encodings

/// A backup's first line: what it is and how its key is made of the passphrase. Every part is bound to it.
final class BackupHeader {
    static let format = "passport.backup/1"
    /// What a part holds before it is encrypted; the last may hold less.
    static let partBytes = 65_536
    static let maxBytes = 1024
    private static let cipher = "AES-256-GCM"
    private static let saltBytes = 16

    /// With its line end.
    let line: [UInt8]
    private var keys: [UInt8]

    deinit { wipe(&keys) }

    var cipher: AES256GCM { get throws(KeyError) { try AES256GCM(key: Array(keys[..<AES256GCM.keyByteCount])) } }
    /// What each part is authenticated with.
    var digest: [UInt8] { SHA256.hash(line) }

    /// A new backup's.
    init(_ passphrase: Passphrase) throws(KeyError) {
        let salt = try Randomness.bytes(Self.saltBytes)
        keys = try Self.keys(passphrase, salt)
        var object = Self.json(salt: salt)
        object["check"] = .string(Self.check(object, keys))
        line = JCS.canonicalize(.object(object)) + [UInt8(ascii: "\n")]
    }

    /// - Throws: `BackupError` `backup.not-a-backup`, `backup.unsupported`, `backup.wrong-passphrase`; `KeyError`.
    init(reading line: [UInt8], _ passphrase: Passphrase) throws {
        guard line.last == UInt8(ascii: "\n"), var object = try? JSONParser.parse(line).objectValue,
            let format = object["format"]?.stringValue, format.hasPrefix("passport.backup/")
        else {
            throw BackupError(
                .notABackup, "The file is no backup of a workspace.",
                hint: "Name a file that `passportctl register backup` wrote.")
        }
        let check = object["check"]?.stringValue
        object = object.removing("check")
        guard format == Self.format, let salt = object["salt"]?.stringValue.flatMap({ try? Multibase.decode($0) }),
            salt.count == Self.saltBytes,
            JCS.canonicalize(.object(object)) == JCS.canonicalize(.object(Self.json(salt: salt)))
        else {
            // The cost too is fixed: a stranger's file could ask for hours.
            throw BackupError(
                .unsupported, "The backup is of a kind that this version of the program doesn't read.",
                hint: "Use the version of passportctl that wrote it, or a newer one.")
        }
        keys = try Self.keys(passphrase, salt)
        self.line = line
        guard let check, constantTimeEqual(Array(check.utf8), Array(Self.check(object, keys).utf8)) else {
            throw BackupError(
                .wrongPassphrase, "The passphrase doesn't open the backup.",
                hint: "It is the one that the backup was made with, which need not be the one of the keys.")
        }
    }

    private static func keys(_ passphrase: Passphrase, _ salt: [UInt8]) throws(KeyError) -> [UInt8] {
        try PassphraseKey.derive(passphrase, salt: salt, count: AES256GCM.keyByteCount + 32)
    }

    /// Tells a wrong passphrase from a damaged part.
    private static func check(_ object: JSONObject, _ keys: [UInt8]) -> String {
        let code = HMACSHA256.code(
            for: JCS.canonicalize(.object(object)), key: Array(keys[AES256GCM.keyByteCount...]))
        return Multibase.encode(code, as: .base64url)
    }

    private static func json(salt: [UInt8]) -> JSONObject {
        let cost = PassphraseKey.cost
        return [
            "format": .string(format), "cipher": .string(cipher), "partBytes": .number(JSONNumber(partBytes)),
            "kdf": "scrypt", "n": .number(JSONNumber(Int(cost.n))), "r": .number(JSONNumber(Int(cost.r))),
            "p": .number(JSONNumber(Int(cost.p))), "salt": .string(Multibase.encode(salt, as: .base64url)),
        ]
    }
}
