import Cryptography
import Encodings

/// How a part stands in the file: its number and whether it is the last, its length, then text and tag.
///
/// Number and last-mark make the nonce, so that no part can stand in another's place, and the end can't be cut off or
/// moved (the construction is STREAM, Hoang, Reyhanitabar, Rogaway, Vizár 2015).
enum BackupPart {
    static let headBytes = 13
    static let maxSealedBytes = BackupHeader.partBytes + AES256GCM.tagByteCount

    static func head(number: UInt64, isLast: Bool, length: Int) -> [UInt8] {
        bigEndian(number, count: 8) + [isLast ? 1 : 0] + bigEndian(UInt64(length), count: 4)
    }

    static func nonce(number: UInt64, isLast: Bool) -> [UInt8] {
        [isLast ? 1 : 0, 0, 0, 0] + bigEndian(number, count: 8)
    }

    static func bigEndian(_ value: UInt64, count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (count - 1 - $0))) }
    }

    static func number(_ bytes: some Collection<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

/// Encrypts what is appended, part by part.
final class BackupSealer {
    private let cipher: AES256GCM
    private let digest: [UInt8]
    private let file: FileDraft
    private var number: UInt64 = 0
    private var open: [UInt8] = []

    /// Writes the header at once.
    init(_ header: BackupHeader, into file: FileDraft) throws {
        cipher = try header.cipher
        digest = header.digest
        self.file = file
        open.reserveCapacity(BackupHeader.partBytes * 2)
        try file.append(header.line)
    }

    deinit { wipe(&open) }

    func append(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            // A full part waits until more comes, for the last one is marked.
            if open.count == BackupHeader.partBytes { try write(isLast: false) }
            let taken = rest.prefix(BackupHeader.partBytes - open.count)
            open += taken
            rest = rest.dropFirst(taken.count)
        }
    }

    func finish() throws { try write(isLast: true) }

    private func write(isLast: Bool) throws {
        let sealed = try cipher.seal(
            open, nonce: BackupPart.nonce(number: number, isLast: isLast), data: digest)
        try file.append(BackupPart.head(number: number, isLast: isLast, length: sealed.count))
        try file.append(sealed)
        number += 1
        wipe(&open)
        open.removeAll(keepingCapacity: true)
    }
}

/// Decrypts a backup, handing out only what is genuine and in its place.
final class BackupOpener {
    private let cipher: AES256GCM
    private let digest: [UInt8]
    private let source: (Int) throws -> [UInt8]
    private var number: UInt64 = 0
    private var hasEnded = false
    private var open: [UInt8] = []
    private var place = 0

    /// - Parameter source: reads at most that many bytes; fewer only at the file's end.
    init(_ source: @escaping (Int) throws -> [UInt8], passphrase: Passphrase) throws {
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n"), line.count < BackupHeader.maxBytes {
            let byte = try source(1)
            guard !byte.isEmpty else { break }
            line += byte
        }
        let header = try BackupHeader(reading: line, passphrase)
        cipher = try header.cipher
        digest = header.digest
        self.source = source
    }

    deinit { wipe(&open) }

    /// The next bytes, exactly that many.
    ///
    /// - Throws: `BackupError` of the parts; `backup.contents` when the backup ends before.
    func read(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            if place == open.count {
                guard !hasEnded else { throw BackupError.unusable(.contents, "it ends in the middle of a file") }
                try next()
            }
            let taken = open[place..<min(open.count, place + count - bytes.count)]
            bytes += taken
            place += taken.count
        }
        return bytes
    }

    /// Makes sure that nothing follows.
    func finish() throws {
        while !hasEnded, place == open.count { try next() }
        guard place == open.count else { throw BackupError.unusable(.contents, "something follows its end") }
        guard try source(1).isEmpty else { throw BackupError.unusable(.changed, "something was added at its end") }
    }

    private func next() throws {
        let head = try source(BackupPart.headBytes)
        guard head.count == BackupPart.headBytes else { throw Self.truncated }
        let length = Int(BackupPart.number(head[9...]))
        guard head[8] <= 1, (AES256GCM.tagByteCount...BackupPart.maxSealedBytes).contains(length) else {
            throw changed
        }
        guard BackupPart.number(head[..<8]) == number else {
            throw BackupError.unusable(
                .reordered, "part \(number) isn't at its place; parts are missing or were exchanged")
        }
        let isLast = head[8] == 1
        let sealed = try source(length)
        guard sealed.count == length else { throw Self.truncated }
        guard let plain = cipher.open(sealed, nonce: BackupPart.nonce(number: number, isLast: isLast), data: digest)
        else { throw changed }
        wipe(&open)
        open = plain
        place = 0
        number += 1
        hasEnded = isLast
    }

    private var changed: BackupError { .unusable(.changed, "part \(number) isn't what was written") }
    private static let truncated = BackupError.unusable(.truncated, "the file ends before the backup does")
}
