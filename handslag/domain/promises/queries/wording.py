"""The working rows of a set as one text: all that its public page will show.

This is what is frozen, hashed and approved. A field that the public can see
and that is not here could be changed after the approval: add it here first.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Exists,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    prefetch_related_objects,
)

from handslag.domain.agreements.models import Agreement
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.queries import where_said
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.promises.models import (
    Activity,
    Amendment,
    Attachment,
    Document,
    Ground,
    Lineage,
    MissingLink,
    PlannedFollowUp,
    Promise,
    PromiseSet,
    Responsibility,
    SetArea,
    SetParty,
    Target,
)
from handslag.domain.promises.queries.links import chain_text, reasons_text, with_links
from handslag.domain.promises.rules.words import DocumentKind

FORMAT = 1
Content = dict[str, Any]


def content(set_: PromiseSet) -> Content:
    """Everything the public page of the set shows, from the rows as they stand."""
    return contents([set_])[0]


def contents(sets: Iterable[PromiseSet]) -> list[Content]:
    """The same of many sets, in no more questions than of one."""
    rows = [_without_memory(set_) for set_ in sets]
    prefetch_related_objects(
        rows,
        "home",
        "cooperation_agreement",
        "plan",
        Prefetch("areas", SetArea.objects.select_related("municipality")),
        Prefetch("parties", SetParty.objects.select_related("organisation")),
        Prefetch("lineage", Lineage.objects.select_related("promise", "earlier__set")),
        Prefetch("attachments", Attachment.objects.select_related("file")),
        Prefetch("amendments", Amendment.objects.filter(after=None)),
        Prefetch("documents", Document.objects.filter(leading=True)),
        Prefetch(
            "grounds", Ground.objects.filter(promise=None).select_related("evidence__place")
        ),
        Prefetch("missing_links", MissingLink.objects.select_related("promise")),
        Prefetch("promises", with_links(working())),
    )
    return [_content(set_) for set_ in rows]


def _without_memory(set_: PromiseSet) -> PromiseSet:
    """The same set, as it stands in memory, asked anew for all that hangs on it."""
    same = copy(set_)
    vars(same).pop("_prefetched_objects_cache", None)
    return same


def _content(set_: PromiseSet) -> Content:
    promises = list(set_.promises.all())
    reasons = reasons_text(set_, promises)
    return {
        "format": FORMAT,
        "id": str(set_.public_id),
        "origin": set_.origin,
        "is_example": set_.is_example,
        **_set_words(set_),
        "home": _organisation(set_.home),
        "areas": [_organisation(area.municipality) for area in set_.areas.all()],
        "parties": [
            {**_organisation(party.organisation), "approves": party.approves}
            for party in set_.parties.all()
        ],
        "promises": [
            _promise(promise, nr)
            for promise, nr in zip(promises, numbers(promises), strict=True)
        ],
        "grounds": _grounds(ground.evidence for ground in set_.grounds.all()),
        "plan": [_planned(planned) for planned in set_.plan.all()],
        "lineage": _lineage(set_.lineage.all()),
        "attachments": [
            {"sha256": row.file.sha256, "title": row.title, "type": row.file.media_type}
            for row in set_.attachments.all()
        ],
        "amendment": _amendment(next(iter(set_.amendments.all()), None)),
        "source": _source(next(iter(set_.documents.all()), None)),
        # Only where there are any: a text without stays the text it was.
        **({"missing_links": reasons} if reasons else {}),
    }


def working_promises(set_: PromiseSet) -> QuerySet[Promise]:
    """The promises of the set itself, or of its leading document and follow-ups.

    What a published follow-up speaks of and no other page words stands for itself.
    """
    return working().filter(set=set_)


def working() -> QuerySet[Promise]:
    """Promises of any set that count as its own, with all that hangs on them."""
    leading = Document.objects.filter(set=OuterRef("set"), leading=True)
    own_words = Q(document=None) & ~Exists(leading)
    followed_up = Q(
        Exists(leading),
        document__kind=DocumentKind.FOLLOWUP,
        document__follow_up__published_at__isnull=False,
    )
    return (
        Promise.objects.filter(
            own_words | Q(document__leading=True) | followed_up, same_as=None
        )
        .select_related("place")
        .prefetch_related(
            "activity_types",
            Prefetch("responsible", Responsibility.objects.select_related("organisation")),
            Prefetch("activities", Activity.objects.select_related("owner")),
            Prefetch("targets", Target.objects.select_related("part_of")),
            Prefetch("grounds", _grounded()),
        )
    )


def _grounded() -> QuerySet[Ground]:
    """What is cited, with what is said of it."""
    return Ground.objects.select_related("evidence__place")


def numbers(promises: Iterable[Promise]) -> list[int]:
    """The number each promise is found under: its own, if every promise has its own."""
    given = [promise.number for promise in promises]
    own = [number for number in given if number is not None and number > 0]
    if own and len(set(own)) == len(given):
        return own
    return list(range(1, len(given) + 1))


def _set_words(set_: PromiseSet) -> Content:
    return {
        "name": set_.name,
        "lead": set_.lead,
        "purpose": set_.purpose,
        "district": set_.district,
        "period": _period(set_.period_stated, set_.starts, set_.ends, set_.period_rule),
        "decided_by": set_.decided_by,
        "signed": {"stated": set_.signed_stated, "on": _day(set_.signed_on)},
        "announced_on": _day(set_.announced_on),
        "agreement": set_.agreement,
        # Only where there is one: a text without stays the text it was.
        **(_agreed(set_.cooperation_agreement) if set_.cooperation_agreement else {}),
        "is_annex": set_.is_annex,
        "follow_up_stated": set_.follow_up_stated,
    }


def _agreed(under: Agreement) -> Content:
    return {"cooperation_agreement": {"id": str(under.public_id), "name": under.name}}


def _promise(promise: Promise, nr: int) -> Content:
    chain = chain_text(promise)
    return {
        "id": str(promise.public_id),
        "nr": nr,
        "number": promise.number,
        "heading": promise.heading,
        "text": promise.text,
        "purpose": promise.purpose,
        "focus": promise.focus,
        "types": [row.code for row in promise.activity_types.all()],
        "place": promise.place_stated or "",
        "when": _period(
            promise.when_stated or "",
            promise.when_starts,
            promise.when_ends,
            promise.when_rule,
        ),
        "binds": promise.binds,
        "condition": promise.condition,
        "is_sensitive": promise.is_sensitive,
        "basis": promise.basis,
        "responsible": [_responsible(row) for row in promise.responsible.all()],
        "activities": _activities(promise.activities.all()),
        "targets": [_target(row) for row in promise.targets.all()],
        "grounds": _grounds(row.evidence for row in promise.grounds.all()),
        # Only where there is one: a text without stays the text it was.
        **({"site": _site(promise.place)} if promise.place else {}),
        **({"chain": chain} if chain else {}),
    }


def _site(place: Place) -> Content:
    return {
        "name": place.name,
        "kind": place.kind,
        # As text: the same number can be written as a float in more than one way.
        "lon": "" if place.lon is None else str(place.lon),
        "lat": "" if place.lat is None else str(place.lat),
        "shape": json.dumps(place.shape, sort_keys=True) if place.shape else "",
    }


def _responsible(row: Responsibility) -> Content:
    who = row.organisation
    return {
        "id": str(who.public_id) if who else None,
        "name": who.name if who else row.stated,
        "kind": who.kind if who else "",
        "stated": row.stated,
        "part": row.part,
        "inferred": row.inferred,
    }


def _activities(rows: Iterable[Activity]) -> list[Content]:
    below: defaultdict[int | None, list[Activity]] = defaultdict(list)
    for row in rows:
        below[row.parent_id].append(row)

    def parts(parent: int | None) -> list[Content]:
        return [
            {
                "text": row.text,
                "place": row.place_stated,
                "when": row.when_stated,
                "owner": row.owner and _organisation(row.owner),
                "parts": parts(row.pk),
            }
            for row in below[parent]
        ]

    return parts(None)


def _target(row: Target) -> Content:
    return {
        "id": str(row.public_id),
        "op": row.op,
        "low": _number(row.low),
        "high": _number(row.high),
        "unit": row.unit,
        "per": row.per or "",
        "note": row.note or "",
        "counting_rule": row.counting_rule,
        "beyond_ordinary": row.beyond_ordinary,
        "part_of": str(row.part_of.public_id) if row.part_of else None,
        "is_shared": row.is_shared,
        "measures": row.measures,
        "direction": row.direction,
        "direction_why": row.direction_why,
        "clock_starts": row.clock_starts,
        "precondition": row.precondition,
        "least_share": _number(row.least_share),
        "out_of": _number(row.out_of),
    }


def _grounds(findings: Iterable[Evidence]) -> list[Content]:
    """Only findings that anyone may see are cited in public."""
    return [
        {
            "id": str(finding.public_id),
            "source": finding.source,
            "statement": finding.statement,
            "period": finding.period_stated,
            "place": where_said(finding),
        }
        for finding in findings
        if finding.visibility == Visibility.PUBLIC
    ]


def _planned(planned: PlannedFollowUp) -> Content:
    return {
        "due_on": _day(planned.due_on),
        "rhythm": planned.rhythm,
        "label": planned.label,
        "function": planned.function,
        "delegate": planned.delegate,
        "forum": planned.forum,
    }


def _lineage(rows: Iterable[Lineage]) -> list[Content]:
    return [
        {
            "change": row.change,
            "why": row.why,
            "promise": str(row.promise.public_id) if row.promise else None,
            "earlier": row.earlier
            and {"id": str(row.earlier.public_id), "text": str(row.earlier)},
            "earlier_set": row.earlier and row.earlier.set.name,
        }
        for row in rows
    ]


def _amendment(amendment: Amendment | None) -> Content | None:
    if amendment is None:
        return None
    return {
        "kind": amendment.kind,
        "reason": amendment.reason,
        "decided_on": _day(amendment.decided_on),
    }


def _source(document: Document | None) -> Content | None:
    if document is None:
        return None
    return {
        "url": document.url or "",
        "publisher": document.publisher,
        "retrieved_on": _day(document.retrieved_on),
        "partly_read": bool(document.partly_read),
        "notes": document.notes or "",
        "validity": document.validity_stated or "",
    }


def _organisation(who: Organisation) -> Content:
    return {"id": str(who.public_id), "name": who.name, "kind": who.kind, "code": who.code}


def _period(stated: str, starts: date | None, ends: date | None, rule: str) -> Content:
    return {"stated": stated, "starts": _day(starts), "ends": _day(ends), "rule": rule}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(number: Decimal | None) -> str | None:
    """A number as it is read: 12 and 2.5, never 12.0000."""
    return None if number is None else f"{number.normalize():f}"
