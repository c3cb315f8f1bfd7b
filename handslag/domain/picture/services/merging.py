"""One joint picture out of what each party sees. The own pictures stay as they are."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.picture.models import (
    Judgement,
    Passage,
    Picture,
    Problem,
    SourceNote,
)
from handslag.domain.picture.queries import own_pictures, party_ids, working_problems
from handslag.domain.picture.queries.pictures import next_position
from handslag.domain.picture.rules.merging import common, least_sure
from handslag.domain.picture.rules.words import Aspect, Part, When
from handslag.domain.picture.services.locking import locked


@transaction.atomic
def merge_problems(
    actor: Actor, joint: Picture, chosen: Sequence[Problem], *, into: Problem | None = None
) -> Problem:
    """Make one joint problem of one or several own ones, or add them to one that is there.

    The words of each side are kept, under its name. What they agree on is taken over;
    they are together as sure as the less sure of them.
    """
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(joint))
    row = locked(joint)
    own = _seen(actor, row, chosen)
    problem = into or Problem(picture=row, position=next_position(row.problems.all()))
    if problem.picture_id != row.pk:
        raise NotAllowedError("picture.merged_elsewhere")
    if into is None:
        _take_facts(problem, own)
    problem.description = "\n\n".join(
        filter(None, [problem.description, *map(_attributed, own)])
    )
    problem.revision += 1 if problem.pk else 0
    problem.save()
    for aspect in Aspect:
        _merge_judgement(problem, aspect, own)
    _take_sources(row, problem, own)
    for one in own:
        Problem.objects.filter(pk=one.pk).update(
            merged_into=problem, merged_revision=one.revision
        )
    record(actor, "picture.problems_merged", problem, sides=len(own))
    return problem


@transaction.atomic
def take_passages(
    actor: Actor, joint: Picture, passages: Sequence[Passage]
) -> list[Passage]:
    """Take over passages of the own pictures, each under the name of its party.

    What has been taken before, in the same wording, is not taken twice.
    """
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(joint))
    row = locked(joint)
    seen = {picture.pk: picture for picture in own_pictures(actor, row)}
    taken = []
    for passage in passages:
        if passage.picture_id not in seen:
            raise NotAllowedError("picture.not_shared")
        if not passage.is_guide and not _is_taken(row, passage):
            taken.append(_take(row, passage, seen[passage.picture_id]))
    _drop_guides(row, {Part(passage.part) for passage in taken})
    record(actor, "picture.passages_taken", row, passages=len(taken))
    return taken


def _seen(actor: Actor, joint: Picture, chosen: Sequence[Problem]) -> list[Problem]:
    """The own problems, in the order chosen, if the actor sees them and they are free."""
    pictures = [picture.pk for picture in own_pictures(actor, joint)]
    found = working_problems().filter(
        pk__in=[one.pk for one in chosen], picture__in=pictures
    )
    by_key = {one.pk: one for one in found.select_related("picture__party", "place")}
    if not chosen or len(by_key) < len({one.pk for one in chosen}):
        raise NotAllowedError("picture.not_shared")
    if any(one.merged_into_id for one in by_key.values()):
        raise NotAllowedError("picture.already_merged")
    return [by_key[one.pk] for one in chosen]


def _take_facts(problem: Problem, own: Sequence[Problem]) -> None:
    """What all of them say of theme, place, time and people; the first gives the title."""
    first = own[0]
    problem.theme, problem.title = first.theme, first.title
    problem.place = first.place if len({one.place_id for one in own}) == 1 else None
    problem.place_stated = _joined(one.place_stated or str(one.place or "") for one in own)
    if problem.place and problem.place_stated == str(problem.place):
        problem.place_stated = ""
    said = {when for one in own for when in one.time_pattern}
    problem.time_pattern = [when.value for when in When if when.value in said]
    problem.time_stated = _joined(one.time_stated for one in own)
    problem.affected = _joined(one.affected for one in own)
    problem.is_internal = all(one.is_internal for one in own)


def _attributed(own: Problem) -> str:
    return f"{_name(own)}: {own.description}" if own.description.strip() else ""


def _name(own: Problem) -> str:
    return own.picture.party.name if own.picture.party else own.picture.home.name


def _joined(texts: Iterable[str]) -> str:
    kept = dict.fromkeys(text.strip() for text in texts if text.strip())
    return "; ".join(kept)[:300]


def _merge_judgement(problem: Problem, aspect: Aspect, own: Sequence[Problem]) -> None:
    """What each side holds of one aspect, with all that they cite."""
    rows = [
        (one, judgement)
        for one in own
        for judgement in one.judgements.all()
        if judgement.aspect == aspect
    ]
    if not rows:
        return
    there = problem.judgements.filter(aspect=aspect).first()
    merged = there or Judgement(problem=problem, aspect=aspect)
    both = [*([there] if there else []), *(judgement for _, judgement in rows)]
    merged.text = "\n\n".join(
        [
            *([there.text] if there else []),
            *(f"{_name(one)}: {judgement.text}" for one, judgement in rows),
        ]
    )
    merged.direction = common(one.direction for one in both)
    merged.confidence = least_sure(one.confidence for one in both)
    merged.is_internal = any(one.is_internal for one in both)
    merged.revision += 1 if there else 0
    merged.save()
    for _, judgement in rows:
        _copy_citations(judgement, merged)


def _copy_citations(source: Judgement | Passage, target: Judgement | Passage) -> None:
    there = target.citations.count()
    for place, citation in enumerate(source.citations.all(), start=there):
        target.citations.get_or_create(
            evidence=citation.evidence, defaults={"position": place}
        )


def _take_sources(joint: Picture, problem: Problem, own: Sequence[Problem]) -> None:
    place = next_position(joint.sources.all())
    for one in own:
        for note in one.sources.all():
            SourceNote.objects.create(
                picture=joint,
                problem=problem,
                evidence=note.evidence,
                stated=note.stated,
                use=note.use,
                reason=note.reason,
                limits=note.limits,
                is_internal=note.is_internal,
                position=place,
            )
            place += 1


def _is_taken(joint: Picture, passage: Passage) -> bool:
    return joint.passages.filter(
        taken_from=passage, taken_revision=passage.revision
    ).exists()


def _take(joint: Picture, passage: Passage, own: Picture) -> Passage:
    taken = Passage.objects.create(
        picture=joint,
        part=passage.part,
        position=next_position(joint.passages.all()),
        text=passage.text,
        is_internal=passage.is_internal,
        written_by=own.party,
        taken_from=passage,
        taken_revision=passage.revision,
    )
    _copy_citations(passage, taken)
    return taken


def _drop_guides(joint: Picture, parts: set[Part]) -> None:
    """Where there is text now, the template's questions have done their work."""
    joint.passages.filter(is_guide=True, part__in=parts).delete()
