"""Every fixture gives exactly the reviewed article."""

import json

import pytest

from newsclean import parse_article
from tests.cases import Case, cases, dump


@pytest.mark.parametrize("case", cases("post"), ids=str)
def test_post(case: Case, request: pytest.FixtureRequest) -> None:
    """The article is exactly as reviewed; `--accept SLUG` writes the expectation of one case."""
    found = dump(parse_article(case.source, url=case.url))
    accepted = request.config.getoption("--accept")
    if accepted is not None and accepted != str(case):
        pytest.skip(f"only {accepted} is accepted in this run")
    if accepted is not None:
        case.expectation.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.skip(f"wrote {case.expectation}: review the diff")
    assert case.expectation.exists(), f"no expectation: pytest --accept {case}, then review it"
    assert found == case.expected
