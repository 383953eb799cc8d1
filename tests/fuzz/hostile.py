"""Files made to do harm: small to send and large to read, or built to lead a reader in circles.

Each is made in the size that is asked for: small in the suite, large where it is measured
(`benchmarks/reliability/bombs.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.fuzz import making
from tests.fuzz.making import MILLION, page, text, word, yaml
from tests.reading.test_bounds import UNITS

_LAUGHS: Final = 9


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file that is made to do harm: how it ends, what makes it, and in which size.

    Args:
        full: how many of what it is made of where it is measured.
        quick: how many in the suite.
    """

    name: str
    suffix: str
    make: Callable[[int], bytes]
    full: int
    quick: int


_LINKED = '<script type="application/ld+json">{}</script><p>The Chair: Order.</p>'

HOSTILE: Final = tuple(
    Hostile(*one)
    for one in (
        ("a ZIP archive that unpacks to 1 GB", ".zip", making.zipped, 1_000 * MILLION, MILLION),
        ("a ZIP archive that lists a million members", ".zip", making.zipped_many, MILLION, 100),
        ("1,000 ZIP archives in each other", ".zip", making.nested_zips, 1_000, 20),
        ("a page that gzip packed, of 1 GB", ".warc", making.warc_bomb, 1_000 * MILLION, MILLION),
        (
            "a WARC file that gzip packed, of 1 GB",
            ".warc.gz",
            making.warc_gzip_bomb,
            1_000 * MILLION,
            MILLION,
        ),
        ("a WARC file cut off in a record", ".warc", making.cut_off, MILLION, 1_000),
        ("entities of entities (billion laughs), Word", ".docx", making.laughs, _LAUGHS, _LAUGHS),
        (
            "entities of entities (billion laughs), XHTML",
            ".xhtml",
            making.laughing_page,
            _LAUGHS,
            _LAUGHS,
        ),
        (
            "a Word file that unpacks to 1 GB",
            ".docx",
            lambda n: making.zipped(n, name="word/document.xml", letter=b" "),
            1_000 * MILLION,
            MILLION,
        ),
        (
            "a Word file that unpacks to 120 MB of blanks",
            ".docx",
            word(" ".__mul__),
            120 * MILLION,
            1_000,
        ),
        (
            "a Word file, 100,000 tables in each other",
            ".docx",
            word(lambda n: "<w:tbl><w:tr><w:tc>" * n + "</w:tc></w:tr></w:tbl>" * n),
            100_000,
            1_000,
        ),
        (
            "a Word file of a million paragraphs",
            ".docx",
            word(lambda n: "<w:p><w:r><w:t>Yes.</w:t></w:r></w:p>" * n),
            MILLION,
            1_000,
        ),
        (
            "HTML, 100,000 elements in each other",
            ".html",
            page(lambda n: "<div>" * n + "Yes."),
            100_000,
            1_000,
        ),
        (
            "HTML, 100,000 signs of bold left open",
            ".html",
            page(lambda n: "<b><p>" * n + "Yes."),
            100_000,
            1_000,
        ),
        (
            "HTML, a table of 100,000 tables",
            ".html",
            page(lambda n: "<table><tr><td>" * n + "Yes."),
            100_000,
            1_000,
        ),
        (
            "HTML, 100,000 attributes of one element",
            ".html",
            page(lambda n: f"<p {' '.join(f'a{k}=1' for k in range(n))}>Yes."),
            100_000,
            1_000,
        ),
        ("HTML, a million paragraphs", ".html", page(lambda n: "<p>Yes.</p>" * n), MILLION, 1_000),
        (
            "HTML, 60 MB in one paragraph",
            ".html",
            page(lambda n: f"<p>{'Yes. ' * n}</p>"),
            12 * MILLION,
            1_000,
        ),
        (
            "HTML, JSON in it nested 100,000 deep",
            ".html",
            page(lambda n: _LINKED.format("[" * n)),
            100_000,
            1_000,
        ),
        (
            "HTML, a number of 100,000 digits in its JSON",
            ".html",
            page(lambda n: _LINKED.format('{"headline": ' + "9" * n + "}")),
            100_000,
            5_000,
        ),
        (
            "HTML, half a pair in its title",
            ".html",
            page(
                lambda n: (
                    _LINKED.format('{"headline": "The Chair \\ud800", "@type": "Article"}') * n
                )
            ),
            100,
            1,
        ),
        ("a PDF file of a million objects", ".pdf", making.pdf_objects, MILLION, 1_000),
        ("a PDF file of 100,000 pages", ".pdf", making.pdf_pages, 100_000, 10),
        ("a PDF file whose pages are in themselves", ".pdf", making.pdf_circle, 1, 1),
        ("a PDF file, a million lists in each other", ".pdf", making.pdf_deep, MILLION, 1_000),
        (
            "a PDF file with a page that unpacks to 1 GB",
            ".pdf",
            making.pdf_bomb,
            1_000 * MILLION,
            MILLION,
        ),
        (
            "a PDF file, three million letters on one page",
            ".pdf",
            making.pdf_letters,
            3 * MILLION,
            10_000,
        ),
        ("mail, 100,000 messages in each other", ".eml", making.mails, 100_000, 100),
        ("mail, a field of 10 MB in its head", ".eml", making.mail_field, 10 * MILLION, 10_000),
        ("Markdown, a head nested 100,000 deep", ".md", yaml("["), 100_000, 1_000),
        ("Markdown, 10 MB of brackets", ".md", lambda n: b"[" * n, 10 * MILLION, 10_000),
        ("Markdown, 10 MB of stars", ".md", lambda n: b"*a " * n, 3 * MILLION, 10_000),
        ("100 MB in one line", ".txt", text("Yes. "), 20 * MILLION, 1_000),
        ("60 MB in one line", ".txt", text("Yes. "), 12 * MILLION, 1_000),
        ("4 MB in one line", ".txt", text("Yes. "), 780_000, 1_000),
        ("a word of ten million letters", ".txt", text("a"), 10 * MILLION, 10_000),
        ("a number of three million digits", ".txt", text("9"), 3 * MILLION, 10_000),
        ("a million empty lines", ".txt", text("\n"), MILLION, 10_000),
        ("a million characters NUL", ".txt", text("\0"), MILLION, 10_000),
        ("120,000 halves of pairs, in UTF-16", ".txt", making.shifted, 60_000, 100),
        ("80,000 right-to-left overrides", ".txt", text("\u202eThe Chair\u202c: "), 80_000, 100),
        ("a million accents on one letter", ".txt", text("\u0301"), MILLION, 1_000),
    )
)
"""What is sent, in words for the table of the measures."""

BAITS: Final = tuple(
    Hostile(f"100,000 times: {name}", ".txt", text(unit), 100_000, 300)
    for name, unit in UNITS.items()
)
"""What would lead each pattern of the reader to look at the same words again and again."""
