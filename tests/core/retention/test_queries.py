"""The document management plan names every table once."""

import re
from collections import Counter

from handslag.core.retention import queries


def stated() -> Counter[str]:
    return Counter(statement.model for statement in queries.statements())


def test_nothing_is_stated_twice():
    """That every table is stated is tried in tests/architecture/test_retention.py."""
    assert [model for model, count in stated().items() if count > 1] == []


def test_a_series_is_named_by_a_code():
    for statement in queries.statements():
        assert re.fullmatch(r"[a-z_]+", statement.keep), statement


def test_each_statement_is_a_sentence():
    for statement in queries.statements():
        assert statement.why.endswith("."), statement
