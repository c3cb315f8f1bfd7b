"""Nothing that the public reads can be changed without the fingerprint changing."""

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import models

from handslag.core.approvals.rules import canonical, fingerprint
from handslag.core.files.models import StoredFile
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations.models import Place, PlaceKind
from handslag.domain.promises import published, services
from handslag.domain.promises.models import (
    Activity,
    ActivityType,
    Amendment,
    Attachment,
    Document,
    Lineage,
    PlannedFollowUp,
    Promise,
    PromiseSet,
    Responsibility,
    SetParty,
    Target,
)
from handslag.domain.promises.queries import content
from handslag.domain.promises.rules.drafts import ActivityDraft, OwnerDraft, TargetDraft
from handslag.domain.promises.rules.words import Change, Op, Part, Rhythm
from tests import make
from tests.triggers import lifted

# Columns that no page shows: keys, order, work in progress, and what the source left out.
UNSHOWN = {
    "id",
    "public_id",
    "position",
    "revision",
    "odd_silences",
    "state",
    "made_at",
    "published_at",
    "changed_at",
    "taken_over_at",
    "taken_down_at",
    "recorded_at",
    "level",
    "starts",  # of evidence: the words are shown
    "ends",
    "period_rule",
    "visibility",
    "method",  # read from the finding itself, which is never changed
    "n",
    "table",
    "confidence",
    "limits",
    "classification",
    "is_without_persons",
    "considered",
    "rejected_why",
    "chain",
    "number",
    # of a document: stated beside our reading, shown on the page of the set from the row
    "kind",
    "leading",
    "catalogue_id",
    "difficulty",
    "areas_listed",
    "district_stated",
    "period_stated",
    "decided_by_stated",
    "follow_up_stated",
    "has_participants",
    "participants",
    "participants_what",
    "participants_approximate",
    "participants_per",
}
# … and those of them that are shown all the same, elsewhere.
SHOWN = {
    (PromiseSet, "starts"),
    (PromiseSet, "ends"),
    (PromiseSet, "period_rule"),
    (PromiseSet, "period_stated"),
    (PromiseSet, "follow_up_stated"),
    (Evidence, "visibility"),
    (Evidence, "period_stated"),
    (Amendment, "kind"),
}
MODELS = (
    PromiseSet,
    SetParty,
    Promise,
    Responsibility,
    Activity,
    ActivityType,
    Target,
    Evidence,
    PlannedFollowUp,
    Lineage,
    Attachment,
    Amendment,
    Document,
)


@pytest.fixture
def full(coordinator, municipality, police) -> PromiseSet:
    """A set with one of everything that can hang on it."""
    housing = make.organisation("Lundbyhem")
    finding = make.evidence(municipality)
    set_ = make.promise_set(coordinator, municipality, police)
    services.add_promise(
        coordinator,
        set_,
        make.promise_draft(
            municipality,
            owners=(OwnerDraft(municipality.pk), OwnerDraft(housing.pk, Part.SUPPORTING)),
            activities=(ActivityDraft("Vandra", owner=police.pk), ActivityDraft("Ljus", 2)),
            activity_types=("trygghetsvandring",),
            targets=(
                TargetDraft(op=Op.MIN, low=Decimal(12), high=Decimal(20), unit="insatser"),
                TargetDraft(op=Op.SUBSET, low=Decimal(4), unit="vid skolor", part_of=0),
            ),
            evidence=(finding.pk,),
        ),
    )
    services.plan_follow_ups(coordinator, set_, Rhythm.YEAR, function="kommunchef")
    Lineage.objects.create(set=set_, promise=set_.promises.get(), change=Change.NEW)
    file = StoredFile.objects.create(
        **make.columns(StoredFile, sha256="a" * 64, media_type="application/pdf")
    )
    Attachment.objects.create(set=set_, file=file, title="Undertecknat")
    version = make.frozen(set_)
    Amendment.objects.create(
        set=set_,
        kind="revision",
        reason="Nytt",
        decided_on=date(2026, 6, 1),
        before=version,
    )
    Document.objects.create(set=set_, kind="promise", publisher="polisen", leading=True)
    Promise.objects.filter(set=set_).update(document=set_.documents.get())
    return set_


