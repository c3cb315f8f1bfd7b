"""An occasion from plan to the day when those who spoke have been told."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.core.text import first_free, slug
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Finding
from handslag.domain.evidence.rules.feedback import Told as ToldDraft
from handslag.domain.evidence.rules.feedback import check_told
from handslag.domain.evidence.services import record_finding
from handslag.domain.organisations.models import Organisation
from handslag.domain.voices.models import Occasion, OccasionFinding, Told
from handslag.domain.voices.notices import letters_of
from handslag.domain.voices.queries import findings_to_tie
from handslag.domain.voices.rules import (
    RELEASED,
    OccasionDraft,
    Phase,
    Way,
    check_closing,
    check_occasion,
    check_step,
)
from handslag.domain.voices.services.showing import show

# The kind of source a finding of an occasion is, as a code of the vocabulary.
SOURCES = {
    Way.SURVEY: "egen_enkät",
    Way.DIALOGUE: "medborgardialog",
    Way.STAFF_DIALOGUE: "medarbetardialog",
    Way.WALK: "trygghetsvandring",
    Way.REPORTS: "otrygghetsapp",
}
LONGEST_SLUG = 60


@transaction.atomic
def plan_occasion(
    actor: Actor, home: Organisation, draft: OccasionDraft, *, now: datetime
) -> Occasion:
    """Write down that people are to be heard. Called by the part whose occasion it is."""
    require(actor, Act.LISTEN, in_any_of=frozenset({home.pk}))
    check_occasion(draft)
    # Locked, so that two with the same title get two addresses.
    Organisation.objects.select_for_update().get(pk=home.pk)
    row = Occasion.objects.create(
        home=home,
        way=draft.way,
        slug=_address(home, draft),
        title=draft.title.strip(),
        starts=draft.starts,
        ends=draft.ends,
        people=draft.people,
        said=draft.said.strip(),
        became=draft.became.strip(),
        how_to_read=draft.how_to_read.strip(),
        is_example=draft.is_example,
    )
    record(actor, "voices.planned", row, on_behalf=home.pk, way=draft.way.value)
    return row


@transaction.atomic
def change_occasion(
    actor: Actor, occasion: Occasion, draft: OccasionDraft, *, revision: int, now: datetime
) -> Occasion:
    """Put other words or days. The address stays: it may stand on a poster."""
    row = _locked(actor, occasion)
    same_revision(revision, row.revision)
    check_occasion(draft)
    row.title, row.starts, row.ends = draft.title.strip(), draft.starts, draft.ends
    row.people, row.said, row.became = (
        draft.people,
        draft.said.strip(),
        draft.became.strip(),
    )
    row.how_to_read = draft.how_to_read.strip()
    row.revision += 1
    row.save()
    show(row, now)
    record(actor, "voices.changed", row, on_behalf=row.home_id)
    return row


@transaction.atomic
def step(actor: Actor, occasion: Occasion, wanted: Phase, *, now: datetime) -> Occasion:
    """Open the occasion, or say that all has been heard."""
    row = _locked(actor, occasion)
    if row.phase == wanted:
        return row
    check_step(Phase(row.phase), wanted)
    row.phase = wanted
    row.save(update_fields=["phase"])
    show(row, now)
    record(actor, "voices.stepped", row, on_behalf=row.home_id, phase=wanted.value)
    return row


@transaction.atomic
def count_people(actor: Actor, occasion: Occasion, people: int, *, now: datetime) -> None:
    """Say how many took part; nobody's name comes with it."""
    row = _locked(actor, occasion)
    row.people = people
    row.save(update_fields=["people"])
    show(row, now)
    record(actor, "voices.counted", row, on_behalf=row.home_id, people=people)


@transaction.atomic
def end_hearing(
    actor: Actor, occasion: Occasion, *, people: int | None, now: datetime
) -> Occasion:
    """All has been heard by the clock: the last day of a survey is over."""
    require_system(actor)
    row = Occasion.objects.select_for_update(of=("self",)).get(pk=occasion.pk)
    check_step(Phase(row.phase), Phase.HEARD)
    row.phase, row.people = Phase.HEARD, people
    row.save(update_fields=["phase", "people"])
    show(row, now)
    record(actor, "voices.stepped", row, on_behalf=row.home_id, phase=Phase.HEARD.value)
    return row


@transaction.atomic
def cite(actor: Actor, occasion: Occasion, finding: Finding, *, now: datetime) -> Evidence:
    """Record what the occasion shows as a finding that pictures and promises can cite."""
    row = _locked(actor, occasion)
    if row.way in RELEASED and row.published_at is None:
        raise NotAllowedError("voices.release_it_first")
    evidence = record_finding(actor, home=row.home, finding=finding, now=now)
    OccasionFinding.objects.create(occasion=row, evidence=evidence)
    show(row, now)
    record(actor, "voices.cited", row, on_behalf=row.home_id, number=evidence.number)
    return evidence


