"""What changed between two versions of a picture, in words."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.domain.picture.rules.changes import (
    Changes,
    JudgementChange,
    ProblemChange,
    Turn,
)
from handslag.domain.picture.rules.words import Aspect, Confidence, Direction, Part
from handslag.web.answers import capital, joined, number
from handslag.web.words.picture import (
    ASPECTS,
    CONFIDENCES,
    DIRECTIONS,
    PARTS,
    PRIORITIES,
    TURNS,
)


@dataclass(frozen=True, slots=True)
class ToldJudgement:
    """A judgement then and now."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """What became of one problem between two versions."""

    turn: str
    code: str
    title: str
    why: str
    priority: str
    judgements: tuple[ToldJudgement, ...]
    wording: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All that differs between two versions, in words."""

    answer: str
    problems: tuple[ToldProblem, ...]
    parts: tuple[tuple[str, str, str], ...]


def told(found: Changes) -> Told:
    """What changed, as a page tells it: the sentence first."""
    order = list(Turn)
    rows = sorted(found.problems, key=lambda change: order.index(change.turn))
    return Told(
        answer=changes_answer(found),
        problems=tuple(map(_told_problem, rows)),
        parts=tuple(
            (str(PARTS[Part(part.what)]), part.before, part.after) for part in found.parts
        ),
    )


def changes_answer(found: Changes) -> str:
    """ "Ett problem är nytt, ett är stängt och ett har fått annan prioritet." """
    if found.is_empty:
        return _("Nothing has changed.")
    parts = [words % {"count": number(count)} for count, words in _counts(found) if count]
    if not parts:
        return _("Only words have changed.")
    return f"{capital(joined(parts))}."


def _counts(found: Changes) -> list[tuple[int, str]]:
    """How many problems each thing has happened to, and the words for it."""
    new = len(found.of(Turn.NEW))
    gone = len(found.of(Turn.CLOSED, Turn.LEFT_OUT))
    back = len(found.of(Turn.REOPENED))
    moved = sum(change.priority is not None for change in found.problems)
    judged = sum(bool(change.judgements) for change in found.problems)
    return [
        (new, ngettext("%(count)s problem is new", "%(count)s problems are new", new)),
        (gone, ngettext("%(count)s problem is gone", "%(count)s problems are gone", gone)),
        (back, ngettext("%(count)s problem is back", "%(count)s problems are back", back)),
        (
            moved,
            ngettext(
                "%(count)s problem has another priority",
                "%(count)s problems have another priority",
                moved,
            ),
        ),
        (
            judged,
            ngettext(
                "%(count)s problem is judged otherwise",
                "%(count)s problems are judged otherwise",
                judged,
            ),
        ),
    ]


def _told_problem(change: ProblemChange) -> ToldProblem:
    names: dict[str, Any] = {one.value: str(name) for one, name in PRIORITIES.items()}
    unweighed = _("not weighed")
    priority = ""
    if change.priority:
        priority = _("%(before)s before, %(after)s now.") % {
            "before": names.get(change.priority[0], unweighed),
            "after": names.get(change.priority[1], unweighed).lower(),
        }
    return ToldProblem(
        turn=str(TURNS[change.turn]),
        code=change.turn.value,
        title=change.title,
        why=change.why if change.priority or change.turn is Turn.CLOSED else "",
        priority=capital(priority) if priority else "",
        judgements=tuple(map(_told_judgement, change.judgements)),
        wording=tuple(
            (str(_fields()[one.what]), one.before, one.after) for one in change.wording
        ),
    )


def _told_judgement(change: JudgementChange) -> ToldJudgement:
    return ToldJudgement(
        str(ASPECTS[change.aspect]),
        _one_judgement(change.aspect, change.before),
        _one_judgement(change.aspect, change.after),
    )


def _one_judgement(aspect: Aspect, row: Any) -> str:
    if row is None:
        return ""
    short = DIRECTIONS[aspect][Direction(row["direction"])] if row["direction"] else ""
    sure = CONFIDENCES[Confidence(row["confidence"])] if row["confidence"] else ""
    lead = f"{capital(str(short))}." if short else ""
    return " ".join(part for part in (lead, row["text"], str(sure)) if part)


def _fields() -> dict[str, str]:
    return {
        "title": _("The problem in one line"),
        "description": _("What happens?"),
        "place": pgettext("label", "Where"),
        "time_stated": pgettext("label", "When"),
        "affected": pgettext("label", "Who is affected"),
    }
