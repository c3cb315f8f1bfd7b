"""Measures one module in this process, whose database is its own."""

import inspect
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

import django
from django.core.management import call_command

from tests.bench._bounds import NOT_MET

Figures = Mapping[str, float | int | str]


def measurements(module: object) -> Iterator[Callable[[], Figures]]:
    """The functions named `measure_…`, in the order in which they are written."""
    found = inspect.getmembers(module, inspect.isfunction)
    own = [function for name, function in found if name.startswith("measure_")]
    yield from sorted(own, key=lambda function: function.__code__.co_firstlineno)


def shown(value: float | str) -> str:
    """A figure with as many digits as it deserves."""
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def main(name: str) -> int:
    """Migrate, measure, print; say whether every bound was kept."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "handslag.config.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    began, missed = time.monotonic(), False
    for function in measurements(import_module(f"tests.bench.{name}")):
        print(
            f"[{time.monotonic() - began:6.1f} s] {name}: {function.__name__}",
            file=sys.stderr,
            flush=True,
        )
        figures = function()
        for figure, value in figures.items():
            print(f"{figure}: {shown(value)}", flush=True)
        missed |= any(NOT_MET in str(value) for value in figures.values())
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
