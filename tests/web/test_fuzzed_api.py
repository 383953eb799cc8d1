"""Whatever the API is asked, it answers as its description says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.config import SchemathesisConfig

from greffier import jobs, sources, wiring
from greffier.archive import open_archive
from greffier.settings import Settings
from greffier.web import create_app
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis.schemas import BaseSchema

# A query of words has a grammar that no pattern describes, and a name that a record does not have
# is a fault of the question here, so that what fits the description may still be refused with 400;
# a name that several persons bear is answered with 300.
_CONFIG = {
    "checks": {
        "positive_data_acceptance": {
            "expected-statuses": ["2xx", "300", "400", "401", "404"],
        }
    }
}


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """Give the description of the API over an archive of the examples."""
    with_all = tmp_path_factory.mktemp("fuzzed") / "archive"
    archive = open_archive(with_all, create=True)
    jobs.add_all(archive, sources.find([EXAMPLES]), executor=wiring.executor())
    app = create_app(archive, Settings(token="fuzzed-and-fuzzed-and-fuzzed"))
    yield schemathesis.openapi.from_asgi(
        "/api/openapi.json", app, config=SchemathesisConfig.from_dict(_CONFIG)
    )
    archive.close()


schema = schemathesis.pytest.from_fixture("api")


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case: Case) -> None:
    case.call_and_validate()
