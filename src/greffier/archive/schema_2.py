"""The second schema: several witnesses may carry one record. Frozen; later versions change it."""

# What was the record's is the witness's now, under the same name.
_OF_READING = (
    "session",
    "session_organisation",
    "participant",
    "turn",
    "instrument",
    "chairmanship",
    "remark",
    "evidence",
)

STATEMENTS = (
    "ALTER TABLE witness RENAME COLUMN record TO id",
    "ALTER TABLE reading RENAME COLUMN record TO witness",
    "DROP INDEX record_by_day",
    "ALTER TABLE record RENAME TO head",
    "ALTER TABLE head RENAME COLUMN record TO witness",
    *(f"ALTER TABLE {table} RENAME COLUMN record TO witness" for table in _OF_READING),
    """
    CREATE TABLE record (
        id TEXT NOT NULL,
        base TEXT NOT NULL,
        title TEXT,
        date TEXT,
        first INTEGER,
        last INTEGER,
        place TEXT,
        publisher TEXT,
        title_of TEXT,
        date_of TEXT,
        place_of TEXT,
        publisher_of TEXT,
        witnesses INTEGER NOT NULL,
        reasons TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(id) REFERENCES witness (id),
        FOREIGN KEY(base) REFERENCES witness (id)
    )
    """,
    "CREATE INDEX record_by_day ON record (first)",
    "CREATE INDEX record_by_base ON record (base)",
    """
    CREATE TABLE membership (
        n INTEGER NOT NULL,
        witness TEXT NOT NULL,
        record TEXT NOT NULL,
        url TEXT,
        added TEXT,
        grouper TEXT,
        sketch BLOB,
        PRIMARY KEY (n),
        UNIQUE (witness),
        FOREIGN KEY(witness) REFERENCES witness (id),
        FOREIGN KEY(record) REFERENCES record (id)
    )
    """,
    "CREATE INDEX ix_membership_record ON membership (record)",
    "CREATE INDEX ix_membership_url ON membership (url)",
    "CREATE INDEX ix_membership_grouper ON membership (grouper)",
    """
    CREATE TABLE posting (
        hash INTEGER NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (hash, n)
    )
    WITHOUT ROWID
    """,
    """
    CREATE TABLE grouping (
        witness TEXT NOT NULL,
        other TEXT NOT NULL,
        words INTEGER NOT NULL,
        form BLOB NOT NULL,
        PRIMARY KEY (witness, other),
        FOREIGN KEY(witness) REFERENCES witness (id),
        FOREIGN KEY(other) REFERENCES witness (id)
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX ix_grouping_other ON grouping (other)",
    """
    CREATE TABLE judgement (
        n INTEGER NOT NULL,
        made TEXT NOT NULL,
        author TEXT NOT NULL,
        reason TEXT NOT NULL,
        kind TEXT NOT NULL,
        undone TEXT,
        PRIMARY KEY (n)
    )
    """,
    """
    CREATE TABLE judged (
        n INTEGER NOT NULL,
        witness TEXT NOT NULL,
        other TEXT NOT NULL,
        PRIMARY KEY (n, witness, other),
        FOREIGN KEY(n) REFERENCES judgement (n),
        FOREIGN KEY(witness) REFERENCES witness (id),
        FOREIGN KEY(other) REFERENCES witness (id)
    )
    WITHOUT ROWID
    """,
    "CREATE INDEX ix_judged_witness ON judged (witness)",
    "CREATE INDEX ix_judged_other ON judged (other)",
    # Until its like are looked for, every witness carries a record of its own.
    """
    INSERT INTO record
    SELECT witness, witness, title, date, first, last, place, publisher,
           iif(title IS NULL, NULL, witness), iif(date IS NULL, NULL, witness),
           iif(place IS NULL, NULL, witness), iif(publisher IS NULL, NULL, witness), 1, '[]'
    FROM head
    """,
    """
    INSERT INTO membership (witness, record)
    SELECT witness.id, witness.id FROM witness JOIN head ON head.witness = witness.id
    ORDER BY witness.rowid
    """,
)
