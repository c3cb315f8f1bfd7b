"""Frozen minutes, as a page reads them aloud."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handslag.domain.council.models import Meeting, MinutesVersion
from handslag.domain.council.rules.words import ItemKind, Presence
from handslag.web.words.council import KINDS, PRESENCES


@dataclass(frozen=True, slots=True)
class Paper:
    """One version of the minutes."""

    number: int
    attendance: list[Mapping[str, Any]]
    items: list[Mapping[str, Any]]
    adjusters: list[Mapping[str, Any]]


def paper_of(minutes: MinutesVersion) -> Paper:
    """The exact text that was frozen, with its codes in words."""
    content = json.loads(minutes.version.content)
    return Paper(
        number=minutes.number,
        attendance=by_organisation(content["attendance"]),
        items=[_item(item) for item in content["items"]],
        adjusters=content["adjusters"],
    )


def by_organisation(rows: list[dict[str, Any]]) -> list[Mapping[str, Any]]:
    """Who came, organisation by organisation, in the order of the seats."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        said = {**row, "said": PRESENCES[Presence(row["presence"])]}
        found.setdefault(row["organisation"], []).append(said)
    return [{"organisation": name, "people": people} for name, people in found.items()]


def _item(item: dict[str, Any]) -> dict[str, Any]:
    return {
        **item,
        "kind": KINDS[ItemKind(item["kind"])],
        "tasks": [
            {**task, "due_on": date.fromisoformat(task["due_on"])} for task in item["tasks"]
        ],
    }


def by_presence(meeting: Meeting) -> str:
    """Who came, in one line, to set beside what somebody else has written."""
    rows = meeting.attendances.all()
    return "; ".join(f"{one.function}: {PRESENCES[Presence(one.presence)]}" for one in rows)
