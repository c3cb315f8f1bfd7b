"""The export reads columns: each field of the catalogue has its own, and no other."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps

from handslag.core.access import Role
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    Activity,
    ActivityType,
    Document,
    DocumentArea,
    DocumentCode,
    DocumentParty,
    Outcome,
    Promise,
    PromiseSet,
    Responsibility,
    Target,
)
from handslag.domain.promises.rules.catalogue import records as fields
from handslag.domain.promises.rules.drafts import (
    ActivityDraft,
    OwnerDraft,
    PromiseDraft,
    TargetDraft,
)
from handslag.domain.promises.rules.words import AmendmentKind, CodeKind, Op, Part
from tests import make
from tests.domain.promises.records import (
    follow_up,
    item,
    one_set,
    put_out,
    record,
    take_in,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places")]

# Where every field of the catalogue is kept, and another value for that column.
COLUMNS: dict[str, tuple[str, Any]] = {
    "id": ("Document.catalogue_id", "P999"),
    "municipality": ("DocumentArea.stated", "Holms kommun"),
    "district": ("Document.district_stated", "Norra"),
    "year_or_period": ("Document.period_stated", "2021"),
    "url": ("Document.url", "https://holm.example/annan"),
    "source_type": ("Document.publisher", "polisen"),
    "kind": ("Document.kind", "followup"),
    "parties": ("DocumentParty.stated", "någon annan"),
    "decided_by": ("Document.decided_by_stated", "kommunchefen"),
    "focus_areas": ("DocumentCode.code", "NARK"),
    "evidence_sources": ("DocumentCode.code", "EST"),
    "followup_cadence": ("Document.follow_up_stated", "varje tertial"),
    "validity": ("Document.validity_stated", "tills vidare"),
    "other_notes": ("Document.notes", "En not."),
    "features": ("DocumentCode.code", "annex"),
    "difficulty": ("Document.difficulty", 4),
    "partly_read": ("Document.partly_read", True),
    "dialog_participants.n": ("Document.participants", 12),
    "dialog_participants.what": ("Document.participants_what", "elever"),
    "dialog_participants.per": ("Document.participants_per", "skola"),
    "dialog_participants.approx": ("Document.participants_approximate", False),
    "promises.text_sv": ("Promise.text", "Något annat"),
    "promises.focus_area": ("Promise.focus", "NARK"),
    "promises.responsible": ("Responsibility.stated", "HSB"),
    "promises.responsible_basis": ("Promise.basis", "document"),
    "promises.place": ("Promise.place_stated", "torget"),
    "promises.when": ("Promise.when_stated", "våren"),
    "promises.result": ("Outcome.result", "inget"),
    "promises.status": ("Outcome.stated_status", "partial"),
    "promises.activity_types": ("ActivityType.code", "EST"),
    "promises.number": ("Promise.number", 7),
    "promises.sub_activities": ("Activity.text", "en annan del"),
    "promises.measurable_target.op": ("Target.op", "exact"),
    "promises.measurable_target.n": ("Target.low", Decimal("7.5")),
    "promises.measurable_target.unit": ("Target.unit", "timmar"),
    "promises.measurable_target.per": ("Target.per", "vecka"),
    "promises.measurable_target.note": ("Target.note", "ungefär"),
}
MODELS: tuple[Any, ...] = (
    Activity,
    ActivityType,
    Document,
    DocumentArea,
    DocumentCode,
    DocumentParty,
    Outcome,
    Promise,
    Responsibility,
    Target,
)
CODE_KINDS = {
    "focus_areas": CodeKind.FOCUS,
    "evidence_sources": CodeKind.SOURCE,
    "features": CodeKind.FEATURE,
}


def whole_record():
    """One of everything, so that every column has a row and a value."""
    target = {"op": "min", "n": 20, "unit": "kontroller", "per": "år", "note": "minst"}
    return record(
        district="Södra",
        decided_by="kommunstyrelsen",
        followup_cadence="årlig",
        other_notes="Frö.",
        dialog_participants={"n": 500, "what": "svar", "per": "kommun", "approx": True},
        promises=[
            told(
                place="skolor",
                when="2020",
                number=1,
                sub_activities=["P: kontroller"],
                measurable_target=[target],
            )
        ],
    )


def flat(json: Any, path: str = "") -> dict[str, Any]:
    """Every value of a record by its path; lists of texts are one value."""
    if isinstance(json, dict):
        inner = [(f"{path}.{key}" if path else key, value) for key, value in json.items()]
    elif isinstance(json, list) and any(isinstance(one, dict) for one in json):
        inner = [(path, one) for one in json]
    else:
        return {path: json}
    return {where: value for key, one in inner for where, value in flat(one, key).items()}


def test_every_field_of_the_catalogue_has_its_column():
    named = {
        *(fields.RECORD.keys() - {"promises", "dialog_participants"}),
        *(f"dialog_participants.{key}" for key in fields.PARTICIPANTS),
        *(f"promises.{key}" for key in fields.ITEM.keys() - {"measurable_target"}),
        *(f"promises.measurable_target.{key}" for key in fields.TARGET),
    }
    assert named == COLUMNS.keys()
    assert named == flat(whole_record()).keys()
    for column, _ in COLUMNS.values():
        model, name = column.split(".")
        assert apps.get_model("promises", model)._meta.get_field(name)


@pytest.mark.parametrize("field", COLUMNS)
def test_a_column_is_what_the_export_reads_for_its_field_and_for_no_other(field, now):
    take_in(now, whole_record())
    column, value = COLUMNS[field]
    name = column.partition(".")[2]
    (model,) = (one for one in MODELS if one.__name__ == column.partition(".")[0])
    of_kind = {"kind": CODE_KINDS[field]} if model is DocumentCode else {}
    row = model._default_manager.filter(**of_kind).order_by("pk")[0]
    model._default_manager.filter(pk=row.pk).update(**{name: value})
    before, after = flat(whole_record()), flat(put_out()[0])
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {field}


def test_no_column_holds_a_whole_record(now):
    """What a JSON column holds is names of silences, never what was said."""
    take_in(now, whole_record(), record("X2", url="", promises=[item(place="")]))
    for model in MODELS:
        for row in model._default_manager.values():
            kept: dict[str, str] = row.get("odd_silences", {})
            assert set(kept.values()) <= {"missing", "null", "empty"}
            assert all(len(str(name)) < 40 for name in kept)
            assert not any(isinstance(v, dict | list) for k, v in row.items() if v != kept)


# Through its service


def draft_of(promise: Promise, **words: Any) -> PromiseDraft:
    """The promise as an editor would hand it in again."""
    return PromiseDraft(
        **{
            "text": promise.text,
            "number": promise.number,
            "focus": promise.focus,
            "place_stated": promise.place_stated or "",
            "when_stated": promise.when_stated or "",
            "is_sensitive": promise.is_sensitive,
            "owners": tuple(
                OwnerDraft(row.organisation_id, Part(row.part))
                for row in promise.responsible.all()
                if row.organisation_id
            ),
            "targets": tuple(target_draft(row) for row in promise.targets.all()),
            "activities": tuple(ActivityDraft(a.text) for a in promise.activities.all()),
            "activity_types": tuple(row.code for row in promise.activity_types.all()),
            **words,
        }
    )


def target_draft(row: Target, **words: Any) -> TargetDraft:
    return TargetDraft(
        **{
            "op": Op(row.op),
            "low": row.low,
            "high": row.high,
            "unit": row.unit,
            "per": row.per,
            "note": row.note,
            "key": str(row.public_id),
            **words,
        }
    )


def open_to_change(set_: PromiseSet, now: Any) -> Any:
    """The municipality takes the set over and begins to change it."""
    coordinator = make.member(set_.home, Role.COORDINATOR)
    services.take_over(coordinator, set_, now=now)
    services.begin_amendment(
        coordinator,
        set_,
        kind=AmendmentKind.REVISION,
        reason="Fler kontroller.",
        decided_on=date(2026, 3, 1),
    )
    return coordinator


FILE = [
    record(
        promises=[
            item(
                responsible=["polisen", "kommunen", "föreningar", "HSB"],
                place="",
                sub_activities=["P: kontroller", "K: information"],
                measurable_target=[
                    {"op": "min", "n": 20, "unit": "kontroller"},
                    {"op": "subset", "n": 5, "unit": "vid skolor", "per": None},
                ],
            ),
            item("Belysning i parken", measurable_target=None, responsible=None),
        ]
    ),
    follow_up(),
    record("X3", municipality=["Torp", "Å"]),
]


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ({"low": Decimal(25)}, "n", 25),
        ({"high": Decimal(30), "op": Op.RANGE}, "n", [20, 30]),
        ({"low": Decimal("2.5")}, "n", 2.5),
        ({"unit": "timmar"}, "unit", "timmar"),
        ({"per": "vecka"}, "per", "vecka"),
        ({"note": "ungefär"}, "note", "ungefär"),
        ({"op": Op.EXACT}, "op", "exact"),
    ],
)
def test_a_target_changed_through_its_service_changes_that_value_in_the_export_alone(
    words, field, value, now
):
    take_in(now, *FILE)
    promise = Promise.objects.filter(document__catalogue_id="X1").order_by("position")[0]
    coordinator = open_to_change(promise.set, now)
    first, second = promise.targets.all()
    draft = draft_of(promise, targets=(target_draft(first, **words), target_draft(second)))
    services.save_promise(coordinator, promise, draft, revision=1)
    exported = put_out()
    target = exported[0]["promises"][0]["measurable_target"][0]
    assert target[field] == value
    wanted = FILE[0]["promises"][0]["measurable_target"][0]
    for key in {field, "op"} if "op" in words else {field}:
        if key in wanted:
            target[key] = wanted[key]
        else:
            del target[key]
    assert exported == FILE


def test_a_promise_saved_as_it_is_changes_nothing_in_the_export(now):
    take_in(now, *FILE)
    for promise in Promise.objects.filter(document__catalogue_id="X1"):
        if promise.set.taken_over_at is None:
            coordinator = open_to_change(promise.set, now)
        services.save_promise(coordinator, promise, draft_of(promise), revision=1)
    assert put_out() == FILE


def test_an_owner_added_through_the_service_is_named_in_the_export(now):
    take_in(now, record())
    promise = Promise.objects.get()
    coordinator = open_to_change(one_set(), now)
    holm = Organisation.objects.get(short_name="Holm")
    draft = draft_of(promise)
    owners = (*draft.owners, OwnerDraft(holm.pk, Part.JOINT))
    services.save_promise(
        coordinator, promise, draft_of(promise, owners=owners), revision=1
    )
    assert put_out()[0]["promises"][0]["responsible"] == ["polisen", "kommunen"]


def test_a_page_of_another_set_is_not_touched(now):
    take_in(now, *FILE)
    assert Outcome.objects.count() == 1
    assert put_out("X3") == [FILE[2]]
    assert put_out("X2", "X1") == FILE[:2]
