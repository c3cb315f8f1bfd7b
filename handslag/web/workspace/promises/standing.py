"""Where a set stands, in one sentence, for those who work with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from handslag.core.approvals import queries as approvals
from handslag.core.approvals.models import Round
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import (
    PublishedWording,
    SetStanding,
    read,
    standing_of,
    standings,
)
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.verdicts import tally
from handslag.web.answers import how_it_stands
from handslag.web.words.promises import STATES


@dataclass(frozen=True, slots=True)
class SetLine:
    """One set in a list: what it is called and where it stands."""

    set: PromiseSet
    state: str
    stands: str
    is_past: bool


def lines_of(sets: Iterable[PromiseSet], *, today: date) -> list[SetLine]:
    """The sets, those that hold now or come first, the latest first. As many queries for
    one as for many."""
    rows = list(sets)
    past = {row.pk for row in rows if _is_past(row, today)}
    now = [row for row in rows if row.pk not in past]
    wordings = {row.pk: read(row.version.content) for row in now if row.version}
    stand = standings(wordings, today=today)
    waiting = (row.round_id for row in now if row.state == State.IN_APPROVAL)
    rounds = approvals.rounds_with_answers(pk for pk in waiting if pk is not None)
    lines = [
        SetLine(
            set=row,
            state=str(STATES[State(row.state)]),
            stands=_stands(
                row,
                (wordings[row.pk], stand[row.pk]) if row.pk in wordings else None,
                rounds.get(row.round_id or 0),
            )
            if row.pk not in past
            else "",
            is_past=row.pk in past,
        )
        for row in rows
    ]
    lines.sort(key=lambda line: line.set.starts or date.max, reverse=True)
    return sorted(lines, key=lambda line: line.is_past)


def published_standing(
    set_: PromiseSet, *, today: date
) -> tuple[PublishedWording, SetStanding] | None:
    """What the public reads of the set, and what became of it."""
    if set_.version is None:
        return None
    wording = read(set_.version.content)
    return wording, standing_of(set_, wording, today=today)


def where_it_stands(
    set_: PromiseSet, public: tuple[PublishedWording, SetStanding] | None
) -> str:
    """ "Väntar på svar från …", or what became of how many promises."""
    in_approval = set_.state == State.IN_APPROVAL
    round_ = approvals.round_with_answers(set_.round_id) if in_approval else None
    return _stands(set_, public, round_)


def _stands(
    set_: PromiseSet,
    public: tuple[PublishedWording, SetStanding] | None,
    round_: Round | None,
) -> str:
    if set_.state == State.IN_APPROVAL:
        return _awaited(round_)
    if set_.taken_down_at is not None:
        return _("The summary is taken down. Its address says so.")
    if public is None:
        return _("Nobody outside the parties can see it yet.")
    wording, standing = public
    counted = tally(one.verdict for one in standing.promises)
    period = wording.period
    said = how_it_stands(counted, period.stated, starts=period.starts).text
    if set_.state == State.WITHDRAWN:
        return _("The set is withdrawn. %(said)s") % {"said": said}
    if set_.state == State.DRAFT:
        return _(
            "It is being changed. Until all have approved, the public reads: %(said)s"
        ) % {"said": said}
    return said


def _awaited(round_: Round | None) -> str:
    parties = round_.parties.all() if round_ else ()
    missing = [party.name for party in parties if not hasattr(party, "vote")]
    return _("Waiting for an answer from: %(parties)s.") % {"parties": ", ".join(missing)}


def _is_past(set_: PromiseSet, today: date) -> bool:
    settled = set_.state in {State.SETTLED, State.WITHDRAWN}
    return settled and set_.ends is not None and set_.ends.year < today.year - 1
