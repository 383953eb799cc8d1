"""Records taken away by an address: as files, written while they are sent."""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from greffier.errors import QueryError
from greffier.exports import FORMATS, Each, Format, Passages, Together, delivering, format_named
from greffier.exports.taking import Taken, found, from_archive
from greffier.patience import current
from greffier.web.asking import Asked, asked
from greffier.web.description import files
from greffier.web.download import attachment
from greffier.web.rendering import archive_of
from greffier.web.waiting import LONGEST

router = APIRouter(tags=["archive"])

_ZIP: Final = "application/zip"
_FIRST: Final = 300.0  # seconds that the first piece of a file may take
_WITHOUT_CHUNKS: Final = {"1.0", "0.9"}


@router.get("/export", responses=files(), response_class=StreamingResponse)
def export(
    request: Request,
    wanted: Annotated[Asked, Depends(asked)],
    shape: Annotated[
        str,
        Query(
            alias="format",
            max_length=20,
            description="one of `/api/formats`",
            json_schema_extra={"enum": [*FORMATS]},
        ),
    ] = "jsonl",
    record: Annotated[
        tuple[str, ...], Query(max_length=1_000, description="only these records")
    ] = (),
    witness: Annotated[
        tuple[str, ...], Query(max_length=1_000, description="only these witnesses")
    ] = (),
) -> Response:
    """Take away records: those that are named, those that a search finds, or all there are.

    `record` may be given more than once, each by its base; or `witness`, for that one. One
    document, or one stream of all records, comes as it is; several files come as a ZIP file.
    """
    if request.scope["http_version"] in _WITHOUT_CHUNKS:
        # It ends where the connection does: nobody could tell a part of it from the whole.
        raise HTTPException(505, "a file asked for by HTTP/1.0")
    archive = archive_of(request)
    format_ = format_named(shape)
    if isinstance(format_.writer, Passages):
        if not wanted.anything:
            raise QueryError("format", f"`{shape}` without a search", "say what to search for")
        chunks = format_.writer.write(archive.hits(wanted.question()))
        return _answer(chunks, format_.media_type, f"passages{format_.ending}")
    if bool(record) + bool(witness) + wanted.anything > 1:
        met = "records, witnesses and a search beside each other"
        raise QueryError("record", met, "name records or witnesses, or search for records")
    keys = found(archive, wanted.question()) if wanted.anything else record or witness or None
    taken = from_archive(archive, keys, exactly=bool(witness))
    return _sent(format_, taken, (*record, *witness)[0] if len(record + witness) == 1 else "")


def _sent(format_: Format, taken: Iterator[Taken], key: str) -> Response:
    """Answer with records; `key` is the only one, if one was asked for."""
    writer = format_.writer
    if isinstance(writer, Together):
        name = f"{key or 'records'}{format_.ending}"
        return _answer(writer.write(taken), format_.media_type, name)
    if isinstance(writer, Each) and key:
        one = delivering.only(taken, key)
        return _answer(writer.write(one), format_.media_type, f"{one.name}{format_.ending}")
    chunks = delivering.zipped(format_, taken)
    return _answer(chunks, _ZIP, f"{key or 'records'}.{format_.name}.zip")


def _answer(chunks: Iterator[bytes], media_type: str, name: str) -> Response:
    """Answer with a file; what is wrong with the request shows before anything is sent.

    Tables are written whole before their first piece can be sent, so that this one may take longer.
    """
    if patience := current():
        patience.renew(_FIRST, longest=LONGEST)
    first = next(chunks, b"")
    return StreamingResponse(
        chain([first], chunks),
        media_type=media_type,
        headers={"Content-Disposition": attachment(name)},
    )
