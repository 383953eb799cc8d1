"""An archive of three short meetings, of which every count can be told by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import reading_of, received

if TYPE_CHECKING:
    from greffier.archive import Archive

CAST = {
    "Putin": ("Vladimir Putin", "President", "Russia"),
    "Rahmon": ("Emomali Rahmon", "President", "Tajikistan"),
}
MEETINGS = (
    (
        "2015-09-15",
        """Putin: The threat grows. Threats from Afghanistan grow fast.
Rahmon: We fear a threat at our border.
""",
    ),
    (
        "2020-12",
        """Putin: Peace is near. The border is quiet.
Rahmon: Afghanistan is near and the threats are near our border.
""",
    ),
    ("2020", "Putin: One more threat.\n"),
    (None, "Rahmon: No threat, no fear.\n"),
)


def hold(archive: Archive) -> tuple[str, ...]:
    """Put the meetings into an archive, and give the names of their witnesses."""
    names = []
    for date, text in MEETINGS:
        came = received(text)
        reading = reading_of(came.witness, cast=CAST, date=date)
        names.append(archive.add(came, reading).witness)
    return tuple(names)
