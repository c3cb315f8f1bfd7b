"""A record as JSON again: every value, and every silence as it was."""

from decimal import Decimal

from handslag.domain.promises.rules.catalogue import records
from handslag.domain.promises.rules.catalogue.records import (
    CatalogueRecord,
    ItemRecord,
    Odd,
    ParticipantsRecord,
    Silence,
    Silences,
    TargetRecord,
)

Json = dict[str, object]


def write(record: CatalogueRecord) -> Json:
    """The record in the catalogue's own format and order of fields."""
    said: Json = {
        "id": record.id,
        "municipality": (
            list(record.municipality) if record.is_list else record.municipality[0]
        ),
        "district": record.district,
        "year_or_period": record.period,
        "url": record.url,
        "source_type": record.source_type,
        "kind": record.kind.value,
        "parties": list(record.parties),
        "decided_by": record.decided_by,
        "focus_areas": list(record.focus_areas),
        "promises": [_item(item) for item in record.items],
        "evidence_sources": list(record.evidence_sources),
        "dialog_participants": record.participants and _participants(record.participants),
        "followup_cadence": record.followup_cadence,
        "validity": record.validity,
        "other_notes": record.other_notes,
        "features": list(record.features),
        "difficulty": record.difficulty,
        "partly_read": record.partly_read,
    }
    return _silenced(said, record.odd, records.RECORD)


def _item(item: ItemRecord) -> Json:
    said: Json = {
        "text_sv": item.text,
        "focus_area": item.focus_area,
        "responsible": list(item.responsible),
        "place": item.place,
        "when": item.when,
        "measurable_target": [_target(target) for target in item.targets],
        "result": item.result,
        "status": item.status,
        "activity_types": list(item.activity_types),
        "number": item.number,
        "sub_activities": list(item.sub_activities),
        "responsible_basis": item.responsible_basis,
    }
    return _silenced(said, item.odd, records.ITEM)


def _target(target: TargetRecord) -> Json:
    low, high = _plain(target.low), _plain(target.high)
    said: Json = {
        "op": target.op.value,
        "n": low if high is None else [low, high],
        "unit": target.unit,
        "per": target.per,
        "note": target.note,
    }
    return _silenced(said, target.odd, records.TARGET)


def _participants(participants: ParticipantsRecord) -> Json:
    said: Json = {
        "n": participants.n,
        "what": participants.what,
        "per": participants.per,
        "approx": participants.approx,
    }
    return _silenced(said, participants.odd, records.PARTICIPANTS)


def _silenced(said: Json, odd: Odd, silences: Silences) -> Json:
    """What is said stands; what is silent is left out, null or empty, as it was."""
    written: Json = {}
    for key, value in said.items():
        if value is not None and value not in ("", []):
            written[key] = value
            continue
        silence = Silence(odd.get(key, silences[key] or Silence.NULL))
        if silence is Silence.NULL:
            written[key] = None
        elif silence is Silence.EMPTY:
            written[key] = "" if value is None else value
    return written


def _plain(number: Decimal | None) -> int | float | None:
    """A whole number without decimals, any other as it was written."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
