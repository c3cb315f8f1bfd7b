"""A form about a walk. All of them go this way."""

from functools import partial

from handslag.web.workspace import writing
from handslag.web.workspace.writing import BOTH, Page, nothing

written = partial(writing.written, template="walks/form")

__all__ = ["BOTH", "Page", "nothing", "written"]
