"""Whatever somebody sends, reading it ends soon.

Each text is made to lead some pattern astray: long runs of what a repeat takes, openings without
their ends, things that look like many names, labels or dates. The limit is generous; what is caught
is a pattern or a pass that needs minutes where it should need a second.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from greffier.model import witness_of
from greffier.reading import read

if TYPE_CHECKING:
    from greffier.model import Known

LENGTH = 300_000  # characters
LIMIT = 30.0  # seconds
HEAD = "Meeting of the CSTO Collective Security Council\n\nDecember 2, 2020, Moscow\n\n"

# What is repeated, by what it would lead astray.
UNITS = {
    "blanks": " ",
    "ends of lines": "\n",
    "blank lines": "\n  \n",
    "carriage returns": "a\r",
    "one word": "a",
    "one capital": "A",
    "one-letter words": "a ",
    "initials": "A. ",
    "initials without blanks": "A.B.",
    "capitalised words": "Anna Berg ",
    "names in commas": "Anna Berg, ",
    "names on lines": "Anna Berg\n",
    "names with hyphens": "Anna-",
    "particles": "van der ",
    "titles": "Mr ",
    "labels": "Anna Berg: yes\n",
    "labels without words": "Anna Berg:\n",
    "labels on one line": "Anna Berg: yes. ",
    "labels in capitals": "THE PRESIDENT: Yes.\n",
    "labels in brackets": "Mr. Berg (Norway) (",
    "colons": ": ",
    "offices": "President ",
    "offices of": "President of ",
    "offices of states": "President of Russia ",
    "offices with names": "President of Russia Vladimir Putin and ",
    "states": "Russia, ",
    "organisations": "the CSTO and ",
    "bodies": "Collective Security Council of the ",
    "sessions": "a session of the latest summit of ",
    "sessions told apart": "a meeting of the SCO Council of Foreign Ministers was held earlier, ",
    "sessions of what was named": "the commission's latest meeting ",
    "organs": "Council of the Committee on Trade and ",
    "cyrillic sessions": "ранее заседание Совета глав государств СНГ, ",
    "documents": "signed a protocol on ",
    "documents in a row": "a declaration, a statement and ",
    "chairmanships": "chairmanship of the ",
    "holders": "Russia's chairmanship ",
    "who took part": "was attended by ",
    "dates": "December 2, 2020 ",
    "days": "2 ",
    "digits": "9",
    "months": "December ",
    "times": "12:00 ",
    "quotation marks": '"',
    "openings of quotations": "“a ",
    "quotations": '"a", said Mr Berg. ',
    "brackets": "(",
    "brackets with words": "(a ",
    "angles": "<",
    "omissions": "<…> ",
    "asterisks": "* ",
    "underscores": "_",
    "bold": "**Berg:** ",
    "links": "[a](",
    "addresses": "https://a.b/",
    "dots": ". ",
    "ellipses": "…",
    "dashes": " – ",
    "hyphens": "a-",
    "soft hyphens": "a\u00ad",
    "accents": "e\u0301",
    "only accents": "\u0301",
    "private use": "\U000f0000",
    "cyrillic initials": "В.",
    "cyrillic labels": "В.Путин: Да.\n",
    "cyrillic lists": "ИВАНОВ Иван Иванович – ",
    "cyrillic offices": "Президент Российской ",
    "arabic": "مجلس الأمن: ",
    "chinese": "主席:",
    "cards": "RahmonPresident",
    "applause": "(Applause.) ",
    "questions": "Question: ",
    "page numbers": "1/20 19-12345\n",
    "hard-wrapped": "the members of the Council had before them a report of the\n",
    "broken words": "the agree-\nment of ",
    "menus": "Home Events News ",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_no_text_takes_long(unit: str, known: Known) -> None:
    text = HEAD + unit * (LENGTH // len(unit))
    begun = time.process_time()
    read(witness_of(text), known)
    assert time.process_time() - begun < LIMIT
