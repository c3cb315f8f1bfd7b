"""The working rows of an agreement as one text: all that its public page will show.

This is what is frozen, hashed and approved. A field that the public can see
and that is not here could be changed after the approval: add it here first.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from handslag.core.text import seen
from handslag.domain.agreements.models import Agreement, Commitment, FocusProblem
from handslag.domain.agreements.rules.quality import Contents, Side
from handslag.domain.agreements.rules.words import Prolongation
from handslag.domain.organisations.models import Organisation
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind

FORMAT = 1
Content = dict[str, Any]


def content(agreement: Agreement) -> Content:
    """Everything the public page of the agreement shows, from the rows as they stand."""
    undertaken = _commitments(agreement)
    return {
        "format": FORMAT,
        "id": str(agreement.public_id),
        "origin": agreement.origin,
        "is_example": agreement.is_example,
        **_words(agreement),
        "home": _organisation(agreement.home),
        "areas": [
            _organisation(area.municipality)
            for area in agreement.areas.select_related("municipality")
        ],
        "parties": _parties(agreement, undertaken),
        "together": undertaken[None],
        "purposes": [purpose.text for purpose in agreement.purposes.all()],
        "fields": _fields(agreement),
        "problems": [
            problem_words(row) for row in agreement.problems.select_related("problem")
        ],
        "goals": [
            {"id": str(goal.public_id), "text": goal.text, "seen_by": goal.seen_by}
            for goal in agreement.goals.all()
        ],
        "statutes": [
            {"statute": row.statute, "title": row.title, "address": row.address}
            for row in agreement.statutes.all()
        ],
        "attachments": [
            {"sha256": row.file.sha256, "title": row.title, "type": row.file.media_type}
            for row in agreement.attachments.select_related("file")
        ],
    }


def _parties(
    agreement: Agreement, undertaken: Mapping[int | None, list[Content]]
) -> list[Content]:
    return [
        {
            **_organisation(party.organisation),
            "approves": party.approves,
            "steering": party.steering,
            "contact": {
                "function": party.contact_function,
                "email": party.contact_email,
                "phone": party.contact_phone,
            },
            "commitments": undertaken[party.pk],
        }
        for party in agreement.parties.select_related("organisation")
    ]


def problem_words(row: FocusProblem) -> str:
    """A problem in focus as it is called: in the picture, or in the parties' words."""
    return row.problem.title if row.problem else row.text


def looked_at(agreement: Agreement) -> Contents:
    """What of the agreement the rules of a good text look at."""
    undertaken: defaultdict[int | None, int] = defaultdict(int)
    for party in agreement.commitments.values_list("party", flat=True):
        undertaken[party] += 1
    return Contents(
        sides=[
            Side(
                row.organisation.name,
                row.approves,
                undertaken[row.pk] + undertaken[None],
                bool(row.contact_function and (row.contact_email or row.contact_phone)),
            )
            for row in agreement.parties.select_related("organisation")
        ],
        purposes=agreement.purposes.count(),
        fields=agreement.fields.count(),
        has_period=agreement.starts is not None or agreement.ends is not None,
        has_last_day=agreement.ends is not None,
        prolongation=Prolongation(agreement.prolongation),
        goals=list(agreement.goals.values_list("text", "seen_by")),
        problems=agreement.problems.count(),
        follow_up_by=agreement.follow_up_by,
        documentation=agreement.documentation,
    )


def _words(agreement: Agreement) -> Content:
    parent, before = agreement.parent, agreement.predecessor
    return {
        "name": agreement.name,
        "level": agreement.level,
        "parent": parent and {"id": str(parent.public_id), "name": parent.name},
        "predecessor": before and {"id": str(before.public_id), "name": before.name},
        "changes": agreement.changes,
        "background": agreement.background,
        "vision": agreement.vision,
        "documentation": agreement.documentation,
        "follow_up": agreement.follow_up,
        "follow_up_by": agreement.follow_up_by,
        "follow_up_months": agreement.follow_up_months,
        "period": {
            "stated": seen(agreement.period_stated),
            "starts": _day(agreement.starts),
            "ends": _day(agreement.ends),
            "rule": agreement.period_rule,
        },
        "prolongation": agreement.prolongation,
        "prolongation_months": agreement.prolongation_months,
        "signed_on": _day(agreement.signed_on),
        "source": {"stated": agreement.source_stated, "on": _day(agreement.source_on)},
    }


def _fields(agreement: Agreement) -> list[Content]:
    """Each area as it is called today: a shared word may be called something else later."""
    rows = list(agreement.fields.all())
    called = terms(Kind.FOCUS, "sv") if any(row.code for row in rows) else {}
    return [
        {"code": row.code, "text": row.text or called.get(row.code, row.code)}
        for row in rows
    ]


def _commitments(agreement: Agreement) -> defaultdict[int | None, list[Content]]:
    found: defaultdict[int | None, list[Content]] = defaultdict(list)
    for row in Commitment.objects.filter(agreement=agreement):
        found[row.party_id].append({"id": str(row.public_id), "text": row.text})
    return found


def _organisation(who: Organisation) -> Content:
    return {"id": str(who.public_id), "name": who.name, "kind": who.kind, "code": who.code}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
