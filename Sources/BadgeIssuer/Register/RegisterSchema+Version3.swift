extension RegisterSchema {
    /// Applications of learners, and consents.
    ///
    /// What a learner wrote and an assessor answered is personal and goes with the person. The application's id, badge,
    /// state and award stay behind, so that counts and the audit trail still have what they name.
    static let version3 = [applications, applicationRules, consents].joined(separator: "\n")

    private static let applications = """
        CREATE TABLE applications (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id GLOB 'urn:uuid:*' AND length(id) = 45),
            person INTEGER REFERENCES persons ON DELETE SET NULL,
            badge_base TEXT NOT NULL CHECK (badge_base <> ''),
            slug TEXT NOT NULL CHECK (length(slug) BETWEEN 2 AND 64 AND slug NOT GLOB '*[^a-z0-9-]*'),
            state TEXT NOT NULL CHECK (state IN ('submitted', 'returned', 'approved', 'rejected', 'withdrawn')),
            state_at INTEGER NOT NULL,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            decided_by TEXT CHECK (decided_by <> ''),
            award TEXT REFERENCES awards (id) DEFERRABLE INITIALLY DEFERRED,
            received_at INTEGER NOT NULL,
            CHECK ((state = 'approved') = (award IS NOT NULL))
        ) STRICT;
        CREATE INDEX applications_by_person ON applications (person) WHERE person IS NOT NULL;
        CREATE INDEX applications_by_state ON applications (state, number);
        CREATE INDEX applications_by_award ON applications (award) WHERE award IS NOT NULL;

        CREATE TABLE application_submissions (
            application INTEGER NOT NULL REFERENCES applications,
            revision INTEGER NOT NULL CHECK (revision >= 1),
            person INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
            json BLOB NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            -- Places of the evidence whose file the school has held in hand, such as 0,2.
            compared TEXT NOT NULL DEFAULT '' CHECK (compared NOT GLOB '*[^0-9,]*'),
            received_at INTEGER NOT NULL,
            reason TEXT CHECK (reason <> ''),
            PRIMARY KEY (application, revision)
        ) STRICT;
        CREATE INDEX application_submissions_by_person ON application_submissions (person);
        """

    private static let applicationRules = """
        CREATE TRIGGER application_begins BEFORE INSERT ON applications
        WHEN NEW.person IS NULL OR NEW.state <> 'submitted' OR NEW.revision <> 1
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;

        CREATE TRIGGER application_frozen BEFORE UPDATE OF id, badge_base, slug, received_at ON applications
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;

        CREATE TRIGGER application_person BEFORE UPDATE OF person ON applications WHEN NEW.person IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;

        CREATE TRIGGER application_erased AFTER UPDATE OF person ON applications
        WHEN NEW.person IS NULL AND NEW.decided_by IS NOT NULL
        BEGIN UPDATE applications SET decided_by = NULL WHERE number = NEW.number; END;

        CREATE TRIGGER application_kept BEFORE DELETE ON applications
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;

        CREATE TRIGGER application_steps BEFORE UPDATE OF state ON applications
        WHEN (OLD.state, NEW.state) NOT IN (VALUES
            ('submitted', 'returned'), ('returned', 'submitted'), ('submitted', 'approved'),
            ('submitted', 'rejected'), ('submitted', 'withdrawn'), ('returned', 'withdrawn'))
        BEGIN SELECT RAISE(ABORT, 'state.transition'); END;
        """

    private static let consents = """
        CREATE TABLE consents (
            number INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
            purpose TEXT NOT NULL CHECK (purpose IN ('koski')),
            receiver TEXT NOT NULL CHECK (receiver <> ''),
            given TEXT NOT NULL CHECK (date(given) IS given),
            withdrawn TEXT CHECK (date(withdrawn) IS withdrawn),
            recorded_at INTEGER NOT NULL,
            CHECK (withdrawn IS NULL OR withdrawn >= given)
        ) STRICT;
        CREATE INDEX consents_by_person ON consents (person, purpose);
        CREATE UNIQUE INDEX one_consent_in_force ON consents (person, purpose) WHERE withdrawn IS NULL;
        """
}
