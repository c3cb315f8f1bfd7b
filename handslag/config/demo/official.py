"""Real figures of Brå and Kolada, read in by the same readers as anybody's files.

None of them is about the municipalities of the demonstration: they show what official
series look like when they are held. `series/shipped/README.md` says where they are from.
"""

from uuid import UUID

from handslag.config.demo.stage import TODAY, at
from handslag.core.access import system
from handslag.domain.series.reading import figures_in
from handslag.domain.series.rules.importing import Chosen, FileKind
from handslag.domain.series.services import put_figures
from handslag.domain.series.shipped import example

FILES = (
    (FileKind.BRA_YEARLY, "bra_goteborg.csv"),
    (FileKind.KOLADA, "kolada_values.json"),
)


def tell() -> None:
    """Read in the files that come with Handslag."""
    nothing = Chosen()
    for nr, (kind, name) in enumerate(FILES, 1):
        put_figures(
            system("demo"),
            kind,
            figures_in(kind, example(name), nothing),
            chosen=nothing,
            owner=None,
            run=UUID(int=nr),
            now=at(TODAY),
        )
