"""The addresses of safety walks, and what each of the cast is answered there.

The municipality walks; the police of the place are not asked anything on this walk.
"""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks import services
from handslag.domain.walks.models import FindingPhoto, Walk
from handslag.domain.walks.rules import FlagDraft, Watch, WatchDraft
from tests.make import walks as make
from tests.make.photos import picture
from tests.web.matrix.row import (
    EVERYONE_READS,
    HIDDEN,
    HIDDEN_READ,
    READS,
    REFUSED,
    WRITES,
    public,
    row,
)

SEEN = row(READS, READS, HIDDEN_READ, READS, READS, HIDDEN_READ, about_others=HIDDEN_READ)
LED = row(REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
PLANNED = row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, WRITES)
SENT = row(
    "wrong way/refused",
    "wrong way/in",
    "wrong way/hidden",
    "wrong way/refused",
    "wrong way/refused",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)
SHOWN = row(
    "in/refused", WRITES, HIDDEN, "in/refused", "in/refused", HIDDEN, about_others=HIDDEN
)

ROWS = {
    "workspace:walks": EVERYONE_READS,
    "workspace:new-walk": PLANNED,
    "workspace:walk-worker": EVERYONE_READS,
    "workspace:walk-field": LED,
    "workspace:send-walk-note": SENT,
    "workspace:walk": SEEN,
    "workspace:walk-words": LED,
    "workspace:walk-route": LED,
    "workspace:walk-stop": LED,
    "workspace:move-walk-stop": SENT,
    "workspace:remove-walk-stop": LED,
    "workspace:invite-to-walk": LED,
    "workspace:walk-held": LED,
    "workspace:ask-owners": LED,
    "workspace:walk-told": LED,
    "workspace:cite-walk": LED,
    "workspace:walk-again": LED,
    "workspace:walk-compared": SEEN,
    "workspace:walk-protocol": SEEN,
    "workspace:walk-document": SEEN,
    "workspace:new-walk-finding": LED,
    "workspace:walk-finding": LED,
    "workspace:remove-walk-finding": LED,
    "workspace:let-through-walk-finding": LED,
    "workspace:walk-finding-owner": LED,
    "workspace:answer-walk-finding": LED,
    "workspace:new-walk-photo": LED,
    "workspace:walk-photo": LED,
    "workspace:walk-photo-file": SEEN,
}
PUBLIC_ROWS = {"public:walk-photo": public(), "public:walk-calendar": public(HIDDEN_READ)}
AGAIN_ROWS = {"workspace:walk-finding-again": LED}
EVENING_ROWS = {
    "workspace:evening-places": EVERYONE_READS,
    "workspace:new-evening-place": PLANNED,
    "workspace:evening-place": SHOWN,
}
WATCH_ROWS = {
    "workspace:watches": EVERYONE_READS,
    "workspace:new-watch": PLANNED,
    "workspace:watch": LED,
}

Words = Mapping[str, object]


def _pair(writer: Actor, home: Organisation) -> Walk:
    """A walk that walks an earlier one again."""
    there = Walk.objects.filter(occasion__home=home, again_of__isnull=False).first()
    if there is not None:
        return there
    before = make.asked(writer, home, home).walk
    draft = make.draft("Centrum igen", date(2026, 3, 1))
    return services.walk_again(writer, before, draft, now=make.NOW)


def build(writer: Actor, municipality: Organisation, _police: Organisation) -> Words:
    """A walk with a stop, and a finding that its own municipality is asked about."""
    walk = _pair(writer, municipality)
    stop = walk.stops.all()[0]
    finding = make.finding(writer, walk)
    make.sheet(writer, stop)
    services.make_responsible(writer, finding, municipality, revision=0, today=make.TODAY)
    services.ask_owners(writer, make.walked(writer, walk), now=make.NOW)
    photo = services.take_in_photo(
        writer, finding, key=uuid4(), content=picture(), now=make.NOW
    )
    services.mark_photo(writer, photo, boxes=[], alt="En lampa.", nobody=True)
    return {
        "key": walk.public_id,
        "stop": stop.public_id,
        "finding": finding.public_id,
        "photo": photo.public_id,
    }


def build_public(writer: Actor, home: Organisation, _police: Organisation) -> Words:
    """A photo of a walk that everyone may read of."""
    key = build(writer, home, _police)["photo"]
    photo = FindingPhoto.objects.get(public_id=str(key))
    walk = photo.finding.walk
    make.published(writer, walk)
    slugs = {"municipality": home.slugs.get().slug, "slug": walk.occasion.slug}
    return {**slugs, "key": key}


def build_again(writer: Actor, municipality: Organisation, _police: Organisation) -> Words:
    """A finding of the walk before."""
    walk = _pair(writer, municipality)
    before = walk.again_of
    assert before is not None
    return {"key": walk.public_id, "finding": before.findings.get().public_id}


def build_evening(writer: Actor, home: Organisation, _police: Organisation) -> Words:
    """A place in the evening."""
    flag = services.begin_flag(writer, home, FlagDraft("Centrum", make.WALKED_ON))
    return {"key": flag.public_id}


def build_watch(writer: Actor, home: Organisation, _police: Organisation) -> Words:
    """A count of areas that keep watch."""
    draft = WatchDraft(Watch.NEIGHBOURS, 2025, 12, 2)
    return {"key": services.count_watch(writer, home, draft, today=make.TODAY).public_id}
