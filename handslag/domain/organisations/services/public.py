"""What the public sees of an organisation has changed."""

from collections.abc import Iterable

from django.db.models import F

from handslag.core.access import Act, Actor, require
from handslag.core.search import services as search
from handslag.core.search.services import Findable
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.organisations.rules import ADDRESSED, Kind

FOUND_AS = "municipality"
_WEIGHT = 1.5


def bump_public(*organisations: Organisation) -> None:
    """Let every cached public page of these be made anew. Call it when publishing."""
    keys = sorted({organisation.pk for organisation in organisations})
    Organisation.objects.filter(pk__in=keys).update(
        public_revision=F("public_revision") + 1
    )


def require_own(actor: Actor, *organisations: Organisation, act: Act = Act.APPOINT) -> None:
    """Stop here unless the actor runs one of them, or is the installation itself."""
    if actor.kind != "system":
        require(actor, act, in_any_of=frozenset(one.pk for one in organisations))


def make_findable(municipalities: Iterable[Organisation]) -> None:
    """Let municipalities be found by name, and by the localities within them."""
    addressed = {one.pk: one for one in municipalities if Kind(one.kind) in ADDRESSED}
    names: dict[int, list[str]] = {pk: [] for pk in addressed}
    within = Place.objects.filter(within__in=addressed, kind="locality").order_by("name")
    for pk, name in within.values_list("within", "name"):
        names[pk].append(name)
    search.index_many(
        Findable(
            FOUND_AS,
            str(one.public_id),
            one.short_name,
            " ".join([one.name, *names[pk]]),
            _WEIGHT,
        )
        for pk, one in addressed.items()
    )
