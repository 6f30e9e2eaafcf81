extension RegisterSchema {
    /// Transcripts, and challenges by which learners prove that a DID is theirs.
    ///
    /// Of a transcript stay, when the person goes, the id, its place in a status list and its signature's digest: so it
    /// can be withdrawn and, if the key is ever stolen, told from a forgery. The file itself goes with the person.
    static let version5 = [transcripts, challenges, reissues].joined(separator: "\n")

    private static let transcripts = """
        CREATE TABLE transcripts (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id GLOB 'urn:uuid:*' AND length(id) = 45),
            person INTEGER REFERENCES persons ON DELETE SET NULL,
            list INTEGER NOT NULL,
            position INTEGER NOT NULL,
            signing_key INTEGER NOT NULL REFERENCES signing_keys,
            signed_at INTEGER NOT NULL,
            signature_digest BLOB NOT NULL CHECK (length(signature_digest) = 32),
            UNIQUE (list, position),
            FOREIGN KEY (list, position) REFERENCES status_entries (list, position)
        ) STRICT;
        CREATE INDEX transcripts_by_person ON transcripts (person) WHERE person IS NOT NULL;

        CREATE TABLE transcript_files (
            transcript INTEGER PRIMARY KEY REFERENCES transcripts,
            person INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
            -- Of what was asked for, to see whether the same is asked again.
            content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
            bytes BLOB NOT NULL CHECK (length(bytes) > 0)
        ) STRICT;
        CREATE INDEX transcript_files_by_person ON transcript_files (person);

        CREATE TRIGGER transcript_frozen BEFORE UPDATE OF
            id, list, position, signing_key, signed_at, signature_digest ON transcripts
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;

        CREATE TRIGGER transcript_person BEFORE UPDATE OF person ON transcripts WHEN NEW.person IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;

        CREATE TRIGGER transcript_kept BEFORE DELETE ON transcripts
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;

        CREATE TRIGGER transcript_file_frozen BEFORE UPDATE ON transcript_files
        BEGIN SELECT RAISE(ABORT, 'register.award-frozen'); END;

        -- A place belongs to an award or to a transcript.
        CREATE TRIGGER transcript_place BEFORE INSERT ON transcripts
        WHEN (SELECT award FROM status_entries WHERE list = NEW.list AND position = NEW.position) IS NOT NULL
            OR (SELECT purpose FROM status_lists WHERE number = NEW.list) IS NOT 'revocation'
        BEGIN SELECT RAISE(ABORT, 'register.status-entry'); END;

        CREATE TRIGGER transcript_place_taken BEFORE UPDATE OF award ON status_entries
        WHEN NEW.award IS NOT NULL
            AND EXISTS (SELECT 1 FROM transcripts WHERE list = NEW.list AND position = NEW.position)
        BEGIN SELECT RAISE(ABORT, 'register.status-entry'); END;
        """

    private static let challenges = """
        CREATE TABLE binding_challenges (
            number INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
            did TEXT NOT NULL CHECK (did GLOB 'did:*'),
            challenge TEXT NOT NULL UNIQUE CHECK (length(challenge) = 43 AND challenge NOT GLOB '*[^A-Za-z0-9_-]*'),
            made_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL CHECK (ends_at > made_at),
            used_at INTEGER
        ) STRICT;
        CREATE INDEX binding_challenges_by_person ON binding_challenges (person);

        CREATE TRIGGER challenge_used_once BEFORE UPDATE ON binding_challenges
        WHEN OLD.used_at IS NOT NULL OR NEW.person IS NOT OLD.person OR NEW.did IS NOT OLD.did
            OR NEW.challenge IS NOT OLD.challenge OR NEW.made_at IS NOT OLD.made_at OR NEW.ends_at IS NOT OLD.ends_at
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;
        """

    /// A badge that was retired is still issued anew in another form to who has it: the same version, of the same day.
    private static let reissues = """
        DROP TRIGGER award_in_force;
        CREATE TRIGGER award_in_force BEFORE INSERT ON awards
        WHEN NOT EXISTS (
            SELECT 1 FROM definitions WHERE number = NEW.definition
            AND (status = 'published'
                OR (status = 'retired' AND (NEW.replaces IS NOT NULL
                    OR EXISTS (SELECT 1 FROM awards old WHERE old.superseded_by = NEW.id
                        AND old.definition = NEW.definition AND old.person = NEW.person
                        AND old.awarded_date = NEW.awarded_date))))
            AND NEW.awarded_date >= coalesce(valid_from, '0000-01-01')
            AND NEW.awarded_date <= coalesce(valid_until, '9999-12-31'))
        BEGIN SELECT RAISE(ABORT, 'register.definition-not-in-force'); END;
        """
}
