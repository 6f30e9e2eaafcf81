import Encodings
import GRDB

extension Register {
    /// Finishes what was begun before: called whenever the register is opened for writing.
    ///
    /// - Throws: `RegisterError` `register.erasures` when the journal can't be followed.
    func finishErasures() throws {
        do {
            try followErasures()
        } catch let error as any CodedError where !(error is RegisterError) {
            throw RegisterError(
                .erasures, "The erasure journal beside the register can't be followed: \(error.message)",
                hint: error.hint, cause: error.codeText)
        }
        // Whoever reads now only delays it; the command that opens the register has other work.
        try? removeTraces(patienceSeconds: 0.2)
    }

    /// Follows the entries of the erasure journal that the register hasn't followed: a command was ended between the
    /// two, or the register is an older copy.
    ///
    /// - Parameter now: what the audit trail says; the entries' own time unless given.
    /// - Returns: how many were followed.
    @discardableResult
    func followErasures(at now: Timestamp? = nil) throws -> Int {
        let journal = ErasureJournal(beside: path)
        guard journal.exists else { return 0 }
        let entries = try journal.entries()
        let open = try read { try $0.unfollowed(entries) }
        if !open.isEmpty {
            try write { transaction in
                for entry in open { try transaction.follow(entry, at: now ?? entry.at) }
            }
        }
        return open.count
    }

    /// Leaves no byte of those who were erased in the register's files: free pages, gaps within pages, the write-ahead
    /// log, and copies kept beside it.
    ///
    /// `secure_delete` overwrites what is deleted, but not what SQLite left behind when it moved it before. So the
    /// whole file is written anew, which takes about a second for each 100 MB.
    ///
    /// - Throws: `ErasureError` `erasure.traces` when somebody reads or writes the register for too long.
    package func removeTraces(patienceSeconds: Double = Register.busyTimeoutSeconds) throws {
        guard try read({ try $0.needsCleaning() }) else { return }
        do {
            try withoutTransaction { db in
                try db.execute(sql: "PRAGMA busy_timeout = \(Int(patienceSeconds * 1000))")
                defer { try? db.execute(sql: "PRAGMA busy_timeout = \(Int(Register.busyTimeoutSeconds * 1000))") }
                try db.execute(sql: "VACUUM")
                try db.checkpoint(.truncate)
            }
            RegisterCopy.removeAll(beside: path)
            try write { try $0.recordCleaning() }
        } catch {
            throw ErasureError(
                .traces, "The person is erased, and traces may still be in the register's file and its log.",
                hint: "Another command reads the register. When it has ended, run any command that writes, or this one "
                    + "again: it finishes the work.",
                cause: (error as? any CodedError)?.codeText ?? RegisterError(sqlite: error).codeText)
        }
    }
}
