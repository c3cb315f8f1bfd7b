"""When is a text approved, and what makes a text the same? Pure."""

import hashlib
import json
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum, StrEnum
from uuid import UUID

from handslag.core import text
from handslag.core.audit.rules import moment
from handslag.core.refusals import NotAllowedError
from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="approvals.Version",
        keep="decision",
        months=None,
        then="keep",
        why="The exact text that was approved is the decision itself.",
    ),
    Statement(
        model="approvals.Translation",
        keep="decision",
        months=None,
        then="keep",
        why="Says the approved words in another language, as the public has read them.",
    ),
    Statement(
        model="approvals.Round",
        keep="decision",
        months=None,
        then="keep",
        why="Shows when each text was asked about and how it ended.",
    ),
    Statement(
        model="approvals.RoundParty",
        keep="decision",
        months=None,
        then="keep",
        why="Shows which authorities were asked.",
    ),
    Statement(
        model="approvals.Vote",
        keep="decision",
        months=None,
        then="keep",
        why="Who answered for an authority, in which function, is part of its decision.",
    ),
    Statement(
        model="approvals.Link",
        keep="approval_link",
        months=24,
        then="delete",
        why="The vote holds what must stay; addresses and telephone numbers need not.",
    ),
)

LINK_DAYS = 14
WRONG_CODES = 5
CODE_LENGTH = 6
# No letter or figure that is mistaken for another: 0 O Q, 1 I L, S, Z, B, U, V.
CODE_LETTERS = "23456789ACDEFGHJKMNPRTWXY"


class Outcome(StrEnum):
    """Where a round stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Steps:
    """From which state one kind of text may go to which. `begins`: its refusal codes."""

    to: Mapping[str, Collection[str]]
    begins: str = ""

    def step(self, now: str, wanted: str) -> str:
        """Take one step, or say that it cannot be taken."""
        if wanted not in self.to[now]:
            raise NotAllowedError(f"{self.begins}not_from_{now}", wanted=wanted)
        return wanted

    def editable(self, state: str) -> None:
        """Refuse to change a text that is out for approval, or settled."""
        if state != "draft":
            raise NotAllowedError(f"{self.begins}not_editable_{state}")


class Channel(StrEnum):
    """How a voter reached the question."""

    ACCOUNT = "account"
    LINK = "link"


class CodeChannel(StrEnum):
    """How the code of a link reached the voter; it never travels with the link."""

    SMS = "sms"
    READ_OUT = "read_out"


@dataclass(frozen=True, slots=True)
class CastVote:
    """One party's answer, with every way in which the voter can be recognised."""

    party: int
    agrees: bool
    fingerprint: str
    identities: frozenset[str] = frozenset()


class VoteRefusedError(Exception):
    """This vote does not count, and the sentence says why."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class LinkRefusedError(Exception):
    """This link cannot be used, and the sentence says what to do."""

    def __init__(self, code: str, sentence: str, *, left: int = 0) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.left = left


VOTE_REFUSALS: Mapping[str, str] = {
    "closed": text.gettext_noop("The question is no longer open."),
    "not_asked": text.gettext_noop("This organisation is not asked to approve."),
    "changed": text.gettext_noop(
        "The text has changed since you read it. Read it again before you answer."
    ),
    "already": text.gettext_noop("This organisation has already answered."),
    "two_parties": text.gettext_noop("The same person cannot answer for two parties."),
    "reason": text.gettext_noop("Write why, so that the text can be improved."),
}
LINK_REFUSALS: Mapping[str, str] = {
    "unknown": text.gettext_noop("The link is not known. Check that you copied all of it."),
    "used": text.gettext_noop("The link has been used. Ask the coordinator for a new one."),
    "expired": text.gettext_noop("The link is too old. Ask the coordinator for a new one."),
    "ended": text.gettext_noop(
        "The link no longer works. Ask the coordinator for a new one."
    ),
    "wrong_code": text.gettext_noop("The code is wrong. Check it and try again."),
}


def vote_refused(code: str) -> VoteRefusedError:
    return VoteRefusedError(code, VOTE_REFUSALS[code])


def link_refused(code: str, *, left: int = 0) -> LinkRefusedError:
    return LinkRefusedError(code, LINK_REFUSALS[code], left=left)


def canonical(content: Mapping[str, object]) -> str:
    """The one way to write this content down, so that equal content is equal text."""
    return json.dumps(
        _plain(content),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )


def fingerprint(wording: str) -> str:
    """A short name for one exact text: the SHA-256 of its UTF-8 bytes."""
    return hashlib.sha256(wording.encode()).hexdigest()


def check_vote(
    vote: CastVote,
    *,
    reason: str,
    state: Outcome,
    parties: Iterable[int],
    votes: Iterable[CastVote],
    wording: str,
) -> None:
    """Refuse a vote that must not count, and say why."""
    votes = tuple(votes)
    refusals = {
        "closed": state is not Outcome.WAITING,
        "not_asked": vote.party not in set(parties),
        "changed": vote.fingerprint != wording,
        "already": any(other.party == vote.party for other in votes),
        "two_parties": any(other.identities & vote.identities for other in votes),
        "reason": not vote.agrees and not reason.strip(),
    }
    for code, refused in refusals.items():
        if refused:
            raise vote_refused(code)


def outcome(*, parties: Iterable[int], votes: Iterable[CastVote], wording: str) -> Outcome:
    """Every party must agree on exactly this wording; one no is a no."""
    current = [vote for vote in votes if vote.fingerprint == wording]
    if any(not vote.agrees for vote in current):
        return Outcome.REJECTED
    if set(parties) <= {vote.party for vote in current}:
        return Outcome.APPROVED
    return Outcome.WAITING


def link_expires(made_at: datetime) -> datetime:
    return made_at + timedelta(days=LINK_DAYS)


def link_refusal(
    *,
    now: datetime,
    expires_at: datetime,
    used_at: datetime | None,
    ended_at: datetime | None,
) -> str:
    """The code of why a link cannot be used, or "" when it can."""
    if used_at is not None:
        return "used"
    if ended_at is not None:
        return "ended"
    if now >= expires_at:
        return "expired"
    return ""


def reached_at(email: str, phone: str) -> frozenset[str]:
    """An address and a telephone, so that two ways of writing them are the same."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    found = {f"email:{email.strip().casefold()}"} if email.strip() else set()
    if digits:
        found.add("phone:" + digits.removeprefix("00").removeprefix("46").lstrip("0"))
    return frozenset(found)


def as_typed(code: str) -> str:
    """A code as people type it: small letters, spaces and hyphens do not matter."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def _plain(value: object) -> object:
    """Only what can be written in exactly one way; a float cannot."""
    if isinstance(value, Enum):
        value = value.value
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return _plain_text(value)


def _plain_mapping(mapping: Mapping[object, object]) -> dict[str, object]:
    plain = {}
    for key, value in mapping.items():
        if not isinstance(key, str):
            raise TypeError(f"A field is named by a text, not {type(key).__name__}.")
        plain[_plain_text(key)] = _plain(value)
    if len(plain) != len(mapping):
        raise ValueError("Two fields have the same name.")
    return plain


def _plain_text(value: object) -> str:
    if isinstance(value, str):
        value.encode()  # half a character cannot be stored, and is refused here
        return unicodedata.normalize("NFC", value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date | UUID):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return format(value.normalize(), "f") if value else "0"
    raise TypeError(f"{type(value).__name__} cannot be frozen: use text, Decimal or int.")
