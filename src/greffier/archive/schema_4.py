"""The fourth schema: what a change touches is kept until it is settled. Later ones change it.

Who is who and which session is which need not be worked out over all records again where it is
known what came, went or was judged since. An archive that was not settled is settled whole.
"""

STATEMENTS = (
    """
    CREATE TABLE unsettled (
        n INTEGER NOT NULL,
        kind TEXT NOT NULL,
        "key" TEXT NOT NULL,
        PRIMARY KEY (n)
    )
    """,
    "UPDATE state SET settled = NULL WHERE settled IS NOT generation",
)
