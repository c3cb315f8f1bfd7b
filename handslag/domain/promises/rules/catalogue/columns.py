"""Which column of ours holds each field of the catalogue, and with what in it."""

from typing import Any

from handslag.core.periods import parse
from handslag.domain.promises.rules.catalogue.records import (
    CatalogueRecord,
    ItemRecord,
    TargetRecord,
)
from handslag.domain.promises.rules.catalogue.sets import can_concern_few
from handslag.domain.promises.rules.verdicts import FROM_STATUS

Columns = dict[str, Any]

# The silences about participants lie beside the document's own, under this name.
PARTICIPANTS = "dialog_participants."


def of_document(record: CatalogueRecord) -> Columns:
    """The columns of `Document`, but for its parties, areas, codes and promises."""
    columns: Columns = {
        "kind": record.kind,
        "catalogue_id": record.id,
        "url": record.url or None,
        "publisher": record.source_type,
        "partly_read": record.partly_read,
        "difficulty": record.difficulty,
        "areas_listed": record.is_list,
        "district_stated": record.district or None,
        "period_stated": record.period or None,
        "validity_stated": record.validity or None,
        "decided_by_stated": record.decided_by or None,
        "follow_up_stated": record.followup_cadence or None,
        "notes": record.other_notes or None,
        "odd_silences": dict(record.odd),
    }
    return columns | _of_participants(record)


def _of_participants(record: CatalogueRecord) -> Columns:
    them = record.participants
    if them is None:
        return {
            "has_participants": False,
            "participants": None,
            "participants_what": None,
            "participants_per": None,
            "participants_approximate": None,
        }
    odd = {f"{PARTICIPANTS}{name}": silence for name, silence in them.odd.items()}
    return {
        "has_participants": True,
        "participants": them.n,
        "participants_what": them.what or None,
        "participants_per": them.per or None,
        "participants_approximate": them.approx,
        "odd_silences": {**record.odd, **odd},
    }


def of_promise(item: ItemRecord) -> Columns:
    """The columns of `Promise`, but for all that hangs on it."""
    when = parse(item.when)
    return {
        "number": item.number,
        "text": item.text,
        "focus": item.focus_area,
        "place_stated": item.place or None,
        "when_stated": item.when or None,
        "when_starts": when.starts,
        "when_ends": when.ends,
        "when_rule": when.rule,
        "basis": item.responsible_basis or None,
        "is_sensitive": can_concern_few(item.focus_area, item.activity_types),
        "odd_silences": dict(item.odd),
    }


def of_target(target: TargetRecord) -> Columns:
    """The columns of `Target`. The note and the unit stand as the source wrote them."""
    return {
        "op": target.op,
        "low": target.low,
        "high": target.high,
        "unit": target.unit,
        "per": target.per or None,
        "note": target.note or None,
        "odd_silences": dict(target.odd),
    }


def of_outcome(item: ItemRecord) -> Columns:
    """The columns of `Outcome`: the source's code beside our verdict, if there is one."""
    verdict = FROM_STATUS.get(item.status)
    return {
        "verdict": verdict.value if verdict else "",
        "result": item.result or None,
        "stated_status": item.status or None,
    }
