"""Measures one module in this process, whose database is its own."""

import inspect
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

import django
from django.core.management import call_command

Figures = Mapping[str, float | int | str]


def measurements(module: object) -> Iterator[Callable[[], Figures]]:
    """The functions named `measure_…`, in the order in which they are written."""
    found = inspect.getmembers(module, inspect.isfunction)
    own = [function for name, function in found if name.startswith("measure_")]
    yield from sorted(own, key=lambda function: function.__code__.co_firstlineno)


def shown(value: float | str) -> str:
    """A figure with as many digits as it deserves."""
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def main(name: str) -> None:
    """Migrate, measure, print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "handslag.config.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    began = time.monotonic()
    for function in measurements(import_module(f"tests.bench.{name}")):
        print(
            f"[{time.monotonic() - began:6.1f} s] {name}: {function.__name__}",
            file=sys.stderr,
            flush=True,
        )
        for figure, value in function().items():
            print(f"{figure}: {shown(value)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
