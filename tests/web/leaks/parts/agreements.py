"""Drafts of agreements, and the working rows below a settled one."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.agreements import services
from handslag.domain.agreements.models import (
    Agreement,
    AgreementAttachment,
    AgreementFollowUp,
    AgreementGoal,
    AgreementOutcome,
    AgreementParty,
    Commitment,
    Field,
    FocusProblem,
    Purpose,
    StatuteLink,
)
from handslag.domain.agreements.rules.drafts import StatuteDraft
from handslag.domain.agreements.rules.words import Statute, Verdict
from tests.make import agreements as made
from tests.web.leaks.planting import plant as put
from tests.web.leaks.planting import planted
from tests.web.matrix.world import World

OPEN: Mapping[str, str] = {
    "agreements.AgreementSlug": "public: addresses",
    "agreements.Ending": "public at once: why it ended early",
}
BELOW = (
    AgreementParty,
    AgreementGoal,
    Commitment,
    Field,
    FocusProblem,
    Purpose,
    StatuteLink,
    AgreementAttachment,
)


def plant(writer: Actor, world: World) -> None:
    """A draft, a follow-up that is not published, and the rows below what is settled."""
    home, police = world.municipality, world.police
    draft = made.agreement(writer, home, police, period="2027-2030")
    link = StatuteDraft(Statute.OTHER, planted(), planted())
    StatuteLink.objects.create(
        agreement=draft, statute=link.statute, title=link.title, address=link.address
    )
    public = Agreement.objects.filter(home=home, version__isnull=False)
    for row in [draft, *public]:
        put(Agreement.objects.filter(pk=row.pk))
        for model in BELOW:
            if model is not AgreementAttachment:
                put(model._default_manager.filter(agreement=row))
    settled = public.first()
    assert settled is not None
    told = services.begin_follow_up(
        writer, settled, on=made.NOW.date(), functions=planted(), now=made.NOW
    )
    services.save_follow_up(
        writer,
        told,
        goals={settled.goals.get().pk: services.Said(Verdict.DONE, planted())},
        commitments={},
        summary=planted(),
        revision=1,
    )
    put(AgreementFollowUp.objects.filter(pk=told.pk))
    put(AgreementOutcome.objects.filter(follow_up=told))
    # One that is taken into the settled text keeps its words there; a draft's are its own.
    original = settled.attachments.get()
    AgreementAttachment.objects.create(
        agreement=draft, file=original.file, title=planted(), added_on=made.NOW.date()
    )
