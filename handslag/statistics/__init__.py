"""How we count. Numbers in, numbers out: no framework, no database, no clock.

Every public function can be had from here: `from handslag.statistics import rate_ratio`.
A module is loaded when something of it is first asked for, so that a page that only
needs an interval does not wait for the maps.
"""

from importlib import import_module
from typing import Any

from handslag.statistics.names import WHERE


def __getattr__(name: str) -> Any:
    if name not in WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{WHERE[name]}"), name)


def __dir__() -> list[str]:
    return sorted(WHERE)
