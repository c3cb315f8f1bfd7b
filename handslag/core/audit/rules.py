"""What may be written in the log, and how a row is sealed. Pure."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="audit.Entry",
        keep="log",
        months=None,
        then="keep",
        why="A log with a hole proves nothing; it holds no personal data but numbers.",
    ),
    Statement(
        model="audit.Unsealed",
        keep="log_queue",
        months=0,
        then="delete",
        why="A row waits here for some seconds until it is sealed.",
    ),
    Statement(
        model="audit.Seal",
        keep="log",
        months=None,
        then="keep",
        why="The seals are what makes the log worth believing.",
    ),
    Statement(
        model="audit.DayHead",
        keep="log",
        months=None,
        then="keep",
        why="A published head must be there to compare with for as long as the log.",
    ),
)

FIRST = "0" * 64

_HERE = ZoneInfo("Europe/Stockholm")

_CODE = re.compile(r"[a-z0-9_.:-]{1,80}")
_PERSONAL_NUMBER = re.compile(r"(19|20)?\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-\d{4}")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain stood at some moment: all that is needed to prove it later."""

    no: int | None
    hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the log, and where."""

    code: str
    place: str


_HEAD = re.compile(r"(?:(?<![\w-])(\d+)[ \t:,;]+)?\b([0-9a-f]{64})\b")


def heads_in(text: str) -> list[Head]:
    """The heads named in a text: a letter, a saved page, or a line of "no hash"."""
    return [Head(int(no) if no else None, hash_) for no, hash_ in _HEAD.findall(text)]


def code(value: str) -> str:
    """The value, if it is a code; text and personal numbers are refused."""
    if not _CODE.fullmatch(value) or _PERSONAL_NUMBER.fullmatch(value):
        raise TypeError(
            "The log takes ids and codes, not names, texts or numbers of people."
        )
    return str(value)


def detail(value: object) -> int | str | bool | None:
    """One id or code as the log keeps it; anything that could be text is refused."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return code(value)
    raise TypeError(f"The log takes ids and codes, not {type(value).__name__}.")


def moment(value: datetime) -> str:
    """One instant, always written the same way."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def day_of(value: datetime) -> date:
    """The day in Sweden on which this instant falls."""
    return value.astimezone(_HERE).date()


def seal_hash(
    *, no: int, previous: str, sealed_at: datetime, entry: Mapping[str, object]
) -> str:
    """The seal of one row: it covers the row, its place and the seal before it."""
    text = json.dumps(
        {"entry": entry, "no": no, "previous": previous, "sealed_at": moment(sealed_at)},
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=True,
        allow_nan=False,
    )
    return hashlib.sha256(text.encode()).hexdigest()
