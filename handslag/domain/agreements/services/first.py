"""A first agreement: sensible words to overwrite, so that nobody begins with nothing."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.rules.drafts import (
    ContentsDraft,
    GoalDraft,
    PartyDraft,
    WordsDraft,
)
from handslag.domain.agreements.services.drafting import draft_agreement, fill, undertake
from handslag.domain.agreements.shipped import first
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import POLICE, Kind


@transaction.atomic
def draft_first(
    actor: Actor,
    draft: WordsDraft,
    *,
    home: Organisation,
    parties: Sequence[Organisation],
    now: datetime,
    approvers: Collection[Organisation] | None = None,
) -> Agreement:
    """Begin an agreement, under this name and period, with the words of the template."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=frozenset({home.pk}))
    words = first()
    agreement = draft_agreement(
        actor,
        WordsDraft(
            name=draft.name,
            period=draft.period,
            prolongation=draft.prolongation,
            prolongation_months=draft.prolongation_months,
            **{column: words[column] for column in _WORDS},
        ),
        home=home,
        parties=parties,
        approvers=approvers,
        now=now,
    )
    fill(agreement, _contents(words))
    sides = {one.pk: _side(one, words) for one in parties}
    undertake(agreement, sides, together=words["together"])
    record(actor, "agreements.template_used", agreement)
    return agreement


_WORDS = (
    *("background", "vision", "documentation"),
    *("follow_up", "follow_up_by", "follow_up_months"),
)


def _contents(words: Mapping[str, Any]) -> ContentsDraft:
    return ContentsDraft(
        purposes=words["purposes"],
        fields=[(code, "") for code in words["fields"]],
        goals=[GoalDraft(**goal) for goal in words["goals"]],
    )


def _side(who: Organisation, words: Mapping[str, Any]) -> PartyDraft:
    """The words for its kind, with the contact that the organisation has said itself."""
    of = "others"
    if who.kind in POLICE:
        of = "police"
    elif who.kind == Kind.MUNICIPALITY:
        of = "municipality"
    said = words[of]
    return PartyDraft(
        commitments=said["commitments"],
        steering=said["steering"],
        contact_function=who.contact_name or said["contact_function"],
        contact_email=who.contact_email,
        contact_phone=who.contact_phone,
    )
