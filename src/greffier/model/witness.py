"""One received text, and what its form says beside its words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from greffier.errors import SpanError
from greffier.model.span import Span

MarkKind = Literal["bold", "italic", "heading", "link"]
EncodingBasis = Literal["declared", "valid", "detected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the form of the source says about a stretch of text: that it is bold, a heading, a link.

    `value` is the target of a link, or the level of a heading as a digit.
    """

    kind: MarkKind
    span: Span
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What the page states about itself outside its running text, such as a field of a YAML head.

    Args:
        key: `title`, `date`, `place`, `publisher`, `url`, `language`, or any other field.
        value: as printed.
        span: where in the witness text it is printed, if it is.
    """

    key: str
    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How the bytes became text.

    Args:
        name: the codec, as the IANA registry names it in lower case: `utf-8`, `windows-1251`.
        basis: `declared` by a byte order mark or the page, `valid` where the bytes are valid UTF-8,
            `detected` where it was worked out from the bytes and may be wrong.
        lost: how many bytes no character could be found for (U+FFFD stands in the text for them).
    """

    name: str
    basis: EncodingBasis
    lost: int = 0


UTF8 = Encoding(name="utf-8", basis="valid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One received text: what every span points into.

    The text is the decoded content of a text file, unchanged. `language` is a BCP 47 tag, `und`
    until the text has been read. Bytes are kept by the archive, named by `digest`.
    """

    digest: str
    name: str
    media_type: str
    language: str
    length: int
    text: str
    url: str | None = None
    encoding: Encoding = UTF8
    marks: tuple[Mark, ...] = ()
    hints: tuple[Hint, ...] = ()

    def __post_init__(self) -> None:
        if self.length != len(self.text):
            raise SpanError(
                self.name, f"a length of {self.length}", f"the text has {len(self.text)}"
            )

    def stated(self, key: str) -> str | None:
        """Give what the page states about itself under `key`, wherever it does so first."""
        return next((" ".join(hint.value.split()) for hint in self.hints if hint.key == key), None)

    @property
    def id(self) -> str:
        """The short name of the witness in addresses: the first 16 digits of its digest."""
        return short(self.digest)


def short(digest: str) -> str:
    """Give the short name of a witness: the first 16 digits of its digest."""
    return digest.removeprefix("sha256:")[:16]


def digest_of(data: bytes) -> str:
    """Give the name of received bytes: `sha256:` and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def witness_of(text: str, *, name: str = "text", media_type: str = "text/plain") -> Witness:
    """Make a witness of text that is at hand, as if it had been received as UTF-8.

    Lone surrogates have no UTF-8 form; they are digested as `surrogatepass` writes them.
    """
    data = text.encode("utf-8", "surrogatepass")
    return Witness(
        digest=digest_of(data),
        name=name,
        media_type=media_type,
        language="und",
        length=len(text),
        text=text,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A witness with the bytes that it came as."""

    witness: Witness
    data: bytes
