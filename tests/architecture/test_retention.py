"""Every model is named in exactly one statement of how long it is kept."""

from collections import Counter
from importlib import import_module

from django.apps import apps

from handslag.core.retention.queries import statements
from handslag.core.retention.rules import Statement
from tests.architecture import tree

# Also the tables of many-to-many fields, and those that came with a library.
MODELS = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}


def test_every_model_is_in_exactly_one_statement():
    stated = Counter(statement.model for statement in statements())
    assert {name: stated[name] for name in MODELS if stated[name] != 1} == {}


def test_no_statement_is_about_a_model_that_does_not_exist():
    assert sorted({one.model for one in statements()} - MODELS.keys()) == []


def test_a_package_states_it_for_its_own_models():
    elsewhere = [
        f"{statement.model} in {tree.where(package)}"
        for layer in (tree.CORE, tree.DOMAIN)
        for package in tree.packages(layer)
        if tree.modules_named(package, "rules")
        for statement in _stated(package.parent.name, package.name)
        if not MODELS[statement.model].__module__.startswith(
            f"handslag.{package.parent.name}.{package.name}."
        )
    ]
    assert elsewhere == []


def _stated(layer: str, package: str) -> tuple[Statement, ...]:
    module = import_module(f"handslag.{layer}.{package}.rules")
    stated: tuple[Statement, ...] = getattr(module, "RETENTION", ())
    return stated
