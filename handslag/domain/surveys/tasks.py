"""What is made public is protected here, by the installation itself: it takes seconds.

The solver takes a second to load, which no page should wait for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.domain.surveys.figures.counting import Made, finished
from handslag.domain.surveys.figures.document import Figures, Part
from handslag.domain.surveys.figures.grouping import Division
from handslag.domain.surveys.figures.linked import Read, alone, together
from handslag.domain.surveys.figures.released import (
    Cell,
    PartKey,
    Released,
    covered,
    of_groups,
    only,
    read_release,
    written_release,
)
from handslag.domain.surveys.figures.waves import in_both, why_not_public
from handslag.domain.surveys.models import Release, Survey
from handslag.domain.surveys.queries import locked
from handslag.domain.surveys.rules import Questionnaire
from handslag.domain.surveys.rules.counting import FEWEST_IN_PUBLIC
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import ReleaseState
from handslag.domain.surveys.services.counting import made_now
from handslag.statistics.protection import (
    CannotProtectError,
    protect,
    protect_together,
)

NOTHING: Cell = ("", "", -1)  # hidden when a part is not read at all
Plan = tuple[Read, frozenset[Cell]]  # and what is hidden in it
ONCE_PUBLIC = (ReleaseState.PUBLISHED, ReleaseState.REPLACED, ReleaseState.TAKEN_BACK)


def prepare_releases(actor: Actor) -> int:
    """Protect everything that has been asked for, each in a transaction of its own."""
    require_system(actor)
    asked = Release.objects.filter(state=ReleaseState.ASKED).order_by("pk")
    return sum(prepare_release(actor, one) for one in asked.select_related("survey"))


@transaction.atomic
def prepare_release(actor: Actor, release: Release) -> bool:
    """Make the tables of a release, with all that must be hidden left out of them."""
    require_system(actor)
    survey = locked(release.survey)
    row = Release.objects.select_for_update().get(pk=release.pk)
    if row.state != ReleaseState.ASKED:
        return False
    try:
        row.content = written_release(_released(survey, row.questions))
        row.state = ReleaseState.READY
    except ValueError as error:
        if str(error) != "E_CANNOT_PROTECT":
            raise
        row.state = ReleaseState.REFUSED
    row.save(update_fields=["content", "state"])
    record(
        actor,
        "surveys.release_prepared",
        survey,
        on_behalf=survey.home_id,
        number=row.number,
        state=row.state,
    )
    return True


def _released(survey: Survey, keys: Sequence[str]) -> Released:
    """The chosen questions as anyone may read them, and how they have changed."""
    before, made = _hidden_before(survey), made_now(survey)
    asked = read(survey.document)
    reads = list(_reads(made, asked, keys, before))
    safe = {one.key: (one.by, out) for one, out in _safe(reads, made, survey.width)}
    parts, hidden = list[Part](), dict[PartKey, frozenset[Cell]]()
    for at, one in enumerate(made.parts):
        key = (one.part.question, one.part.row)
        if key[0] not in keys or not one.cells:
            continue
        by, out = safe.get(key, ((), frozenset({NOTHING})))
        hidden[key] = out | _not_divided(made.by, by)
        parts.append(finished(made, at, by, fewest=0))
    figures = _compared(survey, replace(made.figures, parts=tuple(parts)), hidden)
    parts = [covered(one, hidden[one.question, one.row]) for one in figures.parts]
    return Released(
        only(asked, keys), replace(figures, parts=tuple(parts)), hidden, survey.width
    )


def _compared(
    survey: Survey, now: Figures, hidden: Mapping[PartKey, frozenset[Cell]]
) -> Figures:
    """Beside what is public of the wave before, or why it is not."""
    before = survey.follows
    public = (
        before.releases.filter(state=ReleaseState.PUBLISHED).first() if before else None
    )
    then = read_release(bytes(public.content)) if public else None
    reason = why_not_public(now, then, is_first=before is None)
    if reason or before is None or then is None:
        return replace(now, not_compared=reason)
    made = made_now(before)
    parts = [
        finished(made, at, (), fewest=0)
        for at, one in enumerate(made.parts)
        if NOTHING not in then.hidden.get((one.part.question, one.part.row), {NOTHING})
    ]
    earlier = replace(made.figures, parts=tuple(parts))
    asked = read(survey.document), read(before.document)
    return in_both((now, asked[0], hidden), (earlier, asked[1], then.hidden))


def _hidden_before(survey: Survey) -> Mapping[PartKey, frozenset[Cell]]:
    """What was hidden in each part that anyone has ever read. Once read it is known."""
    found: dict[PartKey, frozenset[Cell]] = {}
    for one in Release.objects.filter(survey=survey, state__in=ONCE_PUBLIC):
        found |= read_release(bytes(one.content)).hidden
    return found


def _reads(
    made: Made,
    asked: Questionnaire,
    keys: Sequence[str],
    before: Mapping[PartKey, frozenset[Cell]],
) -> Iterator[Read]:
    """The parts to be read now, and those that were read before: both are known. A part
    that few have answered is not read at all."""
    for one in made.parts:
        question, key = asked.question(one.part.question), (one.part.question, one.part.row)
        hidden = before.get(key)
        if question is None or not one.cells or (hidden and NOTHING in hidden):
            continue
        by = of_groups(made.by, question)
        if hidden is not None:
            shown = (one for one in by if not _all_out(one, hidden))
            yield Read(one, question, tuple(shown), hidden)
        elif question.key in keys and one.part.answered >= FEWEST_IN_PUBLIC:
            yield Read(one, question, tuple(by))


def _all_out(division: Division, hidden: frozenset[Cell]) -> bool:
    return all(("", division.what, at) in hidden for at in range(division.many))


def _not_divided(divisions: Sequence[Division], by: Sequence[Division]) -> frozenset[Cell]:
    shown = {one.what for one in by}
    return frozenset(
        ("", one.what, at)
        for one in divisions
        if one.what not in shown
        for at in range(one.many + 1)
    )


def _safe(reads: Sequence[Read], made: Made, k: int) -> Sequence[Plan]:
    """Each part by itself, then all of them together, with less of what cannot be kept.

    Raises ValueError("E_CANNOT_PROTECT") when what was read before gives it away."""
    plans = [_by_itself(one, k) for one in reads]
    while plans:
        joint = together([one for one, _ in plans], made.by, made.figures.n)
        own = {(one.key, cell) for one, cells in plans for cell in cells}
        out = frozenset(key for key, place in joint.places.items() if place in own)
        try:
            hidden = protect_together(joint.counts, out, k=k)
        except CannotProtectError as error:
            plans = _with_less(plans, joint.places[error.key], k)
        else:
            return [(one, joint.cells(hidden, one.key)) for one, _ in plans]
    return []


def _by_itself(read: Read, k: int) -> Plan:
    """In as many divisions as can be kept. What was read before is as it was."""
    if read.before is not None:
        return read, read.before
    for many in range(len(read.by), -1, -1):
        for by in combinations(read.by, many):
            fewer = replace(read, by=by)
            linked = alone(fewer)
            try:
                return fewer, linked.cells(protect(linked.counts, k=k), read.key)
            except CannotProtectError:
                continue
    raise AssertionError  # everybody together can be kept: nothing is hidden in it


def _with_less(plans: Sequence[Plan], weak: tuple[PartKey, Cell], k: int) -> list[Plan]:
    """Without what says how many there are of a small group; else without the division
    in which a count cannot be kept, of the part itself or of others beside it; without a
    whole part if that is what it takes."""
    key, (_, what, _) = weak
    own = [one for one, _ in plans if one.before is None]
    naming = [one for one in own if what and one.question.background == what]
    divided = [one for one in own if any(by.what == what for by in one.by)]
    nearest = sorted(naming or divided or own, key=lambda one: one.key != key)
    if not nearest:
        raise ValueError("E_CANNOT_PROTECT")
    less, fewer = nearest[0], list[Plan]()
    if divided and not naming:
        fewer = [_by_itself(nearest[0].without(what), k)]
    elif less.by and not naming:
        fewer = [_by_itself(replace(less, by=()), k)]
    return [new for one in plans for new in (fewer if one[0] is less else [one])]
