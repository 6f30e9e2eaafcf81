extension RegisterSchema {
    /// The second schema: persons can be erased, and status lists closed.
    ///
    /// Tables that later steps add and that hold something of a person refer to `persons` with `ON DELETE CASCADE`:
    /// then it goes with the person.
    static let version2 = """
        -- Entries of the erasure journal that were followed. `is_clean` says that no trace was left in freed pages or
        -- in the write-ahead log.
        CREATE TABLE erasures (
            id TEXT PRIMARY KEY CHECK (length(id) = 36),
            erased_at INTEGER NOT NULL,
            is_clean INTEGER NOT NULL DEFAULT 0 CHECK (is_clean IN (0, 1))
        ) STRICT, WITHOUT ROWID;

        -- A closed list gives no more places: after a restoration nobody knows which of its places were given since.
        ALTER TABLE status_lists ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1));

        -- An award stays as it was signed, or becomes a tombstone when its link to the person is cut.
        DROP TRIGGER award_frozen;
        CREATE TRIGGER award_frozen BEFORE UPDATE OF
            id, badge, definition, once, level, awarded_date, activity_start, activity_end, hours, credits_earned,
            valid_until, format, replaces, signing_key, signed_at, signature_digest, sha256 ON awards
        WHEN NOT (NEW.person IS NULL
            AND NEW.id IS OLD.id AND NEW.badge IS OLD.badge AND NEW.definition IS OLD.definition
            AND NEW.once IS OLD.once AND NEW.awarded_date IS OLD.awarded_date AND NEW.valid_until IS OLD.valid_until
            AND NEW.format IS OLD.format AND NEW.replaces IS OLD.replaces AND NEW.signing_key IS OLD.signing_key
            AND NEW.signed_at IS OLD.signed_at AND NEW.signature_digest IS OLD.signature_digest
            AND NEW.level IS NULL AND NEW.activity_start IS NULL AND NEW.activity_end IS NULL AND NEW.hours IS NULL
            AND NEW.credits_earned IS NULL AND NEW.sha256 = zeroblob(32))
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;
        """
}
