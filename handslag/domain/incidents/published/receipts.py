"""What whoever holds the code of a receipt may see: how it goes, never what was written.

The words and the point of the report are not here: a receipt may be lost.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from handslag.domain.incidents.models import Incident, Message, Step
from handslag.domain.incidents.queries.receipts import (
    incidents_of,
    messages_of,
    report_by_letter,
    report_here,
)
from handslag.domain.incidents.rules import Better, Deed, Outcome, Phase, TextState
from handslag.domain.incidents.rules.receipts import (
    Wanted,
    may_answer,
    may_ask_if_better,
    may_take_back,
)

# What is between the organisations, and not for the one who reported.
_INNER = frozenset({Deed.SHARED, Deed.KEPT_OWN})
# Words about another's report, put together with this one, are shown when it is closed.
_TOLD_OF_OTHERS = frozenset({Deed.CLOSED})


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that was taken, and what was said about it."""

    deed: Deed
    at: datetime
    by: str
    owner: str
    outcome: Outcome | None
    words: str


@dataclass(frozen=True, slots=True)
class Course:
    """How it goes with one thing that was reported."""

    sv: str
    en: str
    place: str
    phase: Phase
    outcome: Outcome | None
    owner: str
    due: date | None
    steps: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A question or an answer. `text` is empty while a moderator has not read it."""

    is_from_reporter: bool
    by: str
    at: datetime
    text: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """How it goes with a report."""

    sent_at: datetime
    courses: tuple[Course, ...]
    messages: tuple[Said, ...]
    better: Better | None
    may_answer: bool
    may_take_back: bool
    asks_if_better: bool


@dataclass(frozen=True, slots=True)
class LetterLink:
    """What a link in a letter asks for, and on which day the report was sent."""

    wanted: Wanted
    sent_at: datetime
    is_done: bool


def receipt(slug: str, code: str) -> Receipt | None:
    """The receipt with this code in this municipality. Five queries."""
    report = report_here(slug, code)
    if report is None:
        return None
    incidents = list(incidents_of(report))
    messages = list(messages_of(report))
    phases = [_ruling(one).phase for one in incidents]
    return Receipt(
        sent_at=report.sent_at,
        courses=tuple(_course(one) for one in incidents),
        messages=tuple(_said(one) for one in messages),
        better=Better(report.better) if report.better else None,
        may_answer=may_answer([one.is_from_reporter for one in messages]),
        may_take_back=may_take_back(
            phases,
            steps=sum(len(one.steps.all()) for one in incidents),
            messages=len(messages),
            others=sum(one.me_too + len(one.merged.all()) for one in incidents),
        ),
        asks_if_better=may_ask_if_better(phases),
    )


def letter_link(slug: str, token: str) -> LetterLink | None:
    """What the link of a letter asks for; nothing when it is too old or not ours."""
    found = report_by_letter(slug, token)
    if found is None:
        return None
    report, wanted = found
    done = not hasattr(report, "contact")
    if wanted is not Wanted.STOP:
        done = report.better == wanted.value
    return LetterLink(wanted, report.sent_at, done)


def _ruling(incident: Incident) -> Incident:
    """The one whose handling counts: that which it was put together with, if so."""
    return incident.merged_into or incident


def _course(incident: Incident) -> Course:
    ruling = _ruling(incident)
    return Course(
        sv=incident.category.sv,
        en=incident.category.en or incident.category.sv,
        place=incident.place.name if incident.place else "",
        phase=Phase(ruling.phase),
        outcome=Outcome(ruling.outcome) if ruling.outcome else None,
        owner=ruling.owner.name if ruling.owner else "",
        due=ruling.due,
        steps=tuple(_steps(incident)),
    )


def _steps(incident: Incident) -> Iterable[Taken]:
    own = [(one, one.words) for one in incident.steps.all()]
    if incident.merged_into is not None:
        since = max((one.at for one, _ in own), default=incident.received_at)
        own += [
            (one, one.words if one.deed in _TOLD_OF_OTHERS else "")
            for one in incident.merged_into.steps.all()
            if one.at > since
        ]
    shown = [(one, words) for one, words in own if one.deed not in _INNER]
    for one, words in sorted(shown, key=lambda pair: pair[0].at):
        yield _taken(one, words)


def _taken(step: Step, words: str) -> Taken:
    return Taken(
        deed=Deed(step.deed),
        at=step.at,
        by=step.by.name if step.by else "",
        owner=step.owner.name if step.owner else "",
        outcome=Outcome(step.outcome) if step.outcome else None,
        words=words,
    )


def _said(message: Message) -> Said:
    return Said(
        is_from_reporter=message.is_from_reporter,
        by=message.by.name if message.by else "",
        at=message.at,
        text=message.text,
        waits=message.text_state == TextState.HELD,
    )
