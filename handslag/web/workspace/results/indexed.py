"""The index 0-6 of the police surveys as it is shown: number, word and colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.surveys.figures import Figures
from handslag.domain.surveys.figures.police_index import (
    SHIPPED,
    Index,
    Scored,
    bands,
    index_of,
)
from handslag.domain.surveys.rules import Questionnaire, said
from handslag.domain.surveys.rules.police_index import BandsError
from handslag.web.ui.templatetags.ui import number, percent
from handslag.web.words.results import INDEX_REFUSED, INDEX_WORDS
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of the index with its word; nothing where too few answered."""

    level: int
    number: str
    word: Text
    share: str = ""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The table, or why there is none."""

    refused: Text
    heads: Sequence[str] = ()
    rows: Sequence[tuple[str, Sequence[Cell | None]]] = ()
    totals: Sequence[Cell | None] = ()
    is_example: bool = False


def indexed(asked: Questionnaire, figures: Figures) -> Indexed | None:
    """Nothing when the survey asks about no indicator."""
    path = Path(settings.POLICE_INDEX_FILE or SHIPPED)
    try:
        known = bands(path)
    except BandsError as error:
        line = _("Line %(line)s of the file with the bands cannot be used.")
        return Indexed(line % {"line": error.line})
    except (OSError, UnicodeDecodeError):
        return Indexed(_("The file with the bands cannot be read."))
    found = index_of(asked, figures, known)
    if found is None:
        return None
    return Indexed(INDEX_REFUSED[found.refused]) if found.refused else _table(found)


def _table(index: Index) -> Indexed:
    language = (get_language() or "sv")[:2]
    return Indexed(
        refused="",
        heads=[_("All together"), *(said(one.words, language) for one in index.areas)],
        rows=[
            (
                one.indicator.en if language == "en" else one.indicator.sv,
                [_cell(cell) for cell in (one.whole, *one.areas)],
            )
            for one in index.measured
        ],
        totals=[_total(one) for one in (index.whole, *index.totals)],
        is_example=index.is_example,
    )


def _cell(scored: Scored | None) -> Cell | None:
    if scored is None:
        return None
    share = percent(scored.percent / 100)
    return Cell(scored.points, str(scored.points), INDEX_WORDS[scored.points], share)


def _total(found: Decimal | None) -> Cell | None:
    if found is None:
        return None
    level = int(found.to_integral_value())
    return Cell(level, number(found, 2), INDEX_WORDS[level])
