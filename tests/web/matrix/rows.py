"""What each address answers each of the cast: GET and POST, about one's own and others'.

A new address without a row here fails the build. The words: `in` (let in, be it to a
form with an error), `refused` (403, with a sentence), `hidden` (404: not there for you),
`login` (led to sign-in), `wrong way` (the address does not take that).
"""

from collections.abc import Mapping
from dataclasses import dataclass

CAST = (
    "stranger",
    "reader",
    "coordinator",
    "police",
    "administrator",
    "approver",
    "elsewhere",
)
READS, WRITES = "in/wrong way", "in/in"
REFUSED, HIDDEN, LOGIN = "refused/refused", "hidden/hidden", "login/login"
HIDDEN_READ = "hidden/wrong way"


@dataclass(frozen=True, slots=True)
class Row:
    """The answers in the order of the cast; `about_others`: the same to all who are let in.

    `about_others` is what those of Lundby are answered about an object of Sjövik, where the
    address names an object. The coordinator elsewhere is asked about Lundby's object above.
    """

    answers: tuple[str, ...]
    about_others: str = ""

    def of(self, who: str) -> str:
        return self.answers[CAST.index(who)]


def _row(*answers: str, about_others: str = "") -> Row:
    """A row of the workspace: everyone but the stranger, in the order of the cast."""
    return Row((LOGIN, *answers), about_others)


def _public(answer: str = READS) -> Row:
    return Row((answer,) * len(CAST), about_others=answer)


EVERYONE_READS = _row(*[READS] * 6)
EVERYONE_WRITES = _row(*[WRITES] * 6)
WRITERS_ANYWHERE = _row(REFUSED, WRITES, WRITES, REFUSED, REFUSED, WRITES)
SET_READ = _row(*[READS] * 5, HIDDEN_READ, about_others=HIDDEN_READ)
SET_WRITE = _row(REFUSED, WRITES, WRITES, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
SET_SHOWN_AND_WRITTEN = _row(
    "in/refused", WRITES, WRITES, "in/refused", "in/refused", HIDDEN, about_others=HIDDEN
)
ORGANISATION_READ = _row(
    READS, READS, HIDDEN_READ, READS, READS, HIDDEN_READ, about_others=HIDDEN_READ
)
ORGANISATION_RUN = _row(
    REFUSED, REFUSED, HIDDEN, WRITES, REFUSED, HIDDEN, about_others=HIDDEN
)

WORKSPACE: Mapping[str, Row] = {
    "home": EVERYONE_READS,
    "style": EVERYONE_READS,
    "sets": EVERYONE_READS,
    "new-set": WRITERS_ANYWHERE,
    "set": SET_READ,
    "set-words": SET_WRITE,
    "parties": SET_WRITE,
    "new-promise": SET_WRITE,
    "promise": SET_SHOWN_AND_WRITTEN,
    "move-promise": _row(
        "wrong way/refused",
        "wrong way/in",
        "wrong way/in",
        "wrong way/refused",
        "wrong way/refused",
        "wrong way/hidden",
        about_others="wrong way/hidden",
    ),
    "remove-promise": SET_WRITE,
    "ask": SET_WRITE,
    "take-back": SET_WRITE,
    "answer": _row(REFUSED, REFUSED, REFUSED, REFUSED, WRITES, HIDDEN, about_others=HIDDEN),
    "invite-by-link": SET_WRITE,
    "rounds": SET_READ,
    "version": SET_READ,
    "plan": SET_WRITE,
    "grounds": SET_WRITE,
    "new-ground": SET_WRITE,
    "follow-ups": SET_WRITE,
    "follow-up": SET_SHOWN_AND_WRITTEN,
    "publish-follow-up": SET_WRITE,
    "amend": SET_WRITE,
    "end-amendment": SET_WRITE,
    "renew": SET_WRITE,
    "lineage": SET_READ,
    "explain": SET_WRITE,
    "attachments": SET_SHOWN_AND_WRITTEN,
    "english": SET_SHOWN_AND_WRITTEN,
    "file": SET_READ,
    "detach": _row(
        "wrong way/refused",
        "wrong way/in",
        "wrong way/in",
        "wrong way/refused",
        "wrong way/refused",
        "wrong way/hidden",
        about_others="wrong way/hidden",
    ),
    # A summary is taken over, and objections to it settled, by the one that keeps it.
    "take-over": _row(
        REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "take-down": _row(
        REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "objections": _row(
        "refused/wrong way",
        READS,
        "refused/wrong way",
        "refused/wrong way",
        "refused/wrong way",
        HIDDEN_READ,
        about_others=HIDDEN_READ,
    ),
    "settle": _row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN),
    "log": _row(
        "refused/wrong way",
        READS,
        READS,
        "refused/wrong way",
        "refused/wrong way",
        HIDDEN_READ,
        about_others=HIDDEN_READ,
    ),
    "progress": _row(
        "refused/wrong way", READS, READS, "refused/wrong way", "refused/wrong way", READS
    ),
    "report": SET_WRITE,
    # A report is corrected by the organisation that made it.
    "correct": _row(
        REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "evidence": EVERYONE_READS,
    "new-finding": WRITERS_ANYWHERE,
    # A finding that is not shared is seen by the organisation that recorded it.
    "finding": ORGANISATION_READ,
    "correct-finding": _row(
        REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "organisations": EVERYONE_READS,
    "organisation": ORGANISATION_READ,
    "places": ORGANISATION_READ,
    "new-place": _row(
        REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "contact": ORGANISATION_RUN,
    "invite": ORGANISATION_RUN,
    "end-membership": ORGANISATION_RUN,
    "profile": EVERYONE_READS,
    "language": EVERYONE_WRITES,
    "password": EVERYONE_WRITES,
    "sign-out": _row(*["wrong way/in"] * 6),
    "outbox": EVERYONE_READS,
}

PUBLIC: Mapping[str, Row] = {
    "front": _public(),
    "search": _public(),
    "municipalities": _public(),
    "bank": _public(),
    "about": _public(),
    "open_data": _public(),
    "accessibility": _public(),
    "privacy": _public(),
    "log": _public(),
    "sitemap": _public(),
    "robots": _public(),
    "municipality": _public(),
    "follow": _public(),
    "feed": _public(),
    "archive": _public(),
    "set": _public(),
    "promise": _public(),
    "version": _public(),
    "file": _public(),
    "sign_in": _public(WRITES),
    # Words that are no link: the page says so, whoever asks.
    "approve": _public(HIDDEN),
    # Only somebody else's summary can be objected to, and this set is the parties' own.
    "correction": _public(HIDDEN),
    # There is one publication of this set, so there is nothing to compare.
    "publications": _public(HIDDEN_READ),
}

API: Mapping[str, Row] = {
    "municipalities": _public(),
    "sets": _public(),
    "one_set": _public(),
    "version": _public(),
    "promises": _public(),
    "promises_csv": _public(),
    "vocabulary": _public(),
    "description": _public(),
    # What is not there is not there, in JSON.
    "nothing": _public(HIDDEN_READ),
    "api-root": _public(HIDDEN),
}

ROWS: Mapping[str, Row] = {
    **{f"workspace:{name}": row for name, row in WORKSPACE.items()},
    **{f"public:{name}": row for name, row in PUBLIC.items()},
    **{f"api:{name}": row for name, row in API.items()},
}