def mark(set_: PromiseSet) -> str:
    return fingerprint(canonical(content(PromiseSet.objects.get(pk=set_.pk))))


def another(field: Any, value: Any) -> Any:
    """A value that differs and that the column may hold."""
    if field.choices:
        return next(key for key, _ in field.flatchoices if key != value)
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateField):
        return (value or date(2026, 3, 3)) + timedelta(days=1)
    if isinstance(field, models.DecimalField):
        return (value or Decimal(0)) + (Decimal("0.5") if field.decimal_places else 1)
    if isinstance(field, models.IntegerField):
        return (value or 0) + 1
    return f"{value or ''}x"


def columns() -> list[tuple[type[models.Model], Any]]:
    return [
        (model, field)
        for model in MODELS
        for field in model._meta.concrete_fields
        if not field.is_relation
        and (field.name not in UNSHOWN or (model, field.name) in SHOWN)
    ]


@pytest.mark.parametrize(
    ("model", "field"),
    [pytest.param(*one, id=f"{one[0].__name__}.{one[1].name}") for one in columns()],
)
def test_any_change_of_any_shown_column_changes_the_fingerprint(model, field, full):
    before = mark(full)
    row = model.objects.order_by("pk").first()
    assert row is not None
    changed = another(field, getattr(row, field.name))
    with lifted():
        model.objects.filter(pk=row.pk).update(**{field.name: changed})
    assert mark(full) != before, f"{model.__name__}.{field.name} is not in the frozen text"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("name", "Stationen"),
        ("kind", PlaceKind.STATION),
        ("lon", 14.5),
        ("lat", 59.5),
        ("shape", {"type": "LineString", "coordinates": [[14.1, 59.1], [14.2, 59.2]]}),
    ],
)
def test_a_place_on_the_map_is_frozen_with_the_words(column, value, full, municipality):
    without = mark(full)
    place = make.place(municipality)
    Place.objects.update(lon=14.1, lat=59.1)
    Promise.objects.filter(set=full).update(place=place)
    before = mark(full)
    assert before != without
    Place.objects.update(**{column: value})
    assert mark(full) != before


def test_a_changed_owner_party_part_or_place_in_order_changes_the_fingerprint(full, police):
    marks = {mark(full)}
    Responsibility.objects.filter(position=0).update(organisation=police)
    marks.add(mark(full))
    full.parties.filter(position=1).delete()
    marks.add(mark(full))
    Target.objects.filter(op=Op.SUBSET).update(part_of=None)
    marks.add(mark(full))
    Activity.objects.filter(level=2).update(parent=None)
    marks.add(mark(full))
    Activity.objects.filter(level=1).update(owner=None)
    marks.add(mark(full))
    assert len(marks) == 6


def test_a_line_that_moves_from_one_field_to_another_changes_the_fingerprint(full):
    PromiseSet.objects.filter(pk=full.pk).update(lead="Ett\nTvå", purpose="")
    before = mark(full)
    PromiseSet.objects.filter(pk=full.pk).update(lead="Ett", purpose="Två")
    assert mark(full) != before


def test_a_finding_that_is_not_public_is_not_in_the_public_text(full):
    with lifted():
        Evidence.objects.update(visibility=Visibility.PARTIES, statement="hemligt")
    assert "hemligt" not in canonical(content(full))


def test_the_frozen_text_can_be_read_back(full):
    text = content(full)
    wording = published.read(canonical(text))
    assert [one.text for one in wording.promises] == [
        one["text"] for one in text["promises"]
    ]
    assert wording.promises[0].targets[1].part_of == wording.promises[0].targets[0].id
    assert wording.promises[0].activities[0].parts[0].text == "Ljus"
    assert json.loads(canonical(text)) == text
