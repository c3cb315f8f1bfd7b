"""Safety walks, ready to use."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.voices import services as voices
from handslag.domain.voices.rules import OccasionDraft, Way
from handslag.domain.walks import services
from handslag.domain.walks.models import Finding, Sheet, Stop, Walk
from handslag.domain.walks.rules import (
    FindingDraft,
    HeldDraft,
    Level,
    Light,
    Parameter,
    PartRole,
    SheetDraft,
    StopDraft,
    WalkDraft,
    Weather,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)  # "now" in tests/conftest.py
TODAY = date(2026, 3, 2)
WALKED_ON = date(2026, 2, 24)
DARK = {Parameter.LIGHTING: Level.BAD, Parameter.SIGHT: Level.POOR}
TWELVE = {PartRole.RESIDENTS: 8, PartRole.POLICE: 1, PartRole.MUNICIPAL_STAFF: 3}


def draft(title: str = "Centrum", walk_on: date = WALKED_ON, **words: Any) -> WalkDraft:
    return WalkDraft(title, walk_on, **{"gathers": "Biblioteket klockan 18", **words})


def walk(actor: Actor, home: Organisation, *names: str, **words: Any) -> Walk:
    """A walk with stops of these names."""
    row = services.plan_walk(actor, home, draft(**words), now=NOW)
    for name in names or ("Tunneln", "Torget"):
        stop(actor, row, name)
    return row


def stop(actor: Actor, of: Walk, name: str = "Tunneln", **words: Any) -> Stop:
    return services.add_stop(actor, of, StopDraft(name, **words))


def sheet(actor: Actor, of: Stop, levels: Any = None, **more: Any) -> Sheet:
    key, written = more.get("key", uuid4()), more.get("written", 1)
    said = SheetDraft(DARK if levels is None else levels, written)
    return services.note_sheet(actor, of, said, key=key, now=NOW)


def finding(
    actor: Actor, of: Walk, text: str = "Lampan är trasig.", **words: Any
) -> Finding:
    key = words.pop("key", uuid4())
    said = FindingDraft(text, **{"parameter": Parameter.LIGHTING, **words})
    return services.note_finding(actor, of, said, key=key, now=NOW)


def walked(actor: Actor, of: Walk, took_part: Any = None) -> Walk:
    """The second meeting has been held."""
    of.refresh_from_db()
    said = HeldDraft(Light.DARK, Weather.RAIN, TWELVE if took_part is None else took_part)
    return services.save_held(actor, of, said, revision=of.revision, now=NOW, today=TODAY)


def published(actor: Actor, of: Walk) -> Walk:
    """Everyone may read of it."""
    row = of.occasion
    row.refresh_from_db()
    said = OccasionDraft(
        Way.WALK, row.title, row.starts, row.ends, people=row.people, said="Vi gick."
    )
    voices.change_occasion(actor, row, said, revision=row.revision, now=NOW)
    voices.publish_occasion(actor, row, now=NOW)
    of.refresh_from_db()
    return of


def asked(actor: Actor, home: Organisation, owner: Organisation) -> Finding:
    """A walk that was walked, with a finding that somebody responsible is asked about."""
    row = walk(actor, home)
    found = finding(actor, row, stop=row.stops.all()[0].public_id)
    sheet(actor, row.stops.all()[0])
    services.make_responsible(actor, found, owner, revision=found.revision, today=TODAY)
    services.ask_owners(actor, walked(actor, row), now=NOW)
    found.refresh_from_db()
    return found
