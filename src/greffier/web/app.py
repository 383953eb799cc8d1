"""The application: routes, walls and the dress of errors, put together."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import Depends, FastAPI
from starlette.middleware import Middleware
from starlette.staticfiles import StaticFiles

from greffier import __version__
from greffier.web import counting
from greffier.web.api import router as api
from greffier.web.asking_api import router as asking_api
from greffier.web.authority_api import router as authority_api
from greffier.web.authority_pages import router as authority_pages
from greffier.web.bounds import Bounds, OwnHosts
from greffier.web.citing import router as citing
from greffier.web.corpus import pages as corpus
from greffier.web.corpus_api import router as corpus_api
from greffier.web.description import described
from greffier.web.exporting import router as exporting
from greffier.web.failures import HANDLERS
from greffier.web.feeds import router as feeds
from greffier.web.forwarded import Forwarded
from greffier.web.judging import router as judging
from greffier.web.judging_api import router as judging_api
from greffier.web.known_parameters import known_parameters
from greffier.web.own_forms import OwnForms
from greffier.web.pages import router as pages
from greffier.web.requests import Requests
from greffier.web.security import SecurityHeaders, allowed_hosts
from greffier.web.tries import Tries
from greffier.web.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from greffier.archive.protocol import Archive
    from greffier.settings import Settings


# Who asks waits in turn, rather than beside all others that share the interpreter: of fifty at
# once the slowest wait half as long, and what each thread has of memory is not had forty times.
_THREADS = 16


@asynccontextmanager
async def _running(_: FastAPI) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield


def create_app(archive: Archive, settings: Settings) -> FastAPI:
    """Make the application that shows `archive`; whoever opened the archive closes it.

    Args:
        archive: what is shown. Its methods are called from several threads.
        settings: which host names are answered, and which token lets people judge.
    """
    app = FastAPI(
        title="Greffier",
        summary="The published records of meetings, each fact with the words that support it.",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # FastAPI's own pages load scripts from another site
        redoc_url=None,
        middleware=[
            Middleware(Requests),
            Middleware(Forwarded),
            Middleware(SecurityHeaders),
            Middleware(OwnForms),
            Middleware(
                OwnHosts,
                allowed_hosts=allowed_hosts(settings.hosts),
                www_redirect=False,
            ),
            Middleware(Waiting),
            Middleware(Bounds),
        ],
        exception_handlers=HANDLERS,
        lifespan=_running,
    )
    app.state.archive = archive
    app.state.token = settings.token
    app.state.tries = Tries()
    app.mount("/static", StaticFiles(packages=[("greffier.web", "static")]), name="static")
    app.include_router(pages, include_in_schema=False)
    app.include_router(feeds, include_in_schema=False)
    app.include_router(authority_pages, include_in_schema=False)
    app.include_router(counting.pages, include_in_schema=False)
    app.include_router(corpus, include_in_schema=False)
    app.include_router(citing, include_in_schema=False)
    app.include_router(judging, include_in_schema=False)
    for one in (api, asking_api, corpus_api, judging_api, exporting, authority_api, counting.api):
        app.include_router(one, prefix="/api", dependencies=[Depends(known_parameters)])
    described(app)
    return app
