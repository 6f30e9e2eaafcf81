import Encodings
import GRDB
import Glibc

/// Consistent copies of the register while others go on writing it, readable for their owner alone.
///
/// A copy has no free pages: what was deleted isn't in it.
enum RegisterCopy {
    /// The file that keeps the register as it was before a migration.
    static func pathBeforeMigration(of path: String, from version: Int) -> String { "\(path).schema-\(version)" }

    /// Keeps the register beside itself before it is brought from an older schema to a newer one.
    static func keep(_ path: String, before version: Int, busyTimeout: Double) throws {
        let draft = draftPath(of: path)
        let file = try makeDraft(draft, of: path, busyTimeout: busyTimeout)
        defer { close(file) }
        do {
            let found = try RegisterFile.inspect(at: draft, busyTimeout: busyTimeout) { db in
                try RegisterSchema.version(of: db, at: path)
            }
            // Another process may have migrated meanwhile, and kept its own copy.
            guard found == version else {
                unlink(draft)
                return
            }
            let kept = pathBeforeMigration(of: path, from: version)
            guard fsync(file) == 0, rename(draft, kept) == 0 else {
                throw RegisterError(
                    .diskFull, "The register \"\(path)\" couldn't be copied before bringing it up to date.",
                    hint: "Make room beside it, and run the command again; the register is as it was.",
                    cause: String(cString: strerror(errno)))
            }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// An open copy that has no name any more, so that it is gone when it is closed, however the program ends.
    ///
    /// - Parameter look: sees the copy as a database while it still has its name.
    /// - Returns: a descriptor; the caller closes it.
    static func open(_ path: String, busyTimeout: Double, _ look: (Database) throws -> Void) throws -> Int32 {
        removeDrafts(beside: path)
        let draft = draftPath(of: path)
        do {
            let file = try makeDraft(draft, of: path, busyTimeout: busyTimeout)
            defer { unlink(draft) }
            do {
                try RegisterFile.inspect(at: draft, busyTimeout: busyTimeout, look)
                return file
            } catch {
                close(file)
                throw error
            }
        } catch { throw RegisterError(sqlite: error, path: path) }
    }

    /// Removes copies that were made before migrations, and what an ended program left.
    ///
    /// - Returns: the names of those that were kept before migrations.
    @discardableResult
    static func removeAll(beside path: String) -> [String] {
        removeDrafts(beside: path)
        let prefix = "\(name(of: path)).schema-"
        return entries(beside: path).filter { $0.hasPrefix(prefix) && unlink("\(folder(of: path))/\($0)") == 0 }
    }

    private static func removeDrafts(beside path: String) {
        let prefix = ".\(name(of: path))."
        for entry in entries(beside: path) where entry.hasPrefix(prefix) && entry.hasSuffix(".copy") {
            // A copy in the making is a lock's width old; one that nobody holds was left by a program that was ended.
            let path = "\(folder(of: path))/\(entry)"
            let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
            guard file >= 0 else { continue }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(file)
        }
    }

    private static func makeDraft(_ draft: String, of path: String, busyTimeout: Double) throws -> Int32 {
        let file = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw RegisterError(
                .cannotOpen, "The register \"\(path)\" can't be copied.",
                hint: "Check that you may write in its folder, and that there is room.",
                cause: String(cString: strerror(errno)))
        }
        flock(file, LOCK_EX)
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(busyTimeout)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            // Into the empty file that is ours alone already: SQLite keeps its rights.
            try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
            var status = stat()
            guard fstat(file, &status) == 0, status.st_size > 0 else {
                throw RegisterError(.inputOutput, "The copy of the register \"\(path)\" vanished while it was made.")
            }
            return file
        } catch {
            unlink(draft)
            close(file)
            throw error
        }
    }

    private static func draftPath(of path: String) -> String {
        "\(folder(of: path))/.\(name(of: path)).\(String(UInt64.random(in: .min ... .max), radix: 36)).copy"
    }

    private static func entries(beside path: String) -> [String] {
        (try? FolderHandle(opening: folder(of: path)).names()) ?? []
    }

    private static func folder(of path: String) -> String { FolderPath.folder(of: path) }
    private static func name(of path: String) -> String { FolderPath.lastName(of: path) }
}
