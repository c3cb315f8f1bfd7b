"""A frozen version becomes what the public reads."""

from datetime import datetime

from handslag.core.access import Actor
from handslag.core.approvals.models import Version
from handslag.core.approvals.services import carry_translations
from handslag.core.audit.services import record
from handslag.core.periods import address
from handslag.core.text import first_free, slug
from handslag.domain.agreements.models import Agreement, AgreementSlug
from handslag.domain.agreements.published.translations import texts_of
from handslag.domain.agreements.rules.words import Level
from handslag.domain.agreements.services.indexing import index_agreement
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public

LONGEST_NAME = 50  # of an address, beside the period


def publish(actor: Actor, row: Agreement, version: Version, *, now: datetime) -> None:
    """Make this version the public one: its addresses and the key of the cache."""
    before = row.predecessor.version if row.predecessor else None
    carry_translations(before, version, texts_of(version.content))
    row.version = version
    row.published_at = row.published_at or now
    row.changed_at = now
    row.save(update_fields=["state", "version", "published_at", "changed_at"])
    give_addresses(row)
    index_agreement(row)
    bump_public(*touched(row))
    record(actor, "agreements.published", row, version=version.number)


def touched(row: Agreement) -> list[Organisation]:
    """The organisations whose public pages change when the agreement does."""
    areas = row.areas.select_related("municipality")
    found = {
        row.home_id: row.home,
        **{one.municipality_id: one.municipality for one in areas},
    }
    return list(found.values())


def give_addresses(row: Agreement) -> None:
    """A place for the agreement in each of its municipalities. It keeps one it has."""
    wanted = address(row.period)
    if row.level == Level.ANNEX:
        wanted = f"{wanted}-{slug(row.name)[:LONGEST_NAME].strip('-')}"
    for municipality in touched(row):
        here = AgreementSlug.objects.filter(municipality=municipality)
        if not here.filter(agreement=row).exists():
            free = first_free(wanted, here.values_list("slug", flat=True))
            AgreementSlug.objects.create(
                municipality=municipality, agreement=row, slug=free
            )
