"""Citations as BibTeX, with the fields of BibLaTeX: `date`, `url`, `urldate`, `eventtitle`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from greffier.exports.signs import iri

if TYPE_CHECKING:
    from greffier.exports.citing.item import Item

_TYPES: Final = {"webpage": "online", "speech": "unpublished", "event": "misc"}
# What TeX would take for a command. Braces are counted even behind a backslash, so they have names.
_SIGNS: Final = str.maketrans(
    {one: f"\\{one}" for one in "$&#%_"}
    | {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)
_FIELDS: Final = (
    ("title", "title"),
    ("container-title", "booktitle"),
    ("event-title", "eventtitle"),
    ("event-place", "venue"),
    ("publisher", "organization"),
    ("genre", "type"),
    ("section", "pages"),
)
# Languages by the names under which babel hyphenates them and BibLaTeX has their words.
_NAMES: Final = (
    "ar:arabic az:azerbaijani be:belarusian bg:bulgarian ca:catalan cs:czech da:danish de:ngerman "
    "el:greek en:english es:spanish et:estonian fa:persian fi:finnish fr:french he:hebrew hi:hindi "
    "hr:croatian hu:hungarian hy:armenian it:italian ja:japanese ka:georgian kk:kazakh ko:korean "
    "lt:lithuanian lv:latvian mk:macedonian mn:mongolian nb:norsk nl:dutch nn:nynorsk no:norsk "
    "pl:polish pt:portuguese ro:romanian ru:russian sk:slovak sl:slovene sr:serbian sv:swedish "
    "tr:turkish uk:ukrainian vi:vietnamese zh:chinese"
)
_LANGUAGES: Final = dict(one.split(":") for one in _NAMES.split())


def bibtex(item: Item) -> str:
    """Give a citation as one entry of BibTeX; its key is the name of what is cited."""
    fields = [("author", " and ".join(_name(one) for one in item.get("author", ())))]
    fields += [(name, _words(str(item.get(variable, "")))) for variable, name in _FIELDS]
    fields += [
        ("langid", _LANGUAGES.get(str(item.get("language", "")).lower().partition("-")[0], "")),
        ("date", iso(item.get("issued"))),
        ("eventdate", iso(item.get("event-date"))),
        ("url", iri(item.get("URL", ""))),
        ("urldate", iso(item.get("accessed"))),
        ("note", _words(f"Greffier, {item['id']}, {item['archive_location']}")),
    ]
    kind = _TYPES.get(item["type"], "misc")
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields if value)
    return f"@{kind}{{{item['id']}{lines}\n}}\n"


def iso(date: dict[str, Any] | None) -> str:
    """Give a date of CSL-JSON as ISO 8601; an empty text for none."""
    parts = date["date-parts"] if date else []
    return "/".join("-".join((f"{year:04}", *(f"{n:02}" for n in rest))) for year, *rest in parts)


def _name(one: dict[str, str]) -> str:
    # In braces a name is one whole, whatever it holds: `and`, commas.
    return f"{{{_words(one['literal'])}}}"


def _words(text: str) -> str:
    return text.translate(_SIGNS)