@transaction.atomic
def tie_findings(
    actor: Actor,
    occasion: Occasion,
    chosen: Collection[UUID],
    *,
    revision: int,
    now: datetime,
) -> None:
    """Say which findings, also earlier ones, are what this occasion showed.

    Exactly these of those that could be chosen. One of elsewhere is not ours to tie.
    """
    row = _locked(actor, occasion)
    same_revision(revision, row.revision)
    if chosen and row.way in RELEASED and row.published_at is None:
        raise NotAllowedError("voices.release_it_first")
    could = {one.public_id: one for one in findings_to_tie(row)}
    if set(chosen) - set(could):
        raise NotAllowedError("voices.finding_lies_elsewhere")
    chains = {could[key].chain for key in chosen}
    row.findings.filter(
        evidence__chain__in={one.chain for one in could.values()} - chains
    ).delete()
    tied = set(row.findings.values_list("evidence__chain", flat=True))
    OccasionFinding.objects.bulk_create(
        OccasionFinding(occasion=row, evidence=could[key])
        for key in dict.fromkeys(chosen)
        if could[key].chain not in tied
    )
    row.revision += 1
    row.save(update_fields=["revision"])
    show(row, now)
    record(actor, "voices.tied", row, on_behalf=row.home_id, findings=len(chains))


@transaction.atomic
def publish_occasion(actor: Actor, occasion: Occasion, *, now: datetime) -> Occasion:
    """Let everyone read what was said and what became of it."""
    row = _locked(actor, occasion)
    if row.published_at is not None:
        return row
    if not row.said:
        raise NotAllowedError("voices.nothing_to_read")
    row.published_at, row.taken_back_on = now, None
    row.save(update_fields=["published_at", "taken_back_on"])
    show(row, now)
    record(actor, "voices.published", row, on_behalf=row.home_id)
    return row


@transaction.atomic
def take_back_occasion(actor: Actor, occasion: Occasion, *, now: datetime) -> Occasion:
    """Take the page back. Its address says that it was, and when: somebody has it.

    Not the reason: it would often repeat what should not have stood there.
    """
    row = _locked(actor, occasion)
    if row.published_at is None:
        return row
    if row.phase == Phase.CLOSED and row.no_feedback_why:
        raise NotAllowedError("voices.reason_must_stay_public")
    row.published_at, row.taken_back_on = None, stockholm_day(now)
    row.save(update_fields=["published_at", "taken_back_on"])
    show(row, now)
    record(actor, "voices.taken_back", row, on_behalf=row.home_id)
    return row


@transaction.atomic
def tell(actor: Actor, occasion: Occasion, told: ToldDraft, *, now: datetime) -> Told:
    """Write down what those who spoke were told; who left an address gets it by mail."""
    row = _locked(actor, occasion)
    check_told(told, SOURCES[Way(row.way)], today=stockholm_day(now))
    said = Told.objects.create(
        occasion=row,
        told_on=told.on,
        channel=told.channel.strip(),
        said=told.said.strip(),
        recorded_at=now,
    )
    letters = letters_of(row, said, now=now)
    show(row, now)
    record(actor, "voices.told", row, on_behalf=row.home_id, letters=letters)
    return said


@transaction.atomic
def close_occasion(
    actor: Actor, occasion: Occasion, *, why: str = "", now: datetime
) -> Occasion:
    """End it. Not before those who spoke were told, or all can read why they were not."""
    row = _locked(actor, occasion)
    check_closing(
        Phase(row.phase),
        told=row.told.exists(),
        why=why,
        is_public=row.published_at is not None,
    )
    row.phase, row.closed_on = Phase.CLOSED, stockholm_day(now)
    row.no_feedback_why = "" if row.told.exists() else why.strip()
    row.save(update_fields=["phase", "closed_on", "no_feedback_why"])
    show(row, now)
    record(actor, "voices.closed", row, on_behalf=row.home_id)
    return row


def _locked(actor: Actor, occasion: Occasion) -> Occasion:
    require(actor, Act.LISTEN, in_any_of=frozenset({occasion.home_id}))
    return (
        Occasion.objects.select_for_update(of=("self",))
        .select_related("home")
        .get(pk=occasion.pk)
    )


def _address(home: Organisation, draft: OccasionDraft) -> str:
    wanted, year = slug(draft.title)[:LONGEST_SLUG].strip("-"), f"-{draft.starts.year}"
    wanted = wanted if wanted.endswith(year) else f"{wanted}{year}"
    taken = Occasion.objects.filter(home=home).values_list("slug", flat=True)
    # An address of ours has no underscore; `first_free` counts with one.
    used = [one.rpartition("-") for one in taken]
    numbered = [f"{one}_{number}" for one, _dash, number in used if number.isdecimal()]
    return first_free(wanted, [*taken, *numbered]).replace("_", "-")
