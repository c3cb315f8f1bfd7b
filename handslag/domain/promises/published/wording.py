"""A frozen version, read: the exact words that were approved, as plain values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from handslag.core.periods import Period, Rule
from handslag.domain.organisations.rules import Kind
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises.published.contacts import side
from handslag.domain.promises.published.under import PublishedTie
from handslag.domain.promises.rules.words import LEADS, Op, Part


@dataclass(frozen=True, slots=True)
class PublishedOrganisation:
    """A party, an area or an owner, under the name it was approved with."""

    id: str
    name: str
    kind: str
    code: str = ""
    approves: bool = True  # a party is asked about the exact wording

    @property
    def side(self) -> str:
        return side(self.kind)


@dataclass(frozen=True, slots=True)
class PublishedResponsible:
    """Who answers for a promise. `inferred`: not stated, our reading."""

    name: str
    side: str
    part: Part
    stated: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class PublishedTarget:
    """The number promised. Numbers in `unit`, per `per`."""

    id: str
    op: Op
    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str
    note: str
    counting_rule: str
    beyond_ordinary: bool
    part_of: str | None
    is_shared: bool
    measures: str
    direction: str
    direction_why: str
    clock_starts: str
    precondition: str
    least_share: Decimal | None
    out_of: Decimal | None


@dataclass(frozen=True, slots=True)
class PublishedActivity:
    text: str
    place: str
    when: str
    owner: str
    parts: tuple["PublishedActivity", ...]


@dataclass(frozen=True, slots=True)
class PublishedGround:
    """A finding the promise rests on. `source` is a code of the vocabulary."""

    source: str
    statement: str
    period: str
    place: str
    # The key of this version of the finding; two that say the same are shown once.
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PublishedSite:
    """A named place on the map, as it was approved. `shape`: GeoJSON, in WGS 84."""

    name: str
    kind: str
    lon: float | None
    lat: float | None
    shape: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class PublishedChain:
    """What a promise hangs on in the picture and the plan. Ids find their pages."""

    problem_id: str
    problem: str
    causes: tuple[str, ...]
    goal: str
    measure: str
    plan_id: str
    plan: str


@dataclass(frozen=True, slots=True)
class PublishedMissingLink:
    """Why a link is missing, and in which promises, by their ids."""

    kind: Break
    promises: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PublishedPromise:
    """One promise in the approved words. `id` is its public id."""

    id: str
    nr: int
    heading: str
    text: str
    purpose: str
    focus: str
    types: tuple[str, ...]
    place: str
    when: Period
    binds: str
    condition: str
    is_sensitive: bool
    basis: str | None
    responsible: tuple[PublishedResponsible, ...]
    activities: tuple[PublishedActivity, ...]
    targets: tuple[PublishedTarget, ...]
    grounds: tuple[PublishedGround, ...]
    site: PublishedSite | None = None
    chain: PublishedChain | None = None

    @property
    def title(self) -> str:
        return self.heading or self.text

    @property
    def sides(self) -> frozenset[str]:
        """Whose promise it is: municipality, police, others, in any combination.

        Those who only help or are invited do not count, unless nobody else is named.
        """
        leads = [who for who in self.responsible if who.part in LEADS]
        return frozenset(who.side for who in leads or self.responsible)


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    due_on: date
    rhythm: str
    label: str
    function: str
    delegate: str
    forum: str


@dataclass(frozen=True, slots=True)
class PublishedLineage:
    """What became of a promise since the set before. Texts of both, ids of both."""

    change: str
    why: str
    promise: str | None
    earlier: str | None
    earlier_text: str
    earlier_set: str


@dataclass(frozen=True, slots=True)
class PublishedAttachment:
    sha256: str
    title: str
    type: str


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """The public page that a set was summarised from."""

    url: str
    publisher: str
    retrieved_on: date | None
    partly_read: bool
    notes: str
    validity: str


@dataclass(frozen=True, slots=True)
class PublishedAmendment:
    kind: str
    reason: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class PublishedWording:
    """One frozen version of a set: all that was approved, or imported, together."""

    id: str
    origin: str
    is_example: bool
    name: str
    lead: str
    purpose: str
    district: str
    period: Period
    decided_by: str
    signed_stated: str
    signed_on: date | None
    announced_on: date | None
    agreement: str
    is_annex: bool
    follow_up_stated: str
    home: PublishedOrganisation
    areas: tuple[PublishedOrganisation, ...]
    parties: tuple[PublishedOrganisation, ...]
    promises: tuple[PublishedPromise, ...]
    grounds: tuple[PublishedGround, ...]
    plan: tuple[PublishedPlan, ...]
    lineage: tuple[PublishedLineage, ...]
    attachments: tuple[PublishedAttachment, ...]
    amendment: PublishedAmendment | None
    source: PublishedSource | None
    missing_links: tuple[PublishedMissingLink, ...] = ()
    agreed: PublishedTie | None = None

    def promise(self, nr: int) -> PublishedPromise | None:
        return next((one for one in self.promises if one.nr == nr), None)


_Json = Mapping[str, Any]


def read(content: str) -> PublishedWording:
    """The frozen text as values. The text itself is what was hashed and approved."""
    text: _Json = json.loads(content)
    amendment, source = text["amendment"], text["source"]
    return PublishedWording(
        **{name: text[name] for name in _AS_THEY_STAND},
        period=_period(text["period"]),
        signed_stated=text["signed"]["stated"],
        signed_on=_day(text["signed"]["on"]),
        announced_on=_day(text["announced_on"]),
        home=_organisation(text["home"]),
        areas=tuple(_organisation(one) for one in text["areas"]),
        parties=tuple(_organisation(one) for one in text["parties"]),
        promises=tuple(_promise(one) for one in text["promises"]),
        grounds=_grounds(text["grounds"]),
        plan=tuple(
            PublishedPlan(**{**one, "due_on": date.fromisoformat(one["due_on"])})
            for one in text["plan"]
        ),
        lineage=tuple(_lineage(one) for one in text["lineage"]),
        attachments=tuple(PublishedAttachment(**one) for one in text["attachments"]),
        amendment=amendment
        and PublishedAmendment(
            **{**amendment, "decided_on": date.fromisoformat(amendment["decided_on"])}
        ),
        source=source
        and PublishedSource(**{**source, "retrieved_on": _day(source["retrieved_on"])}),
        missing_links=tuple(
            PublishedMissingLink(Break(one["kind"]), tuple(one["promises"]), one["text"])
            for one in text.get("missing_links", ())
        ),
        agreed=PublishedTie(**text["cooperation_agreement"])
        if "cooperation_agreement" in text
        else None,
    )


_AS_THEY_STAND = (
    "id",
    "origin",
    "is_example",
    "name",
    "lead",
    "purpose",
    "district",
    "decided_by",
    "agreement",
    "is_annex",
    "follow_up_stated",
)


def _promise(text: _Json) -> PublishedPromise:
    plain = ("id", "nr", "heading", "text", "purpose", "focus", "place", "binds")
    return PublishedPromise(
        **{name: text[name] for name in (*plain, "condition", "is_sensitive", "basis")},
        types=tuple(text["types"]),
        when=_period(text["when"]),
        responsible=tuple(
            PublishedResponsible(
                name=one["name"],
                side=side(one["kind"] or _kind_in(one["stated"])),
                part=Part(one["part"]),
                stated=one["stated"],
                inferred=one["inferred"],
            )
            for one in text["responsible"]
        ),
        activities=tuple(_activity(one) for one in text["activities"]),
        targets=tuple(_target(one) for one in text["targets"]),
        grounds=_grounds(text["grounds"]),
        site=_site(text["site"]) if "site" in text else None,
        chain=_chain(text["chain"]) if "chain" in text else None,
    )


def _chain(text: _Json) -> PublishedChain:
    goal, measure, plan = text["goal"], text["measure"], text["plan"]
    return PublishedChain(
        problem_id=text["problem"]["id"],
        problem=text["problem"]["title"],
        causes=tuple(text["causes"]),
        goal=goal["text"] if goal else "",
        measure=measure["title"] if measure else "",
        plan_id=plan["id"] if plan else "",
        plan=plan["name"] if plan else "",
    )


def _site(text: _Json) -> PublishedSite:
    return PublishedSite(
        name=text["name"],
        kind=text["kind"],
        lon=float(text["lon"]) if text["lon"] else None,
        lat=float(text["lat"]) if text["lat"] else None,
        shape=json.loads(text["shape"]) if text["shape"] else None,
    )


def _kind_in(stated: str) -> str:
    """The kind of the one a source calls just "polisen" or "kommunen"."""
    words = stated.casefold()
    if "polis" in words:
        return Kind.POLICE_DISTRICT
    return Kind.MUNICIPALITY if words.startswith("kommun") else ""


def _target(text: _Json) -> PublishedTarget:
    numbers = {
        name: None if text[name] is None else Decimal(text[name])
        for name in ("low", "high", "least_share", "out_of")
    }
    return PublishedTarget(**{**text, **numbers, "op": Op(text["op"])})


def _activity(text: _Json) -> PublishedActivity:
    return PublishedActivity(
        text=text["text"],
        place=text["place"],
        when=text["when"],
        owner=text["owner"]["name"] if text["owner"] else "",
        parts=tuple(_activity(one) for one in text["parts"]),
    )


def _grounds(rows: list[_Json]) -> tuple[PublishedGround, ...]:
    return tuple(PublishedGround(**one) for one in rows)


def _lineage(text: _Json) -> PublishedLineage:
    earlier = text["earlier"]
    return PublishedLineage(
        change=text["change"],
        why=text["why"],
        promise=text["promise"],
        earlier=earlier["id"] if earlier else None,
        earlier_text=earlier["text"] if earlier else "",
        earlier_set=text["earlier_set"] or "",
    )


def _organisation(text: _Json) -> PublishedOrganisation:
    return PublishedOrganisation(**text)


def _period(text: _Json) -> Period:
    return Period(
        text["stated"], _day(text["starts"]), _day(text["ends"]), Rule(text["rule"])
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
