"""Two municipalities that know nothing of each other, each with one of everything."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.crypto import salted_hmac

from handslag.core.access import ANYONE, Actor, Role
from handslag.core.files.services import store
from handslag.core.periods import parse
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations.models import Membership, Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    Attachment,
    CorrectionRequest,
    Lineage,
    PromiseSet,
)
from handslag.domain.promises.rules.words import AmendmentKind, Change, Rhythm
from handslag.domain.promises.services.progress import Done
from tests import make
from tests.web.matrix.parts import PARTS

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class World:
    """One municipality's objects, and the words each address needs to name them."""

    municipality: Organisation
    police: Organisation
    set: PromiseSet
    words: Mapping[str, Mapping[str, object]]


def build(name: str) -> World:
    """A municipality with a published set that is being amended, and all it has."""
    municipality = make.municipality(f"{name} kommun")
    police = make.police_district(f"Lokalpolisområde {name}", serving=municipality)
    writer = make.member(municipality, Role.COORDINATOR)
    finding = make.evidence(municipality, visibility=Visibility.OWN)
    set_ = _given(writer, municipality, police, finding)
    make.publish(
        set_,
        writer,
        (make.member(municipality, Role.APPROVER), municipality),
        (make.member(police, Role.APPROVER), police),
    )
    return World(
        municipality,
        police,
        set_,
        words={
            "set": _working(writer, set_),
            "finding": {"key": finding.public_id},
            "organisation": _organisation(municipality),
            "public": _public(municipality, set_),
            **_of_parts(writer, municipality, police),
        },
    )


def _of_parts(
    writer: Actor, municipality: Organisation, police: Organisation
) -> dict[str, Mapping[str, object]]:
    """The words of each part's addresses, by the name of the address."""
    slug = municipality.slugs.get().slug
    found: dict[str, Mapping[str, object]] = {}
    for part in PARTS:
        words = {"municipality": slug, **part.build(writer, municipality, police)}
        found.update(dict.fromkeys(part.rows, words))
    return found


def _given(
    writer: Actor, municipality: Organisation, police: Organisation, finding: Evidence
) -> PromiseSet:
    """The set before anyone has approved it, with what came before it and its original."""
    set_ = make.promise_set(writer, municipality, police)
    words = make.promise_draft(municipality, evidence=(finding.pk,))
    promise = services.add_promise(writer, set_, words)
    services.plan_follow_ups(writer, set_, Rhythm.YEAR, function="kommunchef")
    earlier = make.promise_set(writer, municipality, police, period="2025")
    old = services.add_promise(writer, earlier, make.promise_draft(municipality))
    Lineage.objects.create(set=set_, promise=promise, earlier=old, change=Change.KEPT)
    file = store(writer, "beslut.pdf", PDF)
    Attachment.objects.create(set=set_, file=file, title="Undertecknat original")
    return set_


def _working(writer: Actor, set_: PromiseSet) -> dict[str, object]:
    """Report on the set, begin to follow it up and to amend it: what work there is."""
    promise = set_.promises.get()
    entry = services.report_progress(
        writer,
        promise,
        Done(date(2026, 2, 20)),
        organisation=set_.home,
        target=None,
        token=uuid4(),
        now=NOW,
    )
    follow_up = services.begin_follow_up(writer, set_, period=parse("2026"), now=NOW)
    services.begin_amendment(
        writer,
        set_,
        AmendmentKind.REVISION,
        reason="Nytt.",
        decided_on=date(2026, 3, 1),
    )
    objection = CorrectionRequest.objects.create(set=set_, text="Det stod så.", made_at=NOW)
    return {
        "sha256": sha256(PDF).hexdigest(),
        "objection": objection.public_id,
        "key": set_.public_id,
        "promise": promise.public_id,
        "follow_up": follow_up.public_id,
        "earlier": set_.lineage.get().earlier.public_id,  # type: ignore[union-attr]
        "entry": entry.public_id,
        "number": 1,
        "kind": "revision",
    }


def _public(municipality: Organisation, set_: PromiseSet) -> dict[str, object]:
    return {
        "municipality": municipality.slugs.get().slug,
        "period": "2026",
        "nr": 1,
        "number": 1,
        "sha256": sha256(PDF).hexdigest(),
        "token": "inte-en-lank",
        "set_id": set_.public_id,
        "kind": "focus",
        "rest": "inget",
    }


def _organisation(municipality: Organisation) -> dict[str, object]:
    held = Membership.objects.filter(organisation=municipality).latest("pk")
    member = salted_hmac("handslag.membership", str(held.pk)).hexdigest()
    return {"key": municipality.public_id, "member": member}


def cast(world: World, elsewhere: World) -> dict[str, Actor]:
    """Those whom every row of the matrix speaks of."""
    return {
        "stranger": ANYONE,
        "reader": make.member(world.municipality, Role.READER),
        "coordinator": make.member(world.municipality, Role.COORDINATOR),
        "elsewhere": make.member(elsewhere.municipality, Role.COORDINATOR),
        "police": make.member(world.police, Role.LIAISON_OFFICER),
        "administrator": make.member(world.municipality, Role.ADMINISTRATOR),
        "approver": make.member(world.municipality, Role.APPROVER),
    }


def routes() -> dict[str, URLPattern]:
    """Every address of the platform, by the name of its part and its own."""
    return dict(_within(get_resolver().url_patterns, ""))


def _within(patterns, part):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _within(pattern.url_patterns, pattern.namespace or part)
        else:
            yield f"{part}:{pattern.name}", pattern


ABOUT_A_FINDING = {"finding", "correct-finding"}
ABOUT_AN_ORGANISATION = {
    *("organisation", "contact", "invite", "end-membership"),
    *("places", "new-place"),
}


def words_for(route: str, pattern: URLPattern, world: World) -> dict[str, object]:
    """What must be named in this address, from one world."""
    part, name = route.split(":")
    known = (
        world.words.get(route) or world.words["set" if part == "workspace" else "public"]
    )
    if part == "workspace" and name in ABOUT_A_FINDING:
        known = world.words["finding"]
    if part == "workspace" and name in ABOUT_AN_ORGANISATION:
        known = world.words["organisation"]
    return {word: known[word] for word in pattern.pattern.converters}
