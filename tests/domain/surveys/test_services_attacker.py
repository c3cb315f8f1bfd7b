"""Somebody who holds everything but the destroyed keys does not learn who answered what.

The attacker has every row of every table before and after (the write-ahead log and all
backups), in the order in which they were written, with the row numbers and transaction
numbers of the database, the lengths of all that was sealed, the log of what staff did,
and the secret of the installation, so that he knows whose each code is. He knows when
each one answered. He may not tell better whose an answer is than by guessing among those
it was opened with.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection

from handslag.config import backups
from handslag.core.access import system
from handslag.core.sealing.boxes import CannotOpenError, unseal
from handslag.domain.surveys import services
from handslag.domain.surveys.models import (
    Batch,
    Block,
    Envelope,
    Invitation,
    Stratum,
    Survey,
)
from handslag.domain.surveys.rules import Answers, Question, QuestionKind
from handslag.domain.surveys.rules.batches import FULL
from handslag.domain.voices.models import Voice
from handslag.statistics.columns import unpack
from tests.make import surveys
from tests.make.surveys import NOW, TODAY, WHY

TIMER = system("timer")
DRAWN = (500, 388, 105, 7)  # 1,000 in all; the last stratum is thin
SECRET = 1000  # numbers from here on are what each one answered, known to us alone
NUMBER = Question("nr", QuestionKind.NUMBER, {"sv": "Ditt tal"})


@dataclass(frozen=True)
class Came:
    """One answer as the attacker saw it come: whose code, and the envelope beside it."""

    who: int
    stratum: int
    envelope: UUID
    place: int  # the row number of the envelope
    sealed: bytes


@dataclass
class Seen:
    """What the attacker wrote down."""

    came: list[Came] = field(default_factory=list)
    # For each opening: who was in it, and the blocks that came out, in the order of rows.
    opened: list[tuple[list[Came], list[Block]]] = field(default_factory=list)


def row_number(table: str, key: UUID) -> int:
    """Where the database has put a row: SQLite's row number, PostgreSQL's place."""
    where, value = "rowid", key.hex
    if connection.vendor != "sqlite":
        where, value = (
            "(ctid::text::point)[0]::int * 1000 + (ctid::text::point)[1]::int",
            str(key),
        )
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {where} FROM "{table}" WHERE id = %s', [value])
        return int(cursor.fetchone()[0])


def field_it(row: Survey, commit: Any) -> tuple[Seen, dict[int, int]]:
    """1,000 answers over three weeks, opened as they come, and who answered what."""
    chance = random.Random(5)
    people = list(range(1, sum(DRAWN) + 1))
    chance.shuffle(people)
    numbers = chance.sample(range(SECRET, SECRET + 1900), len(people))
    answered = dict(zip(people, numbers, strict=True))
    seen = Seen()
    for nr, who in enumerate(people):
        _answer(row, who, answered[who], seen, day=nr // 50)
        if nr % 90 == 89:
            with commit(execute=True):
                _open(row, seen)
    return seen, answered


def _answer(row: Survey, who: int, secret: int, seen: Seen, *, day: int) -> None:
    """The text is as long as the number says: whoever sees one knows the other."""
    answers: Answers = {"nr": {"n": secret}, "why": {"t": "x" * (secret - SECRET + 1)}}
    day_ = TODAY + timedelta(days=day)
    services.receive(row, answers, code=surveys.code(row, who), today=day_)
    invitation = Invitation.objects.get(survey=row, number=who)
    known = {one.envelope for one in seen.came}
    there = Envelope.objects.filter(batch=invitation.batch)
    (new,) = [one for one in there if one.pk not in known]
    place = row_number("surveys_envelope", new.pk)
    seen.came.append(Came(who, invitation.stratum_id, new.pk, place, bytes(new.sealed)))


def _open(row: Survey, seen: Seen) -> None:
    """Open what can be, and note who was in it and what came out."""
    before = set(Block.objects.values_list("pk", flat=True))
    waiting = set(Envelope.objects.values_list("pk", flat=True))
    services.open_batches(TIMER, row, now=NOW)
    gone = waiting - set(Envelope.objects.values_list("pk", flat=True))
    new = Block.objects.exclude(pk__in=before).select_related("stratum")
    blocks = sorted(new, key=lambda one: row_number("surveys_block", one.pk))
    seen.opened.append(([one for one in seen.came if one.envelope in gone], blocks))


def numbers_of(blocks: Sequence[Block]) -> list[int]:
    return [n for one in blocks for n in unpack(bytes(one.columns))["nr"].tolist()]


# How he puts people in order, and how answers; then the first is that of the first.
PEOPLE = {
    "as they came": lambda one: 0,
    "by line of the frame": lambda one: one.who,
    "by key of the envelope": lambda one: one.envelope,
    "by row of the envelope": lambda one: one.place,
    "by what was sealed": lambda one: one.sealed,
}
ANSWERS = {
    "by row": lambda at, _n, _texts: at,
    "backwards": lambda at, _n, _texts: -at,
    "by number": lambda _at, n, _texts: n,
    "by row of the text": lambda _at, n, texts: texts[n - SECRET + 1],
}


def hits(seen: Seen, answered: dict[int, int], people: Any, answers: Any) -> int:
    """How many he gets right, stratum by stratum of each opening."""
    lengths = [
        len(one) for one in Voice.objects.order_by("pk").values_list("text", flat=True)
    ]
    texts = {length: at for at, length in enumerate(lengths)}
    found = 0
    for came, blocks in seen.opened:
        for mine, theirs in _by_stratum(came, blocks):
            given = numbers_of(theirs)
            order = sorted(range(len(given)), key=lambda at: answers(at, given[at], texts))
            assert sorted(answered[one.who] for one in mine) == sorted(given)
            found += sum(
                answered[one.who] == given[at]
                for one, at in zip(sorted(mine, key=people), order, strict=True)
            )
    return found


def joined(seen: Seen) -> int:
    """How many texts he ties to the numbers they came with, row by row of each block."""
    lengths = [
        len(one) for one in Voice.objects.order_by("pk").values_list("text", flat=True)
    ]
    found, at = 0, 0
    for came, blocks in seen.opened:
        numbers = numbers_of(blocks)
        for number, length in zip(numbers, lengths[at : at + len(came)], strict=True):
            found += number - SECRET + 1 == length
        at += len(came)
    return found


def _by_stratum(
    came: list[Came], blocks: list[Block]
) -> list[tuple[list[Came], list[Block]]]:
    """He knows in which stratum each one was drawn, and which were put together."""
    names = {
        stratum.pk: stratum.merged_into_id or stratum.pk
        for stratum in Stratum.objects.all()
    }
    people, out = defaultdict(list), defaultdict(list)
    for one in came:
        people[names[one.stratum]].append(one)
    for block in blocks:
        out[names[block.stratum_id or 0]].append(block)
    return [(people[key], out[key]) for key in out]


@pytest.mark.long
def test_he_learns_nothing_but_who_was_in_which_batch(
    coordinator, municipality, keys, django_capture_on_commit_callbacks
):
    row = surveys.opened(coordinator, municipality, (NUMBER, WHY), strata=DRAWN)
    seen, answered = field_it(row, django_capture_on_commit_callbacks)
    services.close_survey(coordinator, row, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        _open(row, seen)
    blocks = list(Block.objects.all())
    assert sum(one.answers for one in blocks) == len(seen.came) == 1000
    assert min(one.answers for one in blocks) >= FULL  # the thin stratum too
    # Guessing hits one in each batch; he that knew would hit 1,000. Four deviations.
    most = len(blocks) + 4 * len(blocks) ** 0.5
    for people, answers in product(PEOPLE.items(), ANSWERS.items()):
        right = hits(seen, answered, people[1], answers[1])
        assert right <= most, f"{people[0]}, {answers[0]}: {right} right"
    assert joined(seen) <= most
    assert len({len(one.sealed) for one in seen.came}) == 1
    _check_that_nothing_opens(seen.came[0].sealed, keys)
    assert not Invitation.objects.filter(batch__isnull=False).exists()


def _check_that_nothing_opens(sealed: bytes, keys: Any) -> None:
    """The key files are gone, and no 32 bytes in any table open it."""
    assert list(keys.iterdir()) == []
    for model in apps.get_models():
        for row in model._default_manager.values_list():
            for value in row:
                if isinstance(value, bytes | memoryview) and len(bytes(value)) == 32:
                    with pytest.raises(CannotOpenError):
                        unseal(bytes(value), sealed)


def test_no_table_of_answers_has_an_hour_or_a_number_that_counts():
    for model in (Invitation, Envelope, Batch, Block):
        kinds = {field.get_internal_type() for field in model._meta.concrete_fields}
        assert "DateTimeField" not in kinds
    for model in (Envelope, Batch, Block):
        assert model._meta.pk.get_internal_type() == "UUIDField"


def test_the_keys_are_in_no_backup(coordinator, municipality, tmp_path, settings):
    settings.VAR_DIR = tmp_path / "var"
    settings.FILES_DIR = settings.VAR_DIR / "files"
    settings.SEALING_DIR = settings.VAR_DIR / "sealing"
    row = surveys.opened(coordinator, municipality, (NUMBER,))
    services.receive(row, {"nr": {"n": 7}}, today=TODAY)
    (key,) = settings.SEALING_DIR.iterdir()
    settings.FILES_DIR.mkdir()
    (settings.FILES_DIR / "a").write_bytes(b"a file")
    target = tmp_path / "backup"
    target.mkdir()
    backups._copy_files(target)
    held = [path.read_bytes() for path in target.rglob("*") if path.is_file()]
    assert b"a file" in held
    assert all(key.read_bytes() not in content for content in held)
