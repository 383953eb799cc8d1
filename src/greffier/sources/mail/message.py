"""A message as the standard library parses it, after a look at what a hostile one would make it do.

Its parser holds every line against each boundary that is open, and looks through a field of the
head once for each of its semicolons; so both are counted before it begins.
"""

from __future__ import annotations

import email.header
import re
from email import policy
from email.errors import HeaderParseError
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any

from greffier.errors import WitnessError

if TYPE_CHECKING:
    from email.message import Message

_MOST_NESTED = 32  # messages and groups of parts; a letter that was passed on often has ten
_MOST_PARTS = 100_000  # some seconds' work; a page is saved with some hundred pictures
_MOST_LINES = 1_000_000  # a parser holds each by itself; 60 MB of pictures have fewer
_LONGEST_FIELD = 4000  # bytes
_LONGEST_SUBJECT = 1000
_NESTS = re.compile(
    rb"\bboundary\s{0,9}(?:\*\d?\*?)?\s{0,9}=|\bmessage/(?!delivery)", re.IGNORECASE
)
_PARSED_FIELD = re.compile(
    rb"^content-(?:type|disposition|transfer-encoding)\s{0,9}:[^\n]*+(?:\n[ \t][^\n]*+)*+",
    re.IGNORECASE | re.MULTILINE,
)
_WANTED = "save the message anew, or give its text"


class _Printed(policy.Compat32):
    """Gives each field as text: of the library one with bytes in it is another thing altogether."""

    def header_fetch_parse(self, name: str, value: str) -> Any:  # noqa: ANN401 - as the library has it
        return str(super().header_fetch_parse(name, value))


def parsed(data: bytes, *, place: str) -> Message:
    """Parse a message.

    Raises:
        WitnessError: it has no head, or one that would not be read in any time.
    """
    if (nested := sum(1 for _ in _NESTS.finditer(data))) > _MOST_NESTED:
        raise WitnessError(place, f"{nested} messages or groups of parts in one", _WANTED)
    if (many := data.count(b"\n--")) > _MOST_PARTS:
        raise WitnessError(place, f"a message of {many:,} parts", _WANTED)
    if (many := data.count(b"\n")) > _MOST_LINES:
        raise WitnessError(place, f"a message of {many:,} lines", _WANTED)
    longest = max((len(one[0]) for one in _PARSED_FIELD.finditer(data)), default=0)
    if longest > _LONGEST_FIELD:
        met = f"a message with a field of {longest:,} bytes in its head"
        raise WitnessError(place, met, _WANTED)
    begun = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    message = BytesParser(policy=_Printed()).parsebytes(begun)
    if not message.keys():
        raise WitnessError(place, "a message of mail without a head", _WANTED)
    return message


def decoded_words(printed: str) -> str:
    """Give a field of the head as it reads: `=?utf-8?B?0JI=?=` is how mail writes other letters."""
    if len(printed) > _LONGEST_SUBJECT:
        return ""
    try:
        parts = email.header.decode_header(printed)
        words = "".join(
            one if isinstance(one, str) else one.decode(charset or "ascii", "replace")
            for one, charset in parts
        )
    except (HeaderParseError, LookupError, ValueError):
        words = printed  # as printed: an encoding that nobody knows
    return " ".join(words.split())
