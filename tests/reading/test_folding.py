"""What is matched is folded, and every place in it leads back to what was printed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.model import Span
from greffier.reading.folding import View, fold
from tests.reading.texts import ANY_TEXT, UNSEEN

# Few characters, so that what folding treats apart comes together often.
DENSE = st.text(alphabet='ab \u00a0\t\n\r\u00ad\u200b\u2028"«—\ue000\U000f0000', max_size=40)
TEXTS = ANY_TEXT | DENSE

Edit = tuple[int, int, str]


@st.composite
def _edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Draw cuts and symbols for a view of `length` characters, in order and apart."""
    places = sorted(draw(st.sets(st.integers(0, length), max_size=8)))
    news = st.sampled_from(["", "\U000f0001"])
    return [(start, end, draw(news)) for start, end in list(pairwise(places))[::2]]


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Talant\u00a0Mamytov", "Talant Mamytov"),  # official sites bind names together
        ("Secretary General of the \u00a0CSTO", "Secretary General of the CSTO"),
        ("organi\u00adsation", "organisation"),  # may be broken here; it was not
        ("one\u200btwo\ufeff", "onetwo"),
        ("one \u200e two", "one two"),
        ("one\r\ntwo\r\n\r\nthree", "one\ntwo\n\nthree"),
        ("one\rtwo", "one\ntwo"),  # a carriage return alone ended lines once
        ("one\r\r\ntwo", "one\ntwo"),  # a file that was converted twice
        ("one   \t two", "one two"),
        ("  one \n \n two  ", "one\n\ntwo"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("«a» „b“ “c” ‘d’ e’s", '"a" "b" "c" \'d\' e\'s'),
        ("Nagorno‑Karabakh — 25−30", "Nagorno-Karabakh – 25-30"),
        # Room for the reader's own symbols, which nobody can then smuggle in.
        ("a\ue000b\U000f0000c\U00100000d", "a\ufffdb\ufffdc\ufffdd"),
        ("half \ud83d a pair", "half \ufffd a pair"),
        ("Ёлки, Ɵ, 🕊", "Ёлки, Ɵ, 🕊"),  # letters are nobody's to change
        ("", ""),
        (" \n \r\n ", "\n\n"),
    ],
)
def test_what_is_printed_oddly_is_matched_plainly(printed: str, folded: str) -> None:
    assert View.of(printed).text == folded


def test_a_folded_value_stands_on_one_line() -> None:
    assert (
        fold(" Official\u00a0website \r\n of the  President ")
        == "Official website of the President"
    )


def test_a_place_leads_back_over_what_is_not_seen() -> None:
    printed = "Mr\u00a0\u00a0Rah\u00admon\r\nspoke"
    view = View.of(printed)
    start = view.text.index("Rahmon")
    assert view.span(start, start + 6).cut(printed) == "Rah\u00admon"
    assert view.words(0, len(view.text), printed) == "Mr Rahmon spoke"


def test_a_blank_stands_for_what_was_cut_out() -> None:
    printed = "Threats to\nS/PV.7138\npeace"
    view = View.of(printed)
    whole = view.edited([(view.text.index("\n"), view.text.rindex("\n") + 1, "\n")])
    assert whole.words(0, len(whole.text), printed) == "Threats to peace"
    assert whole.words(len("Threats to"), len(whole.text), printed) == "peace"


def test_a_symbol_stands_for_all_that_it_replaces() -> None:
    printed = "the Prime\u00a0 Minister of Armenia spoke"
    view = View.of(printed)
    start = view.text.index("Prime")
    tagged = view.edited([(0, 4, ""), (start, start + len("Prime Minister"), "\U000f0000")])
    assert tagged.text == "\U000f0000 of Armenia spoke"
    assert tagged.span(0, 1).cut(printed) == "Prime\u00a0 Minister"
    assert tagged.words(0, len(tagged.text), printed) == "Prime Minister of Armenia spoke"
    assert tagged.position(printed.index("Armenia")) == tagged.text.index("Armenia")


@given(TEXTS)
def test_every_place_of_a_view_lies_in_the_text(printed: str) -> None:
    view = View.of(printed)
    spans = [view.span(at, at + 1) for at in range(len(view.text))]
    assert all(0 <= span.start < span.end <= len(printed) for span in spans)


@given(TEXTS)
def test_folding_keeps_the_order(printed: str) -> None:
    view = View.of(printed)
    starts = [view.span(at, at + 1).start for at in range(len(view.text))]
    assert starts == sorted(set(starts))


@given(TEXTS)
def test_nothing_is_lost_but_blanks_and_what_is_not_seen(printed: str) -> None:
    view = View.of(printed)
    kept = {view.span(at, at + 1).start for at, char in enumerate(view.text) if not char.isspace()}
    assert kept == {
        at for at, char in enumerate(printed) if not char.isspace() and char not in UNSEEN
    }


@given(TEXTS)
def test_words_stay_apart(printed: str) -> None:
    """Where blanks or a line's end stood between two words, something still does."""
    seen = "".join(char for char in printed if char not in UNSEEN or char == "\r")
    assert len(View.of(printed).text.split()) == len(seen.split())


@given(TEXTS)
def test_a_view_has_no_blank_to_spare(printed: str) -> None:
    text = View.of(printed).text
    assert "  " not in text
    assert all(line == line.strip(" ") for line in text.split("\n"))


@given(TEXTS)
def test_folding_twice_changes_no_more(printed: str) -> None:
    once = View.of(printed).text
    assert View.of(once).text == once


@given(TEXTS)
def test_where_a_character_was_kept_its_position_is_found_again(printed: str) -> None:
    view = View.of(printed)
    assert all(view.position(view.span(at, at + 1).start) == at for at in range(len(view.text)))


@given(TEXTS)
def test_positions_run_with_the_text(printed: str) -> None:
    view = View.of(printed)
    places = [view.position(at) for at in range(len(printed) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(view.text) for place in places)


@given(st.data(), TEXTS)
def test_an_edited_view_stands_for_what_it_replaced(data: st.DataObject, printed: str) -> None:
    view = View.of(printed)
    edits = data.draw(_edits(len(view.text)))
    out = view.edited(edits)
    at = done = 0
    for start, end, new in [*edits, (len(view.text), len(view.text), "")]:
        for copied in range(done, start):
            assert out.text[at] == view.text[copied]
            assert out.span(at, at + 1) == view.span(copied, copied + 1)
            assert out.position(out.span(at, at + 1).start) == at
            at += 1
        if new:
            assert out.text[at] == new
            assert out.span(at, at + 1) == view.span(start, end)
            at += 1
        done = end
    assert at == len(out.text)


@given(st.data(), TEXTS)
def test_views_of_views_still_lead_into_the_text(data: st.DataObject, printed: str) -> None:
    view = View.of(printed)
    for _ in range(3):
        view = view.edited(data.draw(_edits(len(view.text))))
    last = Span(0, 1)
    for at in range(len(view.text)):
        span = view.span(at, at + 1)
        assert span.end <= len(printed)
        assert at == 0 or span.start >= last.end
        last = span


@given(TEXTS)
def test_words_are_what_is_printed_with_plain_blanks(printed: str) -> None:
    view = View.of(printed)
    seen = "".join(char for char in printed if char not in UNSEEN)
    words = view.words(0, len(view.text), printed)
    assert "".join(words.split()) == "".join(seen.split())
    assert words == " ".join(words.split())
