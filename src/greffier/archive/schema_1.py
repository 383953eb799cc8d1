"""The first schema, frozen: what an archive of version 1 holds. Later versions change it."""

STATEMENTS = (
    """
    CREATE TABLE state (
        archive TEXT NOT NULL,
        generation INTEGER NOT NULL,
        PRIMARY KEY (archive)
    )
    """,
    """
    CREATE TABLE witness (
        record TEXT NOT NULL,
        digest TEXT NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        length INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (record),
        UNIQUE (digest)
    )
    """,
    """
    CREATE TABLE reading (
        record TEXT NOT NULL,
        reader TEXT NOT NULL,
        generation INTEGER NOT NULL,
        form BLOB NOT NULL,
        PRIMARY KEY (record),
        FOREIGN KEY(record) REFERENCES witness (record)
    )
    """,
    "CREATE INDEX ix_reading_generation ON reading (generation)",
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE record (
        record TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT,
        date TEXT,
        first INTEGER,
        last INTEGER,
        place TEXT,
        publisher TEXT,
        language TEXT NOT NULL,
        length INTEGER NOT NULL,
        sessions INTEGER NOT NULL,
        participants INTEGER NOT NULL,
        turns INTEGER NOT NULL,
        instruments INTEGER NOT NULL,
        remarks INTEGER NOT NULL,
        PRIMARY KEY (record),
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX record_by_day ON record (first)",
    """
    CREATE TABLE session (
        record TEXT NOT NULL,
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        subject BOOLEAN NOT NULL,
        name TEXT NOT NULL,
        body TEXT,
        status TEXT NOT NULL,
        date TEXT,
        first INTEGER,
        last INTEGER,
        venue TEXT,
        mode TEXT NOT NULL,
        form BLOB NOT NULL,
        PRIMARY KEY (record, id),
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX session_by_day ON session (subject, first)",
    """
    CREATE TABLE session_organisation (
        record TEXT NOT NULL,
        session TEXT NOT NULL,
        organisation TEXT NOT NULL,
        PRIMARY KEY (record, session, organisation),
        FOREIGN KEY(record, session)
            REFERENCES session (record, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX ix_session_organisation_organisation ON session_organisation (organisation)",
    """
    CREATE TABLE participant (
        record TEXT NOT NULL,
        id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT,
        person TEXT,
        office TEXT,
        "of" TEXT,
        acting BOOLEAN NOT NULL,
        role TEXT NOT NULL,
        mode TEXT NOT NULL,
        session TEXT,
        form BLOB NOT NULL,
        PRIMARY KEY (record, id),
        FOREIGN KEY(record, session)
            REFERENCES session (record, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE,
        FOREIGN KEY(person) REFERENCES person (id)
    )
    """,
    "CREATE INDEX participant_by_person ON participant (person, name)",
    """
    CREATE TABLE turn (
        record TEXT NOT NULL,
        n INTEGER NOT NULL,
        participant TEXT,
        label TEXT NOT NULL,
        session TEXT,
        continues INTEGER,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        PRIMARY KEY (record, n),
        FOREIGN KEY(record, participant)
            REFERENCES participant (record, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record, session)
            REFERENCES session (record, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record, continues)
            REFERENCES turn (record, n) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX turn_by_participant ON turn (record, participant)",
    """
    CREATE TABLE instrument (
        record TEXT NOT NULL,
        n INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        action TEXT NOT NULL,
        date TEXT,
        first INTEGER,
        last INTEGER,
        session TEXT,
        PRIMARY KEY (record, n),
        FOREIGN KEY(record, session)
            REFERENCES session (record, id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
    """
    CREATE TABLE chairmanship (
        record TEXT NOT NULL,
        n INTEGER NOT NULL,
        organisation TEXT NOT NULL,
        holder TEXT NOT NULL,
        phase TEXT NOT NULL,
        date TEXT,
        first INTEGER,
        last INTEGER,
        PRIMARY KEY (record, n),
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
    """
    CREATE TABLE remark (
        record TEXT NOT NULL,
        n INTEGER NOT NULL,
        code TEXT NOT NULL,
        message TEXT NOT NULL,
        start INTEGER,
        "end" INTEGER,
        PRIMARY KEY (record, n),
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX ix_remark_code ON remark (code)",
    """
    CREATE TABLE evidence (
        record TEXT NOT NULL,
        n INTEGER NOT NULL,
        kind TEXT NOT NULL,
        fact TEXT NOT NULL,
        field TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        rule TEXT NOT NULL,
        PRIMARY KEY (record, n),
        FOREIGN KEY(record) REFERENCES reading (record) ON DELETE CASCADE
    )
    WITHOUT ROWID
    """,
)
