"""The third schema: who is who and which session is which, over all records. Later ones change it.

What a participant is called (`naming`) is told from who he is (`person`), what a record tells of a
session (`telling`) from the session itself (`meeting`); judgements say more than which witnesses
belong together; and what the user knows of persons and offices has its place.
"""

STATEMENTS = (
    "ALTER TABLE person RENAME TO naming",
    "ALTER TABLE participant RENAME COLUMN person TO named",
    "DROP INDEX participant_by_person",
    "CREATE INDEX participant_by_name ON participant (named, name)",
    'CREATE INDEX participant_by_office ON participant ("of", office)',
    "ALTER TABLE state ADD COLUMN settled INTEGER",
    "ALTER TABLE state ADD COLUMN settler TEXT",
    "ALTER TABLE judgement ADD COLUMN form TEXT",
    "ALTER TABLE judgement ADD COLUMN about TEXT DEFAULT 'witness' NOT NULL",
    "ALTER TABLE judgement ADD COLUMN witness TEXT",
    "CREATE INDEX ix_judgement_witness ON judgement (witness)",
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX person_by_name ON person (name)",
    """
    CREATE TABLE identity (
        witness TEXT NOT NULL,
        participant TEXT NOT NULL,
        person TEXT NOT NULL,
        PRIMARY KEY (witness, participant),
        FOREIGN KEY(witness, participant)
            REFERENCES participant (witness, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(witness) REFERENCES reading (witness) ON DELETE CASCADE,
        FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX ix_identity_person ON identity (person)",
    """
    CREATE TABLE meeting (
        id TEXT NOT NULL,
        witness TEXT NOT NULL,
        session TEXT NOT NULL,
        subject BOOLEAN NOT NULL,
        first INTEGER,
        last INTEGER,
        tellings INTEGER NOT NULL,
        ties TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(witness, session)
            REFERENCES session (witness, id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX meeting_by_day ON meeting (subject, first)",
    "CREATE INDEX meeting_by_session ON meeting (witness, session)",
    """
    CREATE TABLE telling (
        witness TEXT NOT NULL,
        session TEXT NOT NULL,
        meeting TEXT NOT NULL,
        PRIMARY KEY (witness, session),
        FOREIGN KEY(witness, session)
            REFERENCES session (witness, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(witness) REFERENCES reading (witness) ON DELETE CASCADE,
        FOREIGN KEY(meeting) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX ix_telling_meeting ON telling (meeting)",
    """
    CREATE TABLE doubt (
        kind TEXT NOT NULL,
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        rule TEXT NOT NULL,
        reasons TEXT NOT NULL,
        PRIMARY KEY (kind, one, other)
    )
    WITHOUT ROWID
    """,
    """
    CREATE TABLE watch (
        name TEXT NOT NULL,
        question TEXT NOT NULL,
        made TEXT NOT NULL,
        began INTEGER NOT NULL,
        seen INTEGER NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE authority (
        n INTEGER NOT NULL,
        name TEXT NOT NULL,
        digest TEXT NOT NULL,
        format TEXT NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (digest)
    )
    """,
    """
    CREATE TABLE known_person (
        authority INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        names TEXT NOT NULL,
        PRIMARY KEY (authority, id),
        FOREIGN KEY(authority) REFERENCES authority (n) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
    """
    CREATE TABLE occupancy (
        authority INTEGER NOT NULL,
        n INTEGER NOT NULL,
        person TEXT NOT NULL,
        office TEXT NOT NULL,
        "of" TEXT,
        acting BOOLEAN NOT NULL,
        title TEXT NOT NULL,
        resolved BOOLEAN NOT NULL,
        since TEXT,
        until TEXT,
        place TEXT NOT NULL,
        PRIMARY KEY (authority, n),
        FOREIGN KEY(authority, person)
            REFERENCES known_person (authority, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(authority) REFERENCES authority (n) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
    'CREATE INDEX occupancy_by_office ON occupancy (office, "of")',
    "CREATE INDEX occupancy_by_person ON occupancy (authority, person)",
    """
    CREATE TABLE known_name (
        authority INTEGER NOT NULL,
        person TEXT NOT NULL,
        "key" TEXT NOT NULL,
        PRIMARY KEY (authority, person, "key"),
        FOREIGN KEY(authority) REFERENCES authority (n) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
    'CREATE INDEX ix_known_name_key ON known_name ("key")',
    # Until all records are looked at together, a name is a person and each telling a session.
    """
    INSERT INTO person
    SELECT id, name FROM naming
    WHERE EXISTS (SELECT 1 FROM participant WHERE participant.named = naming.id)
    """,
    """
    INSERT INTO identity
    SELECT witness, id, named FROM participant WHERE named IS NOT NULL
    """,
    """
    INSERT INTO meeting
    SELECT witness || '.' || id, witness, id, subject, first, last, 1, '[]' FROM session
    """,
    """
    INSERT INTO telling
    SELECT witness, id, witness || '.' || id FROM session
    """,
)
