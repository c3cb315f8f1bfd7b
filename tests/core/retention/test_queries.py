"""The document management plan names every table once."""

import re
from collections import Counter

from django.apps import apps

from handslag.core.retention import queries


def stated() -> Counter[str]:
    return Counter(statement.model for statement in queries.statements())


def test_each_model_is_named_in_exactly_one_statement():
    models = {model._meta.label for model in apps.get_models()}
    assert {
        "missing": sorted(models - set(stated())),
        "unknown": sorted(set(stated()) - models),
        "twice": sorted(model for model, count in stated().items() if count > 1),
    } == {"missing": [], "unknown": [], "twice": []}


def test_a_series_is_named_by_a_code():
    for statement in queries.statements():
        assert re.fullmatch(r"[a-z_]+", statement.keep), statement


def test_each_statement_is_a_sentence():
    for statement in queries.statements():
        assert statement.why.endswith("."), statement
