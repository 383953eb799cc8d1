"""The main part of a Word file, as text with its marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.sources.docx.styles import Style, is_on
from greffier.sources.writer import LINE, PARAGRAPH, TAB, Writer

if TYPE_CHECKING:
    from greffier.model import Span
    from greffier.sources.docx.styles import Styles

# What was deleted or moved away, and what stands for those who cannot read the rest.
_SKIPPED = frozenset({"del", "moveFrom", "Fallback"})
_SIGNS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_TARGET = re.compile(r"https?:|mailto:|#", re.IGNORECASE)


class Document:
    """Takes the main part of a Word file and writes its text.

    `title` is the span of the first paragraph in the style of a title.
    """

    def __init__(self, styles: Styles, targets: dict[str, str]) -> None:
        self.writer = Writer()
        self.title: Span | None = None
        self._styles = styles
        self._targets = targets
        self._open: list[str] = []
        self._skipped = 0
        self._tables: list[int] = []  # of each open table: how many paragraphs its cell has yet
        self._paragraph = self._run = Style()
        self._made: dict[str, Style] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a tag that opens."""
        self._open.append(name)
        self._skipped += name in _SKIPPED
        if self._skipped:
            return
        match name:
            case "p":
                self._paragraph = Style()
                self._between_paragraphs()
            case "tbl":
                self.writer.part(PARAGRAPH)
                self._tables.append(0)
            case "tr":
                self.writer.part(LINE)
            case "tc" if self._tables:
                self.writer.part(TAB)
                self._tables[-1] = 0
            case "pStyle":
                self._begin_paragraph(attributes.get("val", ""))
            case "hyperlink":
                self._link(attributes)
            case "r":
                self._run = Style()
            case _:
                self._in_run(name, attributes)

    def end(self, name: str) -> None:
        """Take a tag that closes."""
        if not self._skipped:
            if name in {"p", "r", "hyperlink"}:
                span = self.writer.close(len(self._open))
                self.title = self.title or span
            elif name == "tbl" and self._tables:
                self._tables.pop()
                self.writer.part(PARAGRAPH)
            elif name == "body":
                self._tables.clear()
        self._skipped -= name in _SKIPPED
        self._open.pop()

    def data(self, words: str) -> None:
        """Take words; those outside `t` are codes and measures."""
        if self._skipped or not self._open or self._open[-1] != "t":
            return
        if self._run.bold or (self._run.bold is None and self._paragraph.bold):
            self.writer.mark(self._run_at(), "bold")
        if self._run.italic or (self._run.italic is None and self._paragraph.italic):
            self.writer.mark(self._run_at(), "italic")
        self.writer.write(words)

    def _run_at(self) -> int:
        """Give how deep the run is in which words stand: it closes what it opens."""
        return len(self._open) - 1

    def _between_paragraphs(self) -> None:
        if not self._tables:
            self.writer.part(PARAGRAPH)
            return
        if self._tables[-1]:
            self.writer.part(LINE)
        self._tables[-1] += 1

    def _begin_paragraph(self, key: str) -> None:
        self._paragraph = self._style(key)
        at = len(self._open) - 2  # the tag is in the paragraph's properties
        if level := self._paragraph.level:
            self.writer.mark(at, "heading", level)
        if self._paragraph.is_title and self.title is None:
            self.writer.watch(at)

    def _link(self, attributes: dict[str, str]) -> None:
        anchor = attributes.get("anchor")
        target = self._targets.get(attributes.get("id", ""), f"#{anchor}" if anchor else "")
        if _TARGET.match(target):
            self.writer.mark(len(self._open), "link", target[:2000])

    def _in_run(self, name: str, attributes: dict[str, str]) -> None:
        """Take what stands in a run: signs, ends of lines, and what its words look like."""
        inside = self._open[-2] if len(self._open) > 1 else ""
        if inside == "rPr" and self._open[-3:-2] == ["r"]:
            if name == "b":
                self._run.bold = is_on(attributes)
            elif name == "i":
                self._run.italic = is_on(attributes)
            elif name == "rStyle":
                self._look(self._style(attributes.get("val", "")))
        elif inside == "r" and name in _SIGNS:
            self.writer.write(_SIGNS[name])
        elif inside == "r" and name == "tab":
            self.writer.part(TAB)
        elif inside == "r" and name in {"br", "cr"}:
            self.writer.part(LINE if attributes.get("type") != "page" else PARAGRAPH)

    def _look(self, style: Style) -> None:
        self._run.bold = style.bold if self._run.bold is None else self._run.bold
        self._run.italic = style.italic if self._run.italic is None else self._run.italic

    def _style(self, key: str) -> Style:
        if key not in self._made:
            self._made[key] = self._styles.of(key)
        return self._made[key]
