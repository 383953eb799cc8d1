"""What an element is, told from its name and its attributes: text, furniture, or a gloss.

The words are those that the makers of pages use for the parts of a page, whoever publishes it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from greffier.sources.html.parsing import Element

Part = Literal["aside", "hidden", "gloss"]

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr "
    "q rb rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
"""The elements that stand in a line of words and begin no line of their own."""

# Never the text of a record, however much of it there is.
_HIDDEN = frozenset("comment comments disqus cookie cookies consent captcha".split())
# Furniture, unless most of the page's words are in it.
_ASIDE = frozenset(
    "nav navbar navigation topnav menu submenu menubar sidebar breadcrumb breadcrumbs crumbs share "
    "sharing sharebar shares social socials advert adverts advertisement promo related recommended "
    "newsletter subscribe subscription pagination pager paginator popup modal overlay gallery "
    "slider carousel lightbox slideshow caption captions toolbar footer widget widgets tags "
    "taglist tagcloud search searchbox login signin rating player banner masthead skiplink "
    "addtoany sharethis topline footnav toolbox sitemap languages".split()
)
_ASIDE_TAGS = frozenset("nav footer aside form figcaption".split())
_ASIDE_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar alert alertdialog "
    "dialog listbox status".split()
)
_ASIDE_TYPES = ("WPHeader", "WPFooter", "WPSideBar", "WPAdBlock", "SiteNavigationElement")
_UNSEEN = frozenset(
    "hidden invisible sr-only visually-hidden visuallyhidden screen-reader-text d-none "
    "screen-reader-only skip-link".split()
)
_GLOSS = frozenset({"tooltip", "tooltips", "tooltiptext", "popover", "hovercard"})
_HEADER = re.compile(r"(?:(?:site|page|main|top|global)[-_]?)?header(?:[-_].*)?", re.IGNORECASE)
# What is kept out of print and of copies is not the text.
_UNCOPIED = re.compile(
    r"(?:hidden|hide|no|not)[-_]?(?:print|copy)|(?:d-)?(?:print|copy)[-_](?:none|hide|hidden)",
    re.IGNORECASE,
)
_UNSEEN_STYLE = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE
)
_BOLD_STYLE = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s{0,9}:\s{0,9}(?:italic|oblique)", re.IGNORECASE)
_PART_OF_NAME = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
# What holds the whole page says by its classes which parts the page has.
_WHOLE = frozenset({"html", "body", "main", "article", "h1"})
_LONGEST = 500  # characters of an attribute
_TOOLTIPS = ("data-tooltip", "data-original-title", "data-bs-title", "data-tippy-content")
_TAG = re.compile(r"<[^<>]{0,200}>")


def part(element: Element) -> Part | None:
    """Say which part of a page an element is: None where nothing says that it is not its text."""
    attributes = element.attributes
    if not attributes:
        return _by_tag(element)
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return "hidden" if element.tag not in _WHOLE else None
    role = (attributes.get("role") or "").lower()
    named = "class" in attributes or "id" in attributes
    if role == "tooltip" or (named and not names(element).isdisjoint(_GLOSS)):
        return "gloss"
    if role in _ASIDE_ROLES or (attributes.get("itemtype") or "").endswith(_ASIDE_TYPES):
        return "aside"
    if _UNSEEN_STYLE.search((attributes.get("style") or "")[:_LONGEST]):
        return "aside"
    return (_by_name(element) if named else None) or _by_tag(element)


def _by_tag(element: Element) -> Part | None:
    return "aside" if element.tag in _ASIDE_TAGS else None


def _by_name(element: Element) -> Part | None:
    if element.tag in _WHOLE:
        return None
    whole = classes(element)
    if not whole.isdisjoint(_UNSEEN):
        return "aside"
    if any(map(_UNCOPIED.fullmatch, whole)):
        return "aside"
    words = names(element)
    if not words.isdisjoint(_HIDDEN):
        return "hidden"
    return None if words.isdisjoint(_ASIDE) else "aside"


def is_header(element: Element) -> bool:
    """Say whether an element is called a header: of the page, or of anything in it."""
    if element.tag in _WHOLE:
        return False
    return element.tag == "header" or any(map(_HEADER.fullmatch, classes(element)))


def classes(element: Element) -> set[str]:
    """Give the classes of an element and its identifier, as they stand."""
    return set(_called(element).split())


def names(element: Element) -> frozenset[str]:
    """Give the words that an element's classes and its identifier are made of, in small letters."""
    return _words(_called(element))


def _called(element: Element) -> str:
    attributes = element.attributes
    return f"{(attributes.get('class') or '')[:_LONGEST]} {(attributes.get('id') or '')[:100]}"


@lru_cache(maxsize=4096)  # the elements of a site share a few hundred classes
def _words(called: str) -> frozenset[str]:
    return frozenset(found.lower() for found in _PART_OF_NAME.findall(called))


def tooltip(element: Element) -> str:
    """Give the words that show when one points at an element; empty where there are none.

    A link's `title` mostly says where it leads, so only what is made for tooltips counts there.
    """
    attributes = element.attributes
    names = _TOOLTIPS if element.tag == "a" else (*_TOOLTIPS, "title")
    printed = next((words for name in names if (words := attributes.get(name))), "")
    return " ".join(_TAG.sub(" ", printed[:_LONGEST]).split())


def is_bold(element: Element) -> bool:
    """Say whether the markup makes an element bold, as far as one can tell without its styles."""
    if element.tag in {"b", "strong"}:
        return True
    return _looks(element, {"bold", "strong"}, _BOLD_STYLE)


def is_italic(element: Element) -> bool:
    """Say whether the markup makes an element italic, as far as one can tell."""
    if element.tag in {"i", "em", "cite", "dfn", "var"}:
        return True
    return _looks(element, {"italic", "italics"}, _ITALIC_STYLE)


def _looks(element: Element, called: set[str], style: re.Pattern[str]) -> bool:
    attributes = element.attributes
    if not attributes:
        return False
    if "class" in attributes and not called.isdisjoint((attributes["class"] or "").lower().split()):
        return True
    return bool(style.search((attributes.get("style") or "")[:_LONGEST]))
