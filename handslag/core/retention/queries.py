"""Finding what each package says about its own models."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from handslag.core.retention.rules import THIRD_PARTY, Statement


def statements() -> Iterator[Statement]:
    """Every statement there is, package by package: the document management plan."""
    yield from THIRD_PARTY
    for package in apps.get_app_configs():
        rules = f"{package.name}.rules"
        if package.name.startswith("handslag.") and find_spec(rules):
            yield from getattr(import_module(rules), "RETENTION", ())
