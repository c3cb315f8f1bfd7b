"""A frozen version, read: the exact words that were approved, as plain values."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from handslag.core.periods import Period, Rule
from handslag.domain.agreements.rules.words import (
    Level,
    Origin,
    Prolongation,
    Statute,
    Verdict,
)
from handslag.domain.organisations.rules import POLICE, Kind


@dataclass(frozen=True, slots=True)
class PublishedContact:
    """Whom a party has appointed: a function, and how it is reached."""

    function: str
    email: str
    phone: str

    @property
    def is_said(self) -> bool:
        return bool(self.function or self.email or self.phone)


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A commitment, or a goal with how one sees it."""

    id: str
    text: str
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class PublishedParty:
    """One that agrees, under the name it had then, and what it undertakes."""

    id: str
    name: str
    kind: str
    approves: bool
    steering: str
    contact: PublishedContact
    commitments: tuple[PublishedLine, ...]

    @property
    def side(self) -> str:
        if self.kind in POLICE:
            return "police"
        return "municipality" if self.kind == Kind.MUNICIPALITY else "others"


@dataclass(frozen=True, slots=True)
class PublishedField:
    """An area of cooperation; `code` is the shared word, if it is one."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class PublishedStatute:
    """A plan or analysis under another statute."""

    statute: Statute
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that was approved together with the words."""

    sha256: str
    title: str
    type: str


@dataclass(frozen=True, slots=True)
class PublishedAgreement:
    """One exact text."""

    id: str
    origin: Origin
    is_example: bool
    level: Level
    name: str
    parent: str
    predecessor: str
    changes: str
    background: str
    vision: str
    documentation: str
    follow_up: str
    follow_up_by: str
    follow_up_months: int
    period: Period
    prolongation: Prolongation
    prolongation_months: int | None
    signed_on: date | None
    source_stated: str
    source_on: date | None
    areas: tuple[str, ...]
    parties: tuple[PublishedParty, ...]
    together: tuple[PublishedLine, ...]
    purposes: tuple[str, ...]
    fields: tuple[PublishedField, ...]
    problems: tuple[str, ...]
    goals: tuple[PublishedLine, ...]
    statutes: tuple[PublishedStatute, ...]
    attachments: tuple[NamedFile, ...]


@dataclass(frozen=True, slots=True)
class PublishedOutcome:
    """What a follow-up says of one goal or commitment."""

    text: str
    party: str
    verdict: Verdict | None
    said: str


@dataclass(frozen=True, slots=True)
class PublishedFollowUp:
    """One follow-up, as it was published."""

    followed_on: date
    functions: str
    summary: str
    goals: tuple[PublishedOutcome, ...]
    commitments: tuple[PublishedOutcome, ...]


def read(content: str) -> PublishedAgreement:
    """The text of a frozen version."""
    raw: dict[str, Any] = json.loads(content)
    return PublishedAgreement(
        **{name: raw[name] for name in _AS_THEY_STAND},
        origin=Origin(raw["origin"]),
        level=Level(raw["level"]),
        parent=_name(raw["parent"]),
        predecessor=_name(raw["predecessor"]),
        period=_period(raw["period"]),
        prolongation=Prolongation(raw["prolongation"]),
        signed_on=_day(raw["signed_on"]),
        source_stated=raw["source"]["stated"],
        source_on=_day(raw["source"]["on"]),
        areas=tuple(one["name"] for one in raw["areas"]),
        parties=tuple(map(_party, raw["parties"])),
        together=tuple(PublishedLine(**one) for one in raw["together"]),
        purposes=tuple(raw["purposes"]),
        fields=tuple(PublishedField(**one) for one in raw["fields"]),
        problems=tuple(raw["problems"]),
        goals=tuple(PublishedLine(**one) for one in raw["goals"]),
        statutes=tuple(
            PublishedStatute(Statute(one["statute"]), one["title"], one["address"])
            for one in raw["statutes"]
        ),
        attachments=tuple(NamedFile(**one) for one in raw["attachments"]),
    )


_AS_THEY_STAND = (
    *("id", "is_example", "name", "changes", "background", "vision", "documentation"),
    *("follow_up", "follow_up_by", "follow_up_months", "prolongation_months"),
)


def read_follow_up(content: str) -> PublishedFollowUp:
    """The text of a frozen follow-up."""
    raw: dict[str, Any] = json.loads(content)
    return PublishedFollowUp(
        followed_on=date.fromisoformat(raw["followed_on"]),
        functions=raw["functions"],
        summary=raw["summary"],
        goals=tuple(map(_outcome, raw["goals"])),
        commitments=tuple(map(_outcome, raw["commitments"])),
    )


def _party(raw: dict[str, Any]) -> PublishedParty:
    return PublishedParty(
        id=raw["id"],
        name=raw["name"],
        kind=raw["kind"],
        approves=raw["approves"],
        steering=raw["steering"],
        contact=PublishedContact(**raw["contact"]),
        commitments=tuple(PublishedLine(**one) for one in raw["commitments"]),
    )


def _outcome(raw: dict[str, Any]) -> PublishedOutcome:
    return PublishedOutcome(
        text=raw["text"],
        party=raw.get("party", ""),
        verdict=Verdict(raw["verdict"]) if raw["verdict"] else None,
        said=raw["said"],
    )


def _period(raw: dict[str, Any]) -> Period:
    days = _day(raw["starts"]), _day(raw["ends"])
    return Period(raw["stated"], *days, Rule(raw["rule"]))


def _name(raw: dict[str, Any] | None) -> str:
    return raw["name"] if raw else ""


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
