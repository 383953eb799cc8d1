"""What must not be in an answer, whatever was put into the archive or the address."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Elements that no page of ours has. A page has scripts of its own, which are looked at by address.
FOREIGN: Final = (
    *("iframe", "frame", "object", "embed", "applet", "base", "style", "img", "video", "audio"),
    *("source", "marquee", "math", "foreignobject", "animate", "template", "portal", "zq-x"),
)
_SCRIPT: Final = re.compile(r"/static/[a-z]+\.js\?v=[0-9a-f]{12}")
_SHEET: Final = re.compile(r"/static/[a-z]+\.(css\?v=[0-9a-f]{12}|svg)")
_LEADING: Final = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset")
_SPACE: Final = re.compile(r"[\x00-\x20\x7f]")
# In the files that are XML: what would have a program do something.
_ACTIVE: Final = frozenset(
    {"script", "foreignobject", "iframe", "animate", "include", "stylesheet"}
)
_COOKIE: Final = re.compile(r"(view=[a-z.]+|judge=[\w.=-]+|judge=\"\"); HttpOnly; ")
_BREAKS: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER: Final = re.compile(r"-?\d[\d.]*")


def faults(body: bytes, headers: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with an answer: nothing, where a payload is text and no more."""
    yield from _in_headers(headers)
    kind = headers.get("content-type", "").partition(";")[0]
    if kind == "text/html":
        yield from in_page(body.decode())
    elif kind.endswith("xml"):
        yield from in_xml(body)
    elif kind == "application/json":
        json.loads(body)


def in_page(page: str) -> Iterator[str]:
    """Yield what should not be in a page, as a browser understands its markup."""
    tree = LexborHTMLParser(page)
    for node in tree.css("*"):
        name = (node.tag or "").lower()
        given = {key.lower(): value or "" for key, value in node.attributes.items()}
        if name in FOREIGN:
            yield f"<{name}>"
        if name == "script" and not _is_our_script(given):
            yield f"<script {given}>"
        if name == "link" and not _SHEET.fullmatch(given.get("href", "")):
            yield f"<link {given}>"
        if name == "meta" and "http-equiv" in given:
            yield f"<meta {given}>"
        yield from (
            f"<{name} {key}>"
            for key in given
            if key.startswith("on") or key in {"zq", "style", "srcdoc"}
        )
        yield from (
            f"<{name} {key}={given[key]!r}>" for key in _LEADING if not leads_here(given.get(key))
        )


def _is_our_script(given: Mapping[str, str]) -> bool:
    if given.get("type") == "application/ld+json":
        return set(given) == {"type"}
    return set(given) == {"src", "defer"} and _SCRIPT.fullmatch(given["src"]) is not None


def leads_here(address: str | None) -> bool:
    """Say whether an address of a page leads to this site: to a path, or a place on the page."""
    if address is None:
        return True
    bare = _SPACE.sub("", address).replace("\\", "/")
    return bare == "" or bare.startswith(("#", "?")) or (bare.startswith("/") and bare[1:2] != "/")


def in_xml(body: bytes) -> Iterator[str]:
    """Yield what should not be in a feed, a picture or a document; it must be XML at all."""
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        yield "a document type"
    if body.count(b"<?") != body.startswith(b"<?"):
        yield "an instruction to a program"
    for node in ET.fromstring(body).iter():  # noqa: S314 - there is no document type in it
        name = str(node.tag).rpartition("}")[2].lower()
        if name in _ACTIVE:
            yield f"<{name}>"
        for key in node.attrib:
            bare = key.rpartition("}")[2].lower()
            if bare == "zq" or bare.startswith("on"):
                yield f"<{name} {key}>"


def _in_headers(headers: Mapping[str, str]) -> Iterator[str]:
    if headers.get("x-content-type-options") != "nosniff":
        yield "no nosniff"
    if "unsafe" in headers.get("content-security-policy", "unsafe"):
        yield "no policy"
    for name, value in headers.items():
        if _BREAKS.search(name + value):
            yield f"the header {name}"
        if name.lower() == "set-cookie" and not _COOKIE.match(value):
            yield f"the header {name}: {value!r}"
    kept = headers.get("content-disposition", "")
    if kept and not re.fullmatch(
        r"attachment; filename=\"[A-Za-z0-9._-]+\"(; filename\*=UTF-8''[A-Za-z0-9._~%-]*)?", kept
    ):
        yield f"the disposition {kept!r}"


def opens_as_formula(cell: str) -> bool:
    """Say whether a spreadsheet would take a cell for a formula."""
    return _FORMULA.match(cell) is not None and _NUMBER.fullmatch(cell) is None


# What a browser is asked of the page that it shows: the same as `in_page`, of the live document.
LOOK: Final = """() => {
  const found = [...(window.__broken || [])];
  // What is shown as plain text or as JSON stands in an element of the browser's own.
  if (['text/plain', 'text/csv', 'application/json'].includes(document.contentType)) return found;
  // XML that has no dress of its own stands within a page of the browser's own.
  const whole = document.getElementById('webkit-xml-viewer-source-xml') || document;
  for (const node of whole.querySelectorAll('*')) {
    const name = node.localName.toLowerCase();
    if (FOREIGN.includes(name)) found.push('<' + name + '>');
    for (const {name: key, value} of node.attributes) {
      const low = key.toLowerCase();
      if (low.startsWith('on') || ['zq', 'style', 'srcdoc'].includes(low)) {
        found.push('<' + name + ' ' + key + '>');
      }
    }
    const drawn = node.href && node.href.baseVal;
    const to = drawn === undefined ? node.href || node.action : drawn;
    if (typeof to === 'string' && to) {
      const url = new URL(to, document.baseURI);
      if (url.origin !== location.origin) found.push('<' + name + ' to ' + to + '>');
    }
    const ours = name !== 'script' || node.src.startsWith(location.origin + '/static/');
    if (!ours && node.type !== 'application/ld+json') found.push('<script>');
  }
  return found;
}""".replace("FOREIGN", json.dumps(FOREIGN))

WATCH: Final = """
window.__broken = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.__broken.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});
for (const name of ['alert', 'confirm', 'prompt']) {
  window[name] = () => { window.__broken.push(name); };
}
"""
