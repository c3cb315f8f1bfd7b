"""Foreign keys follow the layers too, though no import shows them."""

import re
import tomllib

from django.apps import apps

from tests.architecture import tree

CONTRACTS = tomllib.loads((tree.ROOT / "pyproject.toml").read_text())["tool"][
    "importlinter"
]["contracts"]


def rows(contract_id: str) -> list[list[str]]:
    """The layers of a contract, each as the names that stand on one line."""
    (contract,) = (one for one in CONTRACTS if one["id"] == contract_id)
    return [re.findall(r"\w+", row) for row in contract["layers"]]


def place(module: str) -> tuple[int, int, str]:
    """How far up a model lives: by folder, then by line, and in which package."""
    _, folder, package, *_ = f"{module}..".split(".")
    inner = {"domain": rows("field"), "core": rows("core")}.get(folder, [])
    lines = [-number for number, row in enumerate(inner) if package in row]
    folders = [-number for number, row in enumerate(rows("layers")) if folder in row]
    return folders[0], lines[0] if lines else 0, package


def may_point(model: str, target: str) -> bool:
    """Down, or to its own; two packages on one line know nothing of each other."""
    *upper, package = place(model)
    *lower, other = place(target)
    return lower < upper or package == other


def links() -> list[tuple[str, str, str]]:
    ours = [model for model in apps.get_models() if _is_ours(model)]
    return [
        (f"{model.__name__}.{field.name}", model.__module__, target.__module__)
        for model in ours
        for field in (*model._meta.fields, *model._meta.many_to_many)
        for target in [field.related_model]
        if isinstance(target, type) and _is_ours(target)
    ]


def _is_ours(model: type) -> bool:
    return model.__module__.startswith("handslag.")


def test_no_foreign_key_points_upwards_or_sideways():
    found = links()
    assert found
    wrong = [name for name, model, target in found if not may_point(model, target)]
    assert wrong == []


def test_the_direction_is_read_from_the_contracts():
    promises = "handslag.domain.promises.models"
    assert may_point(promises, "handslag.domain.evidence.models")
    assert may_point(promises, "handslag.core.approvals.models")
    assert not may_point("handslag.domain.evidence.models", promises)
    assert not may_point("handslag.core.approvals.models", promises)
    assert not may_point("handslag.core.mail.models", "handslag.core.files.models")
    assert may_point("handslag.core.approvals.models", "handslag.core.audit.models")
