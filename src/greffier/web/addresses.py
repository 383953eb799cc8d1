"""Where everything is: the one place that writes the addresses of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from greffier.model import Span

# What the fields of a question are called in an address, where that is not their own name.
IN_ADDRESS: Final = {"since": "from", "until": "to"}


def record(key: str, *, witness: str = "") -> str:
    """Give the address of a record's page; of one of its witnesses, where that is asked for."""
    return _with(f"/records/{_part(key)}", {"witness": witness})


def fact(witness_key: str, fact_id: str) -> str:
    """Give the address at which the words that support a fact are highlighted."""
    return f"{record(witness_key)}?{urlencode({'fact': fact_id})}#fact"


def words(witness_key: str, spans: Iterable[Span], query: str = "") -> str:
    """Give the address at which some words of a witness are highlighted, such as those of a hit."""
    chosen = ",".join(f"{span.start}-{span.end}" for span in spans)
    values = {"span": chosen} | ({"q": query} if query else {})
    return f"{record(witness_key)}?{urlencode(values, safe=',', errors='replace')}#hit"


def compare(key: str, *, witness: str = "", kinds: Iterable[str] = (), at: int = 0) -> str:
    """Give the address at which the witnesses of a record stand beside each other.

    Args:
        key: the record.
        witness: the one beside the base; the first of the others unless said.
        kinds: the only classes of variants that are marked; all unless said.
        at: the number of the variant that the reader is led to.
    """
    values = [("witness", witness)] if witness else []
    values += [("class", kind) for kind in kinds]
    values += [("at", str(at))] if at else []
    query = f"?{urlencode(values, errors='replace')}" if values else ""
    return f"{record(key)}/compare{query}{f'#v{at}' if at else ''}"


def witness(key: str) -> str:
    """Give the address of the bytes of a witness."""
    return f"{record(key)}/witness"


def session(key: str) -> str:
    """Give the address of a session's page."""
    return f"/sessions/{_part(key)}"


def person(key: str) -> str:
    """Give the address of a person's page."""
    return f"/persons/{_part(key)}"


def state(name: str) -> str:
    """Give the address of a state's page."""
    return f"/states/{_part(name)}"


def organisation(acronym: str) -> str:
    """Give the address of an organisation's page."""
    return f"/organisations/{_part(acronym)}"


def body(name: str, of: str | None = None) -> str:
    """Give the address of a body's page; `of` is the acronym of its organisation."""
    return _with(f"/bodies/{_part(name)}", {"of": of or ""})


def office(title: str, of: str | None = None, *, on: str = "") -> str:
    """Give the address of an office's page: of a state or organisation, and on a day."""
    return _with(f"/offices/{_part(title)}", {"of": of or "", "on": on})


def offices(of: str) -> str:
    """Give the address of the list of offices of something."""
    return _with("/offices", {"of": of})


def taken(where: str, file: str) -> str:
    """Give the address of a picture of a page, or of its table, as a file: `held.csv`."""
    return _with(where, {"take": file})


def citation(name: str, form: str = "") -> str:
    """Give the address at which something is cited; in a form for programs, where that is asked."""
    return f"/cite/{_part(name)}{f'/{form}' if form else ''}"


def judge(key: str, *, other: str = "") -> str:
    """Give the address at which something is judged."""
    return _with(f"/judge/{_part(key)}", {"other": other})


def enter(back: str) -> str:
    """Give the address at which the token is asked for, which leads back afterwards."""
    return _with("/judge", {"back": back})


def feed(watch: str) -> str:
    """Give the address of the feed of a watch."""
    return f"/watches/{_part(watch)}/feed"


def search(values: Mapping[str, str]) -> str:
    """Give the address of a search; empty values are left out."""
    return _with("/search", values)


def export(name: str, *, witness: str = "", values: Mapping[str, str] | None = None) -> str:
    """Give the address at which records are taken away, in the format of a name.

    Args:
        name: of the format.
        witness: the only one that is read; else the records that a search finds.
        values: the fields of that search; everything there is, where neither is given.
    """
    return _with("/api/export", {"format": name, "witness": witness, **(values or {})})


def counted(values: Mapping[str, str]) -> str:
    """Give the address at which what a search finds is counted; empty values are left out."""
    return _with("/frequency", values)


def concordance(values: Mapping[str, str]) -> str:
    """Give the address at which what a search finds stands in context, a line each."""
    return _with("/concordance", values)


def positions(values: Mapping[str, str], columns: Iterable[str] = ()) -> str:
    """Give the address at which states or speakers, the columns, stand side by side."""
    where = _with("/positions", values)
    asked = urlencode([("column", one) for one in columns], errors="replace")
    return f"{where}{'&' if '?' in where else '?'}{asked}" if asked else where


def collocates(values: Mapping[str, str]) -> str:
    """Give the address of the words that stand near those of a search."""
    return _with("/collocates", values)


def keywords(values: Mapping[str, str]) -> str:
    """Give the address of the words that the passages of a search use more than others do."""
    return _with("/keywords", values)


def listing(path: str, page: int) -> str:
    """Give the address of one page of a list."""
    return _with(path, {"page": str(page)} if page > 1 else {})


def _with(path: str, values: Mapping[str, str]) -> str:
    kept = {key: value for key, value in values.items() if value}
    sign = "&" if "?" in path else "?"
    return f"{path}{sign}{urlencode(kept, errors='replace')}" if kept else path


def _part(key: str) -> str:
    return quote(key, safe="", errors="replace")
