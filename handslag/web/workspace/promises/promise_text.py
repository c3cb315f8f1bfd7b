"""A promise as lines of text: to compare what two people have written."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from handslag.domain.promises.models import Activity, Promise, Target
from handslag.domain.promises.rules.drafts import (
    ActivityDraft,
    OwnerDraft,
    PromiseDraft,
    TargetDraft,
)
from handslag.domain.promises.rules.words import (
    Condition,
    Direction,
    Measures,
    Op,
    Part,
)
from handslag.web.targets import in_words, said
from handslag.web.words.promises import CONDITIONS, DIRECTIONS, MEASURES, PARTS
from handslag.web.workspace.promises.choices import Choices
from handslag.web.workspace.promises.overtaken import Difference, differing

Line = tuple[str, str]


def compared(theirs: Promise, mine: PromiseDraft, choices: Choices) -> list[Difference]:
    """Where what the other saved differs from what this one wrote."""
    stored = _lines(draft_of(theirs), choices)
    pairs = zip(stored, _lines(mine, choices), strict=True)
    return differing((label, old, new) for (label, old), (_same, new) in pairs)


def says_the_same(theirs: Promise, mine: PromiseDraft) -> bool:
    """Whether the two have written exactly the same, so that nothing is lost."""
    return _without_keys(draft_of(theirs)) == _without_keys(mine)


def _without_keys(draft: PromiseDraft) -> PromiseDraft:
    """A target that is new has no key yet: what it says is what counts."""
    return replace(draft, targets=tuple(replace(one, key="") for one in draft.targets))


def draft_of(promise: Promise) -> PromiseDraft:
    """A stored promise as if someone handed it in."""
    targets = list(promise.targets.all())
    places = {target.pk: place for place, target in enumerate(targets)}
    return PromiseDraft(
        text=promise.text,
        heading=promise.heading,
        purpose=promise.purpose,
        number=promise.number,
        focus=promise.focus,
        place_stated=promise.place_stated or "",
        place=promise.place_id,
        measure=promise.measure_id,
        problem=promise.problem_id,
        when_stated=promise.when_stated or "",
        binds=Condition(promise.binds),
        condition=promise.condition,
        is_sensitive=promise.is_sensitive,
        owners=tuple(
            OwnerDraft(row.organisation_id, Part(row.part))
            for row in promise.responsible.all()
            if row.organisation_id
        ),
        targets=tuple(_target(row, places.get(row.part_of_id or 0)) for row in targets),
        activities=tuple(_activity(row) for row in promise.activities.all()),
        activity_types=tuple(row.code for row in promise.activity_types.all()),
        evidence=tuple(row.evidence_id for row in promise.grounds.all()),
    )


def _target(row: Target, part_of: int | None) -> TargetDraft:
    return TargetDraft(
        op=Op(row.op),
        low=row.low,
        high=row.high,
        unit=row.unit,
        per=row.per,
        note=row.note,
        counting_rule=row.counting_rule,
        beyond_ordinary=row.beyond_ordinary,
        is_shared=row.is_shared,
        measures=Measures(row.measures),
        direction=Direction(row.direction),
        direction_why=row.direction_why,
        clock_starts=row.clock_starts,
        precondition=row.precondition,
        least_share=row.least_share,
        out_of=row.out_of,
        part_of=part_of,
        key=str(row.public_id),
    )


def _activity(row: Activity) -> ActivityDraft:
    return ActivityDraft(
        row.text, row.level, row.place_stated, row.when_stated, row.owner_id
    )


def _lines(draft: PromiseDraft, choices: Choices) -> list[Line]:
    """What a draft says, label by label, always in the same order."""
    name_of = {choices.number_of[key]: name for key, name in choices.organisations}
    finding_of = {choices.finding_of[key]: words for key, words in choices.findings}
    kinds = dict(choices.activity)
    place_of = {choices.place_of[key]: name for key, name in choices.places}
    measure_of = {choices.measure_of[key]: name for key, name in choices.measures}
    problem_of = {choices.problem_of[key]: name for key, name in choices.problems}
    return [
        (_("What do you promise?"), draft.text),
        (_("Short heading"), draft.heading),
        (_("Number of the promise"), str(draft.number or "")),
        (_("Where?"), draft.place_stated),
        (_("Place on the map"), place_of.get(draft.place or 0, "")),
        (_("When?"), draft.when_stated),
        (_("When does it hold?"), f"{CONDITIONS[draft.binds]} {draft.condition}"),
        (_("Why do you promise this?"), draft.purpose),
        (
            _("Which measure of the plan does it answer to?"),
            measure_of.get(draft.measure or 0, ""),
        ),
        (_("Or only which problem?"), problem_of.get(draft.problem or 0, "")),
        (_("Focus area"), dict(choices.focus).get(draft.focus, draft.focus)),
        (_("Who answers for it?"), "\n".join(_owner_lines(draft, name_of))),
        (_("Targets"), "\n".join(_target_lines(draft))),
        (_("Activities"), "\n".join(_activity_lines(draft, name_of))),
        (
            _("What kind of thing is done?"),
            ", ".join(kinds.get(code, code) for code in draft.activity_types),
        ),
        (
            _("What does it rest on?"),
            "\n".join(finding_of.get(pk, "") for pk in draft.evidence),
        ),
        (
            _("The numbers can concern a few persons"),
            _("yes") if draft.is_sensitive else _("no"),
        ),
    ]


def _owner_lines(draft: PromiseDraft, name_of: Mapping[int, str]) -> Iterator[str]:
    for one in draft.owners:
        yield f"{name_of.get(one.organisation, '')} ({PARTS[one.part]})"


def _activity_lines(draft: PromiseDraft, name_of: Mapping[int, str]) -> Iterator[str]:
    for one in draft.activities:
        owner = name_of.get(one.owner or 0, "")
        yield f"{'– ' * one.level}{one.text} {one.place_stated} {one.when_stated} {owner}"


def _target_lines(draft: PromiseDraft) -> Iterator[str]:
    for target in draft.targets:
        parts = (
            in_words(target),
            target.counting_rule,
            target.note,
            target.clock_starts,
            target.precondition,
            "" if target.direction is Direction.UP else str(DIRECTIONS[target.direction]),
            target.direction_why,
            "" if target.measures is Measures.OUTPUT else str(MEASURES[target.measures]),
            _("Beyond what is ordinarily done") if target.beyond_ordinary else "",
            _("Shared by all municipalities in the set") if target.is_shared else "",
            "" if target.out_of is None else _in_all(target.out_of),
            "" if target.part_of is None else _part_of(target.part_of),
        )
        yield ". ".join(part for part in parts if part)


def _in_all(count: Decimal) -> str:
    return _("%(count)s in all") % {"count": said(count)}


def _part_of(place: int) -> str:
    return _("Part of target %(nr)s") % {"nr": place + 1}
