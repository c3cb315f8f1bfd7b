"""A text that is let in fits its column, on a database that counts letters too."""

import pytest
from django.db.models import DecimalField, Model

from handslag.domain.promises import models
from handslag.domain.promises.rules.catalogue import records

COLUMNS = {
    "id": (models.Document, "catalogue_id"),
    "municipality": (models.DocumentArea, "stated"),
    "district": (models.Document, "district_stated"),
    "year_or_period": (models.Document, "period_stated"),
    "url": (models.Document, "url"),
    "source_type": (models.Document, "publisher"),
    "kind": (models.Document, "kind"),
    "parties": (models.DocumentParty, "stated"),
    "decided_by": (models.Document, "decided_by_stated"),
    "focus_areas": (models.DocumentCode, "code"),
    "evidence_sources": (models.DocumentCode, "code"),
    "features": (models.DocumentCode, "code"),
    "followup_cadence": (models.Document, "follow_up_stated"),
    "validity": (models.Document, "validity_stated"),
    "focus_area": (models.Promise, "focus"),
    "responsible": (models.Responsibility, "stated"),
    "responsible_basis": (models.Promise, "basis"),
    "place": (models.Promise, "place_stated"),
    "when": (models.Promise, "when_stated"),
    "status": (models.Outcome, "stated_status"),
    "activity_types": (models.ActivityType, "code"),
    "op": (models.Target, "op"),
    "unit": (models.Target, "unit"),
    "per": (models.Target, "per"),
    "note": (models.Target, "note"),
    "what": (models.Document, "participants_what"),
}
# Texts of any length: the limit is there to be told of, not because of the column.
UNLIMITED = {"other_notes", "text_sv", "result", "sub_activities"}
# The same words are written down here too, and must fit there as well.
ALSO: dict[str, list[tuple[type[Model], str]]] = {
    "district": [(models.PromiseSet, "district")],
    "year_or_period": [
        (models.PromiseSet, "period_stated"),
        (models.FollowUp, "period_stated"),
        (models.BankSet, "period"),
    ],
    "decided_by": [(models.PromiseSet, "decided_by")],
    "followup_cadence": [(models.PromiseSet, "follow_up_stated")],
    "url": [(models.BankSet, "source_url")],
    "focus_area": [(models.BankEntry, "focus")],
    "unit": [(models.BankEntry, "unit")],
    "per": [(models.BankEntry, "per"), (models.Document, "participants_per")],
}


def width(model, name):
    return model._meta.get_field(name).max_length


def test_every_text_has_a_limit():
    assert COLUMNS.keys() | UNLIMITED == records.LIMITS.keys()


@pytest.mark.parametrize("key", sorted(COLUMNS))
def test_the_limit_of_a_text_is_not_wider_than_its_columns(key):
    also = ALSO.get(key, [])
    for model, name in [COLUMNS[key], *also]:
        assert records.LIMITS[key] <= width(model, name), (model, name)


@pytest.mark.parametrize("name", ["low", "high"])
def test_the_limits_of_a_number_are_those_of_its_columns(name):
    field = models.Target._meta.get_field(name)
    assert isinstance(field, DecimalField)
    assert (field.max_digits, field.decimal_places) == (records.DIGITS, records.DECIMALS)
