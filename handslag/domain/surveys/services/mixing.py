"""Opening sealed answers: many at once, mixed, with all that tied them taken away."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from random import SystemRandom
from typing import Any
from uuid import UUID

import numpy as np
from django.db import transaction
from django.db.models import Q

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.core.sealing.boxes import CannotOpenError, unseal
from handslag.core.sealing.keys import destroy_key, has_key, kept_keys, private_key
from handslag.domain.surveys.models import (
    Batch,
    Block,
    Envelope,
    Invitation,
    SaidPlace,
    Stratum,
    Survey,
)
from handslag.domain.surveys.queries import locked
from handslag.domain.surveys.rules import Answers, Questionnaire, SurveyState
from handslag.domain.surveys.rules.batches import FULL, Filled, merged, to_open
from handslag.domain.surveys.rules.coding import FIRST, coded, columns
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.envelopes import emptied
from handslag.domain.surveys.rules.loose import places_in, texts_in
from handslag.domain.surveys.rules.words import QuestionKind
from handslag.domain.voices import services as voices
from handslag.domain.voices.rules import Phase, VoiceDraft
from handslag.statistics.columns import pack, unpack
from handslag.statistics.grid import to_sweref

_chance = SystemRandom()


@transaction.atomic
def open_batches(actor: Actor, survey: Survey, *, now: datetime) -> int:
    """Open what may be opened of a survey; say how many answers were."""
    require_system(actor)
    row = locked(survey)
    is_over = row.state == SurveyState.CLOSED
    if is_over and row.batches.exists():
        _give_up_lost(actor, row)
        _merge(row)
    opened = 0
    for stratum, waiting in _waiting(row).items():
        for group in to_open([_filled(one) for one in waiting], is_over=is_over):
            keys = {one.key for one in group}
            batches = [one for one in waiting if one.pk in keys]
            opened += _open(actor, row, stratum, batches, now=now)
    if opened:
        _count(row, read(row.document), opened)
        record(actor, "surveys.answers_opened", row, on_behalf=row.home_id, n=opened)
    if is_over and row.occasion.phase == Phase.OPEN:
        voices.end_hearing(actor, row.occasion, people=row.answered, now=now)
    return opened


@transaction.atomic
def take_in_mixed(
    actor: Actor,
    survey: Survey,
    stratum: Stratum | None,
    answers: Sequence[Answers],
    *,
    now: datetime,
) -> None:
    """Take in answers of one stratum that come together from elsewhere, without who gave
    them: an earlier wave. Raises NotAllowedError: surveys.too_few_to_mix.
    """
    require_system(actor)
    row = locked(survey)
    if len(answers) < FULL:
        raise NotAllowedError("surveys.too_few_to_mix")
    _keep(actor, row, stratum.pk if stratum else None, list(answers), now=now)
    _count(row, read(row.document), len(answers))
    n = len(answers)
    record(actor, "surveys.answers_taken_in", row, on_behalf=row.home_id, n=n)


def open_due(actor: Actor, *, now: datetime) -> int:
    """Open what may be opened in every survey, each in a transaction of its own."""
    waits = Q(pk__in=Batch.objects.values("survey"))
    ends = Q(state=SurveyState.CLOSED, occasion__phase=Phase.OPEN)
    surveys = Survey.objects.filter(waits | ends).order_by("pk")
    return sum(open_batches(actor, one, now=now) for one in surveys)


@transaction.atomic
def forget_keys(actor: Actor) -> int:
    """Destroy every key whose batch is no more: of a deed that was broken off."""
    require_system(actor)
    kept = set(kept_keys())
    needed = set(Batch.objects.filter(pk__in=kept).values_list("pk", flat=True))
    for key in kept - needed:
        destroy_key(key)
    return len(kept - needed)


@transaction.atomic
def give_codes_back(actor: Actor, survey: Survey) -> int:
    """The key of some sealed answers is gone for good, while others still answer: those who
    gave them may answer once more. Say how many answers were lost.

    Raises NotAllowedError: surveys.is_not_open, surveys.no_key_is_lost.
    """
    row = locked(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    if row.state != SurveyState.OPEN:
        raise NotAllowedError("surveys.is_not_open")
    lost = _give_up_lost(actor, row)
    if not lost:
        raise NotAllowedError("surveys.no_key_is_lost")
    return lost


def _give_up_lost(actor: Actor, row: Survey) -> int:
    """What has no key is never opened: its codes can be used again. Say how many answers.

    When it is over this comes before anything is put together, for what lay with a lost
    batch may be too few by itself. Until then somebody may still put the key back."""
    lost = [one for one in row.batches.all() if not has_key(one.pk)]
    for batch in lost:
        record(
            actor,
            "surveys.key_was_lost",
            row,
            on_behalf=row.home_id,
            answers=batch.filled,
        )
        Invitation.objects.filter(batch=batch).update(used_on=None, batch=None)
        _destroy(batch)
    return sum(one.filled for one in lost)


def _merge(row: Survey) -> None:
    """Put strata in which too few answered together with others, before any is opened."""
    strata = {one.code: one for one in row.strata.all()}
    answered = {
        code: one.invitations.filter(used_on__isnull=False).count()
        for code, one in strata.items()
        if one.merged_into_id is None
    }
    for code, other in merged(answered).items():
        Stratum.objects.filter(pk=strata[code].pk).update(merged_into=strata[other])
        Stratum.objects.filter(merged_into=strata[code]).update(merged_into=strata[other])


def _waiting(row: Survey) -> dict[int | None, list[Batch]]:
    """The batches of each stratum that there is a key to, thin ones under the one they are
    put together with."""
    found: dict[int | None, list[Batch]] = defaultdict(list)
    for one in Batch.objects.filter(survey=row).select_related("stratum").order_by("nr"):
        stratum = one.stratum
        if has_key(one.pk):
            found[(stratum.merged_into_id or stratum.pk) if stratum else None].append(one)
    return found


def _filled(batch: Batch) -> Filled[UUID]:
    return Filled(batch.pk, batch.filled)


def _open(
    actor: Actor,
    row: Survey,
    stratum: int | None,
    batches: Sequence[Batch],
    *,
    now: datetime,
) -> int:
    """Open these together: mixed, and nothing left of what they lay in."""
    answers: list[Answers] = []
    for batch in batches:
        answers += _unsealed(actor, row, batch)
    _keep(actor, row, stratum, answers, now=now)
    for batch in batches:
        _destroy(batch)
    return len(answers)


def _keep(
    actor: Actor, row: Survey, stratum: int | None, answers: list[Answers], *, now: datetime
) -> None:
    """Mix them, and keep numbers, texts and places each by themselves."""
    if not answers:
        return
    _chance.shuffle(answers)
    asked = read(row.document)
    Block.objects.create(
        survey=row,
        stratum_id=stratum,
        answers=len(answers),
        columns=_packed(asked, answers),
        opened_on=stockholm_day(now),
    )
    _keep_texts(actor, row, asked, answers, now=now)
    _keep_places(row, asked, answers)


def _unsealed(actor: Actor, row: Survey, batch: Batch) -> list[Answers]:
    """The answers of a batch. Raises CannotOpenError when its key went just now."""
    private = private_key(batch.pk)
    if private is None:
        raise CannotOpenError
    found = []
    for one in batch.envelopes.values_list("sealed", flat=True):
        try:
            found.append(emptied(unseal(private, bytes(one))))
        except (CannotOpenError, ValueError):
            record(actor, "surveys.answer_was_broken", row, on_behalf=row.home_id)
    return found


def _destroy(batch: Batch) -> None:
    """The envelopes and the batch go now, the key when that is on the disk."""
    Invitation.objects.filter(batch=batch).update(batch=None)
    Envelope.objects.filter(batch=batch).delete()
    key = batch.pk
    batch.delete()
    transaction.on_commit(lambda: destroy_key(key))


def _packed(asked: Questionnaire, answers: Sequence[Answers]) -> bytes:
    """Nothing of a survey that asks for words and places alone."""
    found = _columns(asked, answers)
    return pack(found) if found else b""


def _columns(asked: Questionnaire, answers: Sequence[Answers]) -> dict[str, Any]:
    rows = [coded(asked, one) for one in answers]
    return {
        one.name: np.array(
            [row[one.name] for row in rows], dtype=np.int32 if one.is_wide else np.uint16
        )
        for one in columns(asked)
    }


def _keep_texts(
    actor: Actor,
    row: Survey,
    asked: Questionnaire,
    answers: Iterable[Answers],
    *,
    now: datetime,
) -> None:
    """Texts become voices of the occasion: of each question by themselves, in an order
    of their own, so that two texts of one person do not stand side by side."""
    texts = [text for one in answers for text in texts_in(asked, one)]
    _chance.shuffle(texts)
    drafts = [VoiceDraft(text, source=source) for source, text in texts]
    if drafts:
        voices.hear(actor, row.occasion, drafts, now=now)


def _keep_places(row: Survey, asked: Questionnaire, answers: Iterable[Answers]) -> None:
    found = [place for one in answers for place in places_in(asked, one)]
    _chance.shuffle(found)
    near = dict(
        row.home.places.filter(
            public_id__in=[one.place for one in found if one.place]
        ).values_list("public_id", "pk")
    )
    rows = []
    for one in found:
        east, north = to_sweref(*one.at) if one.at else (None, None)
        rows.append(
            SaidPlace(
                survey=row,
                question=one.question,
                east=None if east is None else round(east),
                north=None if north is None else round(north),
                size=one.size,
                place_id=near.get(one.place) if one.place else None,
                words=one.words,
            )
        )
    SaidPlace.objects.bulk_create(rows)


def _count(row: Survey, asked: Questionnaire, opened: int) -> None:
    """How many answers there are now, and which quotas are full."""
    row.answered += opened
    row.full = [
        [one["question"], one["option"]]
        for one in row.quotas
        if _chose(row, asked, one["question"], one["option"]) >= one["most"]
    ]
    row.save(update_fields=["answered", "full"])


def _chose(row: Survey, asked: Questionnaire, key: str, option: str) -> int:
    """How many have chosen an option so far, among the answers that are opened."""
    question = asked.question(key)
    if question is None:
        return 0
    keys = [one.key for one in question.options]
    is_several = question.kind is QuestionKind.MULTIPLE
    column = f"{key}.{option}" if is_several else key
    code = FIRST + (1 if is_several else keys.index(option))
    return sum(
        int(np.count_nonzero(unpack(bytes(block))[column] == code))
        for block in row.blocks.values_list("columns", flat=True).iterator()
    )
