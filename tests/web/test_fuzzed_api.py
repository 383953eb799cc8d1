"""Whatever the API is asked, it answers as its description says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok

from greffier import jobs, sources, wiring
from greffier.archive import open_archive
from greffier.settings import Settings
from greffier.web import create_app
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis.schemas import APIOperation, BaseSchema

    from greffier.archive import Archive

# A query of words has a grammar that no pattern describes, and a name that a record does not have
# is a fault of the question here, so that what fits the description may still be refused with 400;
# a name that several persons bear is answered with 300, and an address of many kilobytes with 414.
_CONFIG = {
    "checks": {
        "positive_data_acceptance": {
            "expected-statuses": ["2xx", "300", "400", "401", "404", "414"],
        },
        "negative_data_rejection": {
            "expected-statuses": ["400", "401", "404", "405", "413", "414"],
        },
    }
}


SOME = settings(
    max_examples=8,
    deadline=None,  # two cores may be shared by many
    derandomize=True,  # the same questions everywhere: what fails, fails again
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """Give the description of the API over an archive of the examples."""
    archive = open_archive(tmp_path_factory.mktemp("fuzzed") / "archive", create=True)
    jobs.add_all(archive, sources.find([EXAMPLES]), executor=wiring.executor())
    yield _described(archive)
    archive.close()


def _described(archive: Archive) -> BaseSchema:
    app = create_app(archive, Settings(hosts=("testserver",), token="x" * 20))
    config = SchemathesisConfig.from_dict(_CONFIG)
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, config=config)


def _operations(schema: BaseSchema) -> list[APIOperation[Any, Any, Any, Any]]:
    return [one.ok() for one in schema.get_all_operations() if isinstance(one, Ok)]


# What is described does not depend on the archive.
OPERATIONS = [
    (one.path, one.method, mode)
    for one in _operations(_described(cast("Archive", None)))
    for mode in GenerationMode
    if mode.is_positive or one.path != "/api/formats"  # takes nothing that could be wrong
]
# What is made up is hardly ever there: these are, so that answers are held against the description.
WORDS = ["security", "=Afghanistan", "terror* AND NOT drugs", '"collective security"~3']
KNOWN = {
    "/api/sessions/{key}": [{"key": "a4231deef9788138.s1"}],
    "/api/sessions/{key}/told": [{"key": "a4231deef9788138.s1"}],
    "/api/sessions/{key}/findings": [{"key": "a4231deef9788138.s1"}],
    "/api/records/{key}": [{"key": "a4231deef9788138"}],
    "/api/records/{key}/reading": [{"key": "a4231deef9788138"}],
    "/api/records/{key}/witnesses": [{"key": "a4231deef9788138"}],
    "/api/records/{key}/compare": [{"key": "a4231deef9788138"}],
    "/api/citations/{name}": [{"name": "a4231deef9788138.t2"}, {"name": "a4231deef9788138.s1"}],
    "/api/persons/{key}": [{"key": "vladimir-putin"}, {"key": "Emomali Rahmon"}],
    "/api/states/{name}": [{"name": "Tajikistan"}, {"name": "KG"}],
    "/api/organisations/{name}": [{"name": "CSTO"}],
    "/api/offices/{title}": [{"title": "President"}],
    "/api/lines/{name}": [{"name": "CSTO"}],
}


@pytest.mark.parametrize(("path", "method", "mode"), OPERATIONS)
def test_every_answer_is_as_described(
    api: BaseSchema, path: str, method: str, mode: GenerationMode
) -> None:
    @given(case=api[path][method].as_strategy(generation_mode=mode))
    @SOME
    def asked(case: Case[Any]) -> None:
        case.call_and_validate()

    asked()


@pytest.mark.parametrize("path", KNOWN)
def test_what_is_there_is_answered_as_described(api: BaseSchema, path: str) -> None:
    @given(case=api[path]["get"].as_strategy(), names=st.sampled_from(KNOWN[path]))
    @SOME
    def asked(case: Case[Any], names: dict[str, str]) -> None:
        case.path_parameters = dict(names)
        case.call_and_validate()

    asked()


@pytest.mark.parametrize(
    "path", ["/api/search", "/api/kwic", "/api/frequency", "/api/collocates", "/api/keywords"]
)
def test_what_was_said_is_answered_as_described(api: BaseSchema, path: str) -> None:
    @given(case=api[path]["get"].as_strategy(), words=st.sampled_from(WORDS))
    @SOME
    def asked(case: Case[Any], words: str) -> None:
        kept = {"facets", "limit", "context", "window", "sort", "by", "spoken"}
        case.query = {key: one for key, one in case.query.items() if key in kept} | {"q": words}
        case.call_and_validate()

    asked()


def test_every_parameter_is_told(api: BaseSchema) -> None:
    told = [
        (f"{one.label}: {parameter['name']}", parameter.get("description"))
        for one in _operations(api)
        for parameter in one.definition.raw.get("parameters", ())
    ]
    assert [name for name, description in told if not description] == []
