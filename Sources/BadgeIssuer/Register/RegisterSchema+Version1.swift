extension RegisterSchema {
    /// The first schema.
    ///
    /// Days are ISO text, instants whole seconds since 1970, hours and credits hundredths, digests 32 bytes. The
    /// rules of the domain that SQL can carry stand here as constraints and triggers; a trigger's message is the
    /// code of the error it becomes.
    static let version1 = [
        people, definitions, keysAndStatusLists, awards, awardRules, audit,
    ].joined(separator: "\n")

    private static func isDay(_ column: String) -> String { "CHECK (date(\(column)) IS \(column))" }
    private static func isDigest(_ column: String) -> String { "CHECK (length(\(column)) = 32)" }
    private static func isCode(_ column: String) -> String {
        "CHECK (length(\(column)) BETWEEN 1 AND 64 AND \(column) NOT GLOB '*[^a-z0-9.-]*')"
    }

    private static let people = """
        CREATE TABLE register (
            number INTEGER PRIMARY KEY CHECK (number = 1),
            id TEXT NOT NULL CHECK (length(id) = 36),
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE persons (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
            passport_number TEXT NOT NULL UNIQUE
                CHECK (passport_number GLOB '????-????-????-[0-9A-Z]' AND passport_number NOT GLOB '*[^0-9A-HJKMNP-TV-Z-]*'),
            name TEXT CHECK (name <> ''),
            given_name TEXT CHECK (given_name <> ''),
            family_name TEXT CHECK (family_name <> ''),
            name_key TEXT CHECK (name_key <> ''),
            language TEXT CHECK (language <> ''),
            created_at INTEGER NOT NULL,
            changed_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX persons_by_name ON persons (name_key) WHERE name_key IS NOT NULL;

        CREATE TABLE identifiers (
            kind TEXT NOT NULL CHECK (kind IN ('email', 'student-id', 'did')),
            value TEXT NOT NULL CHECK (value <> ''),
            person INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
            PRIMARY KEY (kind, value),
            UNIQUE (person, kind)
        ) STRICT, WITHOUT ROWID;
        """

    private static let definitions = """
        CREATE TABLE badges (
            number INTEGER PRIMARY KEY,
            badge_base TEXT NOT NULL CHECK (badge_base <> ''),
            slug TEXT NOT NULL CHECK (length(slug) BETWEEN 2 AND 64 AND slug NOT GLOB '*[^a-z0-9-]*'),
            UNIQUE (badge_base, slug)
        ) STRICT;

        CREATE TABLE definitions (
            number INTEGER PRIMARY KEY,
            badge INTEGER NOT NULL REFERENCES badges,
            version INTEGER NOT NULL CHECK (version >= 1),
            achievement_id TEXT NOT NULL UNIQUE,
            digest BLOB NOT NULL \(isDigest("digest")),
            json BLOB NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
            valid_from TEXT \(isDay("valid_from")),
            valid_until TEXT \(isDay("valid_until")),
            repeatable INTEGER NOT NULL CHECK (repeatable IN (0, 1)),
            suspendable INTEGER NOT NULL CHECK (suspendable IN (0, 1)),
            recorded_at INTEGER NOT NULL,
            UNIQUE (badge, version),
            UNIQUE (number, badge)
        ) STRICT;

        CREATE TABLE definition_files (
            definition INTEGER NOT NULL REFERENCES definitions ON DELETE CASCADE,
            name TEXT NOT NULL CHECK (name <> '' AND name NOT GLOB '*/*'),
            bytes BLOB NOT NULL,
            PRIMARY KEY (definition, name)
        ) STRICT;

        CREATE TRIGGER definition_frozen BEFORE UPDATE ON definitions
        WHEN OLD.status <> 'draft' AND (
            NEW.badge IS NOT OLD.badge OR NEW.version IS NOT OLD.version
            OR NEW.achievement_id IS NOT OLD.achievement_id OR NEW.digest IS NOT OLD.digest
            OR NEW.json IS NOT OLD.json OR NEW.valid_from IS NOT OLD.valid_from
            OR NEW.repeatable IS NOT OLD.repeatable OR NEW.suspendable IS NOT OLD.suspendable)
        BEGIN SELECT RAISE(ABORT, 'register.definition-frozen'); END;

        CREATE TRIGGER definition_kept BEFORE DELETE ON definitions WHEN OLD.status <> 'draft'
        BEGIN SELECT RAISE(ABORT, 'register.definition-frozen'); END;

        CREATE TRIGGER definition_steps BEFORE UPDATE OF status ON definitions
        WHEN NEW.status <> OLD.status
            AND (OLD.status, NEW.status) NOT IN (VALUES ('draft', 'published'), ('published', 'retired'))
        BEGIN SELECT RAISE(ABORT, 'state.transition'); END;
        """

    private static let keysAndStatusLists = """
        CREATE TABLE signing_keys (
            number INTEGER PRIMARY KEY,
            verification_method TEXT NOT NULL UNIQUE CHECK (verification_method <> '')
        ) STRICT;

        CREATE TABLE status_lists (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            purpose TEXT NOT NULL CHECK (purpose IN ('revocation', 'suspension')),
            size INTEGER NOT NULL CHECK (size >= 131072 AND size % 8 = 0),
            allocated INTEGER NOT NULL DEFAULT 0 CHECK (allocated BETWEEN 0 AND size),
            created_at INTEGER NOT NULL,
            signed_bytes BLOB,
            content_digest BLOB \(isDigest("content_digest")),
            valid_from INTEGER,
            CHECK ((signed_bytes IS NULL) = (content_digest IS NULL) AND (signed_bytes IS NULL) = (valid_from IS NULL))
        ) STRICT;
        """

    private static let awards = """
        CREATE TABLE awards (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id GLOB 'urn:uuid:*' AND length(id) = 45),
            person INTEGER REFERENCES persons ON DELETE SET NULL,
            badge INTEGER NOT NULL,
            definition INTEGER NOT NULL,
            once INTEGER NOT NULL CHECK (once IN (0, 1)),
            level INTEGER CHECK (level BETWEEN 1 AND 4),
            awarded_date TEXT NOT NULL \(isDay("awarded_date")),
            activity_start TEXT \(isDay("activity_start")),
            activity_end TEXT \(isDay("activity_end")),
            hours INTEGER CHECK (hours > 0),
            credits_earned INTEGER CHECK (credits_earned >= 0),
            narrative TEXT,
            language TEXT NOT NULL CHECK (language <> ''),
            valid_until INTEGER,
            format TEXT NOT NULL CHECK (format IN ('json', 'jwt')),
            state TEXT NOT NULL CHECK (state IN ('issued', 'suspended', 'revoked', 'superseded')),
            state_reason TEXT \(isCode("state_reason")),
            state_at INTEGER NOT NULL,
            replaces TEXT REFERENCES awards (id) DEFERRABLE INITIALLY DEFERRED CHECK (replaces <> id),
            superseded_by TEXT REFERENCES awards (id) DEFERRABLE INITIALLY DEFERRED CHECK (superseded_by <> id),
            issued_by TEXT CHECK (issued_by <> ''),
            signing_key INTEGER NOT NULL REFERENCES signing_keys,
            signed_at INTEGER NOT NULL,
            signature_digest BLOB NOT NULL \(isDigest("signature_digest")),
            sha256 BLOB NOT NULL \(isDigest("sha256")),
            CHECK (activity_start <= activity_end),
            CHECK (activity_start <= awarded_date AND activity_end <= awarded_date),
            -- Helsinki is two or three hours ahead of UTC, so its day is never later than this.
            CHECK (awarded_date <= date(signed_at, 'unixepoch', '+3 hours')),
            CHECK ((superseded_by IS NULL) OR state = 'superseded'),
            FOREIGN KEY (definition, badge) REFERENCES definitions (number, badge)
        ) STRICT;
        CREATE UNIQUE INDEX one_live_award ON awards (person, badge)
            WHERE once = 1 AND state IN ('issued', 'suspended');
        CREATE INDEX awards_by_person ON awards (person, badge);
        CREATE INDEX awards_by_badge ON awards (badge, awarded_date);
        CREATE INDEX awards_by_replaced ON awards (replaces) WHERE replaces IS NOT NULL;
        CREATE INDEX awards_by_successor ON awards (superseded_by) WHERE superseded_by IS NOT NULL;

        CREATE TABLE signed_credentials (
            award INTEGER PRIMARY KEY REFERENCES awards,
            bytes BLOB NOT NULL CHECK (length(bytes) > 0)
        ) STRICT;

        CREATE TABLE evidence (
            award INTEGER NOT NULL REFERENCES awards,
            position INTEGER NOT NULL CHECK (position >= 0),
            id TEXT NOT NULL CHECK (id <> ''),
            kind TEXT NOT NULL
                CHECK (kind IN ('link', 'document', 'observation', 'demonstration', 'reflection', 'award')),
            name TEXT,
            description TEXT,
            url TEXT,
            sha256 BLOB \(isDigest("sha256")),
            captured_date TEXT \(isDay("captured_date")),
            PRIMARY KEY (award, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX evidence_by_digest ON evidence (sha256) WHERE sha256 IS NOT NULL;

        CREATE TABLE status_entries (
            list INTEGER NOT NULL REFERENCES status_lists,
            position INTEGER NOT NULL CHECK (position >= 0),
            award INTEGER REFERENCES awards,
            bit INTEGER NOT NULL DEFAULT 0 CHECK (bit IN (0, 1)),
            reason TEXT \(isCode("reason")),
            changed_at INTEGER,
            PRIMARY KEY (list, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX status_entries_by_award ON status_entries (award) WHERE award IS NOT NULL;
        CREATE INDEX status_entries_set ON status_entries (list, position) WHERE bit = 1;
        """

    private static let awardRules = """
        CREATE TRIGGER award_in_force BEFORE INSERT ON awards
        WHEN NOT EXISTS (
            SELECT 1 FROM definitions WHERE number = NEW.definition
            AND (status = 'published' OR (status = 'retired' AND NEW.replaces IS NOT NULL))
            AND NEW.awarded_date >= coalesce(valid_from, '0000-01-01')
            AND NEW.awarded_date <= coalesce(valid_until, '9999-12-31'))
        BEGIN SELECT RAISE(ABORT, 'register.definition-not-in-force'); END;

        CREATE TRIGGER award_has_person BEFORE INSERT ON awards WHEN NEW.person IS NULL OR NEW.state <> 'issued'
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;

        CREATE TRIGGER award_frozen BEFORE UPDATE OF
            id, badge, definition, once, level, awarded_date, activity_start, activity_end, hours, credits_earned,
            valid_until, format, replaces, signing_key, signed_at, signature_digest, sha256 ON awards
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;

        CREATE TRIGGER award_kept BEFORE DELETE ON awards
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;

        CREATE TRIGGER award_person BEFORE UPDATE OF person ON awards WHEN NEW.person IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;

        CREATE TRIGGER award_steps BEFORE UPDATE OF state ON awards
        WHEN NEW.state <> OLD.state AND (
            (OLD.state, NEW.state) NOT IN (VALUES
                ('issued', 'suspended'), ('suspended', 'issued'), ('issued', 'revoked'), ('suspended', 'revoked'),
                ('issued', 'superseded'), ('suspended', 'superseded'))
            OR (NEW.state = 'suspended' AND NOT (SELECT suspendable FROM definitions WHERE number = NEW.definition)))
        BEGIN SELECT RAISE(ABORT, 'state.transition'); END;

        CREATE TRIGGER signed_bytes_frozen BEFORE UPDATE ON signed_credentials
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;

        CREATE TRIGGER status_entry_in_list BEFORE INSERT ON status_entries
        WHEN NEW.position >= (SELECT size FROM status_lists WHERE number = NEW.list)
        BEGIN SELECT RAISE(ABORT, 'register.status-entry'); END;

        CREATE TRIGGER status_entry_given_once BEFORE UPDATE OF list, position, award ON status_entries
        WHEN NEW.list IS NOT OLD.list OR NEW.position IS NOT OLD.position
            OR (OLD.award IS NOT NULL AND NEW.award IS NOT OLD.award)
        BEGIN SELECT RAISE(ABORT, 'register.status-entry'); END;

        CREATE TRIGGER status_entry_kept BEFORE DELETE ON status_entries
        BEGIN SELECT RAISE(ABORT, 'register.status-entry'); END;

        CREATE TRIGGER revocation_is_final BEFORE UPDATE OF bit ON status_entries
        WHEN OLD.bit = 1 AND NEW.bit = 0
            AND (SELECT purpose FROM status_lists WHERE number = OLD.list) = 'revocation'
        BEGIN SELECT RAISE(ABORT, 'state.transition'); END;
        """

    private static let audit = """
        CREATE TABLE audit_entries (
            sequence INTEGER PRIMARY KEY CHECK (sequence >= 0),
            json BLOB NOT NULL,
            hash BLOB NOT NULL \(isDigest("hash"))
        ) STRICT;

        -- The salts open the commitments of an entry. A person's go with the person, all of them when the time is over.
        CREATE TABLE audit_salts (
            entry INTEGER NOT NULL REFERENCES audit_entries,
            position INTEGER NOT NULL CHECK (position >= 0),
            person INTEGER REFERENCES persons ON DELETE CASCADE,
            who TEXT,
            salt BLOB NOT NULL CHECK (length(salt) = 16),
            PRIMARY KEY (entry, position),
            CHECK ((person IS NULL) <> (who IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX audit_salts_by_person ON audit_salts (person) WHERE person IS NOT NULL;

        CREATE TABLE checkpoints (
            number INTEGER PRIMARY KEY,
            count INTEGER NOT NULL CHECK (count >= 0),
            hash BLOB NOT NULL \(isDigest("hash")),
            at INTEGER NOT NULL,
            signed_bytes BLOB NOT NULL
        ) STRICT;

        CREATE TRIGGER audit_frozen BEFORE UPDATE ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;

        CREATE TRIGGER audit_kept BEFORE DELETE ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;
        """
}
