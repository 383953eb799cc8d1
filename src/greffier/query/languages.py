"""Whether the words that are counted or compared are of several languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.archive.speech import Size

if TYPE_CHECKING:
    from greffier.archive import Archive, Question


def mixed(archive: Archive, *questions: Question) -> tuple[Size, ...]:
    """Give how many words of each language are counted; nothing, where that is one language.

    A word of one language is rare in another, so that what is told of both together may say more
    of the languages than of who spoke.

    Args:
        archive: what is looked through.
        questions: whose passages are counted; the words that they must hold make no difference.
    """
    passages: dict[str | None, int] = {}
    words: dict[str | None, int] = {}
    for question in questions:
        if question.language is None:
            for one in archive.languages(replace(question, words="")):
                passages[one.value] = passages.get(one.value, 0) + one.passages
                words[one.value] = words.get(one.value, 0) + one.words
    if len(words.keys() - {None}) < 2:  # noqa: PLR2004 - several are two or more
        return ()
    ordered = sorted(words, key=lambda value: (-words[value], value or ""))
    return tuple(Size(value, passages[value], words[value]) for value in ordered)


def shared(archive: Archive, *questions: Question) -> tuple[str, ...]:
    """Give the languages in which each of some questions has words, the one of most words first.

    Args:
        archive: what is looked through.
        questions: at least one; the words that passages must hold count here.
    """
    held = [
        {one.value: one.words for one in archive.languages(question) if one.value}
        for question in questions
    ]
    common = set.intersection(*map(set, held))
    return tuple(sorted(common, key=lambda value: (-sum(one[value] for one in held), value)))
