extension RegisterSchema {
    /// Enrolments on pathways.
    ///
    /// A pathway's version is kept as it was when somebody first enrolled, so that what they were promised can't change
    /// under them. All that is held on a learner goes with the learner.
    static let version4 = [pathways, enrolments, enrolmentRules].joined(separator: "\n")

    private static let isSlug = "length(slug) BETWEEN 2 AND 64 AND slug NOT GLOB '*[^a-z0-9-]*'"

    private static let pathways = """
        CREATE TABLE pathways (
            badge_base TEXT NOT NULL CHECK (badge_base <> ''),
            slug TEXT NOT NULL CHECK (\(isSlug)),
            version INTEGER NOT NULL CHECK (version >= 1),
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            json BLOB NOT NULL,
            recorded_at INTEGER NOT NULL,
            PRIMARY KEY (badge_base, slug, version)
        ) STRICT;

        CREATE TRIGGER pathway_frozen BEFORE UPDATE ON pathways
        BEGIN SELECT RAISE(ABORT, 'register.definition-frozen'); END;

        CREATE TRIGGER pathway_kept BEFORE DELETE ON pathways
        BEGIN SELECT RAISE(ABORT, 'register.definition-frozen'); END;
        """

    /// Tables without row ids begin with their key's columns in its order: others are called damaged by the integrity
    /// check of SQLite 3.40.
    private static let enrolments = """
        CREATE TABLE enrolments (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id GLOB 'urn:uuid:*' AND length(id) = 45),
            person INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
            badge_base TEXT NOT NULL,
            slug TEXT NOT NULL,
            version INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('active', 'completed', 'review', 'revoked', 'left')),
            state_at INTEGER NOT NULL,
            enrolled_on TEXT NOT NULL CHECK (date(enrolled_on) IS enrolled_on),
            completed_on TEXT CHECK (date(completed_on) IS completed_on),
            milestone TEXT REFERENCES awards (id) DEFERRABLE INITIALLY DEFERRED,
            CHECK ((state IN ('completed', 'review', 'revoked')) = (completed_on IS NOT NULL)),
            CHECK ((completed_on IS NULL) = (milestone IS NULL)),
            FOREIGN KEY (badge_base, slug, version) REFERENCES pathways (badge_base, slug, version)
        ) STRICT;
        CREATE UNIQUE INDEX one_enrolment ON enrolments (person, badge_base, slug, version)
            WHERE state NOT IN ('left', 'revoked');
        CREATE INDEX enrolments_by_pathway ON enrolments (slug, version);
        CREATE INDEX enrolments_by_milestone ON enrolments (milestone) WHERE milestone IS NOT NULL;

        -- What a completion rests on.
        CREATE TABLE enrolment_awards (
            enrolment INTEGER NOT NULL REFERENCES enrolments ON DELETE CASCADE,
            award TEXT NOT NULL REFERENCES awards (id) DEFERRABLE INITIALLY DEFERRED,
            person INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
            PRIMARY KEY (enrolment, award)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX enrolment_awards_by_award ON enrolment_awards (award);
        CREATE INDEX enrolment_awards_by_person ON enrolment_awards (person);

        -- Certificates of competence that the learner has shown and that were found genuine.
        CREATE TABLE enrolment_certificates (
            person INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
            issuer TEXT NOT NULL CHECK (issuer <> ''),
            id TEXT NOT NULL CHECK (id <> ''),
            items INTEGER NOT NULL CHECK (items >= 0),
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            shown_at INTEGER NOT NULL,
            PRIMARY KEY (person, issuer, id)
        ) STRICT, WITHOUT ROWID;
        """

    private static let enrolmentRules = """
        CREATE TRIGGER enrolment_begins BEFORE INSERT ON enrolments WHEN NEW.state <> 'active'
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;

        CREATE TRIGGER enrolment_frozen BEFORE UPDATE OF id, person, badge_base, slug, version, enrolled_on
        ON enrolments
        BEGIN SELECT RAISE(ABORT, 'register.constraint'); END;

        CREATE TRIGGER enrolment_steps BEFORE UPDATE OF state ON enrolments
        WHEN (OLD.state, NEW.state) NOT IN (VALUES
            ('active', 'completed'), ('active', 'left'), ('completed', 'review'), ('review', 'completed'),
            ('review', 'revoked'))
        BEGIN SELECT RAISE(ABORT, 'state.transition'); END;
        """
}
