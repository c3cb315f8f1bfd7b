"""What the screen says for the field's codes: names, hints and refusals, in plain words.

Each part of the field has a file here. A new part adds its refusals below; the
codes of the parts after promises begin with the name of the part.
"""

from collections.abc import Mapping

from handslag.core.refusals import NotAllowedError
from handslag.web.words import (
    agreements,
    analysis,
    approvals,
    causes,
    connections,
    council,
    desks,
    dialogues,
    est,
    evidence,
    exporting,
    fielding,
    figure_files,
    guard,
    handling,
    importing,
    incidents,
    picture,
    plans,
    point_files,
    police_events,
    promises,
    reporters,
    reporting,
    results,
    series,
    steps,
    surveys,
    voices,
    walks,
    weeks,
    year,
)
from handslag.web.words.text import Text

_PARTS = (
    agreements,
    approvals,
    evidence,
    guard,
    handling,
    incidents,
    importing,
    reporting,
    desks,
    reporters,
    promises,
    causes,
    steps,
    year,
    council,
    picture,
    plans,
    weeks,
    est,
    surveys,
    fielding,
    results,
    exporting,
    voices,
    dialogues,
    walks,
    analysis,
    series,
    connections,
    figure_files,
    point_files,
    police_events,
)
REFUSALS: Mapping[str, Text] = {
    code: sentence for part in _PARTS for code, sentence in part.REFUSALS.items()
}


def refusal(error: NotAllowedError) -> str:
    """The sentence for someone who asked for what the rules do not allow.

    A fact that is a list is said with semicolons between: "%(promises)s".
    """
    facts = {
        name: "; ".join(map(str, fact)) if isinstance(fact, list | tuple) else fact
        for name, fact in error.facts.items()
    }
    sentence = str(REFUSALS[error.code])
    return sentence % facts if facts else sentence
