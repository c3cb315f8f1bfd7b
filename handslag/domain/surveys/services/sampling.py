"""Drawing those who are asked. The list they are drawn from is never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from random import Random
from uuid import UUID

from django.conf import settings
from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.surveys.models import Invitation, Stratum, Survey
from handslag.domain.surveys.queries import locked
from handslag.domain.surveys.queries.codes import code_hash
from handslag.domain.surveys.queries.sampling import places_of
from handslag.domain.surveys.rules import Selection, SurveyState
from handslag.domain.surveys.rules.codes import code_of
from handslag.domain.surveys.rules.frames import Frame
from handslag.domain.surveys.rules.sampling import drawn, shared_out

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class StratumDraft:
    """An area as somebody wrote it. `key`: which one it is, when it is not new."""

    key: UUID | None
    code: str
    name: str
    inhabitants: int
    wanted: int
    place: UUID | None = None


@transaction.atomic
def save_strata(
    actor: Actor,
    survey: Survey,
    drafts: Sequence[StratumDraft],
    *,
    total: int | None,
    revision: int,
) -> None:
    """The areas that are drawn from; `total`: that many, shared out by inhabitants.

    Raises NotAllowedError: surveys.sample_is_fixed, surveys.drawn_already,
    surveys.same_area_twice.
    """
    row = _open_to_draw(actor, survey)
    same_revision(revision, row.revision)
    if row.invitations.exists():
        raise NotAllowedError("surveys.drawn_already")
    codes = [one.code for one in drafts]
    if len(set(codes)) < len(codes):
        raise NotAllowedError("surveys.same_area_twice")
    wanted = {one.code: one.wanted for one in drafts}
    if total is not None:
        wanted = shared_out(total, {one.code: one.inhabitants for one in drafts})
    row.strata.exclude(public_id__in=[one.key for one in drafts if one.key]).delete()
    _write(row, drafts, wanted)
    _bump(row)
    record(actor, "surveys.strata_saved", row, on_behalf=row.home_id, n=len(drafts))


def _write(row: Survey, drafts: Sequence[StratumDraft], wanted: dict[str, int]) -> None:
    there = {one.public_id: one for one in row.strata.all()}
    places = dict(places_of(row).values_list("public_id", "pk"))
    # Codes may be swapped: none may stand in the way of another.
    for one in there.values():
        one.code = f"…{one.pk}"
        one.save(update_fields=["code"])
    for position, draft in enumerate(drafts):
        stratum = there.get(draft.key) if draft.key else None
        stratum = stratum or Stratum(survey=row)
        stratum.code, stratum.name = draft.code, draft.name
        stratum.inhabitants, stratum.wanted = draft.inhabitants, wanted[draft.code]
        stratum.place_id = places.get(draft.place) if draft.place else None
        stratum.position = position
        stratum.save()


@transaction.atomic
def draw(actor: Actor, survey: Survey, frame: Frame, *, chance: Random) -> int:
    """Draw by chance; say how many were. Who was drawn before is drawn no longer.

    Raises NotAllowedError: surveys.sample_is_fixed, surveys.nobody_to_draw,
    surveys.more_than_there_are.
    """
    row = _open_to_draw(actor, survey)
    strata = {one.code: one for one in row.strata.all()}
    wanted = {code: one.wanted for code, one in strata.items()}
    lines = drawn(frame.lines, wanted, chance)
    row.invitations.all().delete()
    numbers = count(1)
    secret = settings.SECRET_KEY.encode()
    for code, chosen in lines.items():
        rows = [
            _invited(row, strata[code], next(numbers), line, frame, secret)
            for line in chosen
        ]
        Invitation.objects.bulk_create(rows, batch_size=AT_ONCE)
        row.strata.filter(code=code).update(drawn=len(chosen))
    n = sum(map(len, lines.values()))
    source = "file" if frame.addresses else "paper"
    record(
        actor,
        "surveys.drawn",
        row,
        on_behalf=row.home_id,
        n=n,
        source=source,
        left_out=len(frame.bad),
    )
    return n


@transaction.atomic
def undo_draw(actor: Actor, survey: Survey) -> None:
    """Throw away what was drawn. Raises NotAllowedError: surveys.sample_is_fixed."""
    row = _open_to_draw(actor, survey)
    row.invitations.all().delete()
    row.strata.update(drawn=0)
    record(actor, "surveys.draw_undone", row, on_behalf=row.home_id)


def _invited(
    row: Survey, stratum: Stratum, number: int, line: int, frame: Frame, secret: bytes
) -> Invitation:
    return Invitation(
        survey=row,
        stratum=stratum,
        number=number,
        line=line,
        address=frame.addresses.get(line, ""),
        code_hash=code_hash(code_of(secret, str(row.public_id), number)),
    )


def _open_to_draw(actor: Actor, survey: Survey) -> Survey:
    """Nobody is drawn anew once letters have been made, or somebody may have answered."""
    row = locked(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    if row.selection != Selection.DRAWN:
        raise NotAllowedError("surveys.nobody_is_drawn_here")
    is_made = row.mailings.filter(made_on__isnull=False).exists()
    if is_made or row.state != SurveyState.DRAFT:
        raise NotAllowedError("surveys.sample_is_fixed")
    return row


def _bump(row: Survey) -> None:
    row.revision += 1
    row.save(update_fields=["revision"])
