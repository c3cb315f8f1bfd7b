"""How it goes with a report, in sentences."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from handslag.domain.incidents.published import Receipt
from handslag.domain.incidents.published.receipts import Course, Taken
from handslag.domain.incidents.rules import Deed, Outcome, Phase
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.incidents import DEEDS, OUTCOMES
from handslag.web.words.text import Text

_OPEN = (Phase.NEW, Phase.ASSIGNED, Phase.UNDERWAY)


@dataclass(frozen=True, slots=True)
class TakenLine:
    """A step: what was done, when, by whom, and the words about it."""

    at: datetime
    deed: Text
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class CourseLine:
    """How it goes with one thing of the report."""

    name: str
    stands: str
    steps: tuple[TakenLine, ...]


def answer_of(seen: Receipt) -> str:
    """The first sentence: where it stands as a whole."""
    phases = {one.phase for one in seen.courses}
    if phases == {Phase.CLOSED}:
        return _("It is closed. Below you see how it ended.")
    if Phase.UNDERWAY in phases:
        return _("Work with it goes on.")
    if phases <= {Phase.NEW}:
        return _("It has been received. Nobody has begun with it yet.")
    return _("It has been given to the one whose task it is.")


def courses_of(seen: Receipt, language: str) -> list[CourseLine]:
    """Each thing that was reported, with its steps, the first step first."""
    return [
        CourseLine(
            name=_name(one, language),
            stands=_stands(one),
            steps=tuple(_line(step) for step in one.steps),
        )
        for one in seen.courses
    ]


def _name(one: Course, language: str) -> str:
    kind = one.en if language == "en" else one.sv
    return f"{kind}, {one.place}" if one.place else kind


def _stands(one: Course) -> str:
    """ "Hos tekniska kontoret. Ska vara klart senast 4 december 2026." """
    if one.outcome is not None:
        return f"{OUTCOMES[one.outcome]}."
    said = {
        Phase.NEW: _("New: nobody has begun with it yet."),
        Phase.ASSIGNED: _("It waits with %(owner)s.") % {"owner": one.owner or "–"},
        Phase.UNDERWAY: _("%(owner)s works with it.") % {"owner": one.owner}
        if one.owner
        else _("Work with it goes on."),
        Phase.CLOSED: "",
    }[one.phase]
    if one.due is None or one.phase not in _OPEN:
        return said
    return f"{said} " + _("To be done by %(day)s.") % {"day": swedish_date(one.due)}


def _line(step: Taken) -> TakenLine:
    deed: Text = DEEDS[step.deed]
    if step.deed is Deed.ASSIGNED and step.owner:
        deed = _("Given to %(owner)s") % {"owner": step.owner}
    if isinstance(step.outcome, Outcome):
        deed = f"{deed}: {OUTCOMES[step.outcome]}"
    return TakenLine(step.at, deed, step.by, step.words)
