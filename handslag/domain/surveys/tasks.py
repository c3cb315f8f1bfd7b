"""What is made public is protected here, by the installation itself: it takes seconds.

The solver takes a second to load, which no page should wait for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.domain.surveys.figures.counting import TOGETHER, Counted, finished
from handslag.domain.surveys.figures.document import Grouped
from handslag.domain.surveys.figures.grouping import Division
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
from handslag.domain.surveys.models import Release, Survey
from handslag.domain.surveys.queries import locked
from handslag.domain.surveys.rules import Question
from handslag.domain.surveys.rules.counting import FEWEST_IN_PUBLIC
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import ReleaseState
from handslag.domain.surveys.services.counting import made_now
from handslag.statistics.protection import protect
from handslag.statistics.releases import Key, Relation, crossed, linked
from handslag.statistics.releases import Release as Counts
from handslag.statistics.weighting import Codes

K = 5  # so many different numbers a hidden count can be, at least
NOT = "\x00"  # after an answer: those who did not choose it
_EVERYBODY = Division(Grouped("", ()), np.zeros(0, np.int64))
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
    """The chosen questions as anyone may read them."""
    before, made = _hidden_before(survey), made_now(survey)
    asked = read(survey.document)
    hidden: dict[PartKey, frozenset[Cell]] = {}
    parts = []
    for at, one in enumerate(made.parts):
        question = asked.question(one.part.question)
        if question is None or question.key not in keys or not one.cells:
            continue
        key, by = (question.key, one.part.row), list(of_groups(made.by, question))
        hidden[key] = hidden_in(one, question, by, before.get(key))
        parts.append(covered(finished(made, at, by, fewest=0), hidden[key]))
    return Released(only(asked, keys), replace(made.figures, parts=tuple(parts)), hidden)


def _hidden_before(survey: Survey) -> Mapping[PartKey, frozenset[Cell]]:
    """What was hidden in each part that anyone has ever read. Once read it is known."""
    found: dict[PartKey, frozenset[Cell]] = {}
    for one in Release.objects.filter(survey=survey, state__in=ONCE_PUBLIC):
        found |= read_release(bytes(one.content)).hidden
    return found


def hidden_in(
    one: Counted,
    question: Question,
    by: Sequence[Division],
    before: frozenset[Cell] | None,
) -> frozenset[Cell]:
    """Which counts of a part are not shown, given what was hidden in it before."""
    counts, cells = counts_of(one, question, by)
    if before is None:
        counts = replace(counts, shown=_of_everybody(counts, cells))
    else:
        earlier = frozenset(key for key, cell in cells.items() if cell in before)
        counts = replace(counts, hidden=earlier, shown=frozenset(cells) - earlier)
    try:
        hidden = protect(counts, k=K)
    except ValueError as error:
        if str(error) != "E_CANNOT_PROTECT" or before is not None:
            raise
        # Everybody together, or nobody at all.
        hidden = frozenset(key for key, cell in cells.items() if cell[1])
    return frozenset(cells[key] for key in hidden)


def _of_everybody(counts: Counts, cells: Mapping[Key, Cell]) -> frozenset[Key]:
    """What is said of all together is kept, and groups are hidden rather than that."""
    return frozenset(
        key
        for key, (_, _, at) in cells.items()
        if at < 0 and counts.counts[key] >= FEWEST_IN_PUBLIC
    )


def counts_of(
    one: Counted, question: Question, by: Sequence[Division]
) -> tuple[Counts, Mapping[Key, Cell]]:
    """The counts of a part as they hang together, and what each of them is.

    The same whole is in every division, and of several answers that may all be chosen
    each has those who did not choose it beside it, of the same groups.
    """
    tables, cells, relations = [], dict[Key, Cell](), list[Relation]()
    whole: dict[Cell, Key] = {}
    for division in by or [_EVERYBODY]:
        for table, names in _tables(one, question, division):
            tables.append(table)
            for key, cell in names.items():
                cells[key] = cell
                if cell in whole:
                    relations.append(Relation(whole[cell], (key,)))
                else:
                    whole[cell] = key
    return linked(tables, relations), cells


def _tables(
    one: Counted, question: Question, division: Division
) -> Iterator[tuple[Counts, Mapping[Key, Cell]]]:
    cells = one.cells[division.what] if division.many else next(iter(one.cells.values()))
    groups, n = cells.counts[:-1], cells.n[:-1]
    rest = cells.counts[-1] - groups.sum(axis=0), cells.n[-1] - n.sum()
    counts = np.concatenate([groups, rest[0][None, :]])
    sizes = np.append(n, rest[1])
    if not division.many:
        counts, sizes = cells.counts[-1:], cells.n[-1:]
    there = np.flatnonzero(sizes)  # of nobody there is nothing to hide
    if question.kind not in TOGETHER:
        yield _table(division.what, counts[there], list(one.part.answers), division, there)
        return
    for at, answer in enumerate(one.part.answers):
        both = np.stack([counts[there, at], sizes[there] - counts[there, at]], axis=1)
        name = (division.what, answer)
        yield _table(name, both, [answer, f"{answer}{NOT}"], division, there)


def _table(
    name: Key, counts: Codes, answers: Sequence[str], division: Division, there: Codes
) -> tuple[Counts, Mapping[Key, Cell]]:
    made = crossed(name, counts.astype(np.int64), group_below=FEWEST_IN_PUBLIC)
    cells = {}
    for key in made.counts:
        _, row, column = key
        is_whole = row is None or not division.many
        cells[key] = (
            "" if column is None else answers[column],
            "" if is_whole else division.what,
            -1 if is_whole else int(there[row]),
        )
    return made, cells
