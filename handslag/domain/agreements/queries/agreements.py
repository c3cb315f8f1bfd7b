from django.db.models import Model, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.agreements.models import Agreement, AgreementFollowUp
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Problem


def visible_to(actor: Actor) -> QuerySet[Agreement]:
    """The agreements that one's own organisations are party to, or keep."""
    return _of(actor.where(Act.SEE_WORKSPACE)).select_related("home", "version", "round")


def in_hands_of(actor: Actor, act: Act) -> QuerySet[Agreement]:
    """The agreements whose parties or home let the actor do this."""
    return _of(actor.where(act))


def _of(own: frozenset[int]) -> QuerySet[Agreement]:
    mine = Q(home__in=own) | Q(parties__organisation__in=own)
    return Agreement.objects.filter(mine).distinct()


def party_ids(agreement: Agreement) -> frozenset[int]:
    """The organisations whose people may work with it: its parties and its home."""
    rows = agreement.parties.values_list("organisation_id", flat=True)
    return frozenset({agreement.home_id, *rows})


def parties_of(agreement: Agreement) -> list[Organisation]:
    """Those who agree, in the order of the agreement."""
    return [row.organisation for row in agreement.parties.select_related("organisation")]


def approvers_of(agreement: Agreement) -> list[Organisation]:
    """Those who must say yes to the exact wording."""
    rows = agreement.parties.filter(approves=True).select_related("organisation")
    return [row.organisation for row in rows]


def follow_up_of(actor: Actor, key: str) -> QuerySet[AgreementFollowUp]:
    """One follow-up of an agreement that the actor may see."""
    own = visible_to(actor).values("pk")
    found = AgreementFollowUp.objects.filter(public_id=key, agreement__in=own)
    return found.select_related("agreement__home", "version")


def all_of(agreement: Agreement) -> list[Model]:
    """The agreement and the things in it that have a log of their own."""
    return [agreement, *agreement.follow_ups.all()]


def problems_for(agreement: Agreement) -> QuerySet[Problem]:
    """The problems of the joint pictures here that can be in focus, and those that are."""
    where = {area.municipality_id for area in agreement.areas.all()} | {agreement.home_id}
    chosen = agreement.problems.exclude(problem=None).values("problem")
    open_ones = Q(
        picture__home__in=where, picture__party=None, state="open", is_internal=False
    )
    found = Problem.objects.filter(open_ones | Q(pk__in=chosen))
    return found.order_by("position", "pk")


def parents_for(home: Organisation) -> QuerySet[Agreement]:
    """The strategic agreements of a home that an annex can belong to."""
    rows = Agreement.objects.filter(home=home, parent=None)
    return rows.exclude(state="ended").order_by("-starts", "-pk")


def choosable_by(actor: Actor, *, also: int | None) -> QuerySet[Agreement]:
    """The public agreements that other things of the actor's can be tied to."""
    mine = visible_to(actor).filter(version__isnull=False).values("pk")
    return Agreement.objects.filter(Q(pk__in=mine) | Q(pk=also)).order_by("-starts", "pk")


def agreement_at(municipality: str, period: str) -> Agreement | None:
    """The agreement of a public address."""
    return Agreement.objects.filter(
        slugs__municipality__slugs__slug=municipality, slugs__slug=period
    ).first()
