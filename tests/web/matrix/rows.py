"""What each address answers each of the cast: GET and POST, about one's own and others'.

A new address without a row here fails the build. The words: `in` (let in, be it to a
form with an error), `refused` (403, with a sentence), `hidden` (404: not there for you),
`login` (led to sign-in), `wrong way` (the address does not take that).
"""

from collections.abc import Mapping

from tests.web.matrix.parts import PARTS
from tests.web.matrix.row import (
    EVERYONE_READS,
    EVERYONE_WRITES,
    HIDDEN,
    HIDDEN_READ,
    ORGANISATION_READ,
    ORGANISATION_RUN,
    READS,
    REFUSED,
    SET_READ,
    SET_SHOWN_AND_WRITTEN,
    SET_WRITE,
    WRITERS_ANYWHERE,
    WRITES,
    Row,
    public,
    row,
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
    "move-promise": row(
        "wrong way/refused",
        "wrong way/in",
        "wrong way/in",
        "wrong way/refused",
        "wrong way/refused",
        "wrong way/hidden",
        about_others="wrong way/hidden",
    ),
    "remove-promise": SET_WRITE,
    "promise-effect": SET_WRITE,
    "ask": SET_WRITE,
    "missing-links": SET_WRITE,
    "take-back": SET_WRITE,
    "answer": row(REFUSED, REFUSED, REFUSED, REFUSED, WRITES, HIDDEN, about_others=HIDDEN),
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
    "detach": row(
        "wrong way/refused",
        "wrong way/in",
        "wrong way/in",
        "wrong way/refused",
        "wrong way/refused",
        "wrong way/hidden",
        about_others="wrong way/hidden",
    ),
    # A summary is taken over, and objections to it settled, by the one that keeps it.
    "take-over": row(
        REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "take-down": row(
        REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "objections": row(
        "refused/wrong way",
        READS,
        "refused/wrong way",
        "refused/wrong way",
        "refused/wrong way",
        HIDDEN_READ,
        about_others=HIDDEN_READ,
    ),
    "settle": row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN),
    "log": row(
        "refused/wrong way",
        READS,
        READS,
        "refused/wrong way",
        "refused/wrong way",
        HIDDEN_READ,
        about_others=HIDDEN_READ,
    ),
    "progress": row(
        "refused/wrong way", READS, READS, "refused/wrong way", "refused/wrong way", READS
    ),
    "report": SET_WRITE,
    # A report is corrected by the organisation that made it.
    "correct": row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN),
    "evidence": EVERYONE_READS,
    "new-finding": WRITERS_ANYWHERE,
    # A finding that is not shared is seen by the organisation that recorded it.
    "finding": ORGANISATION_READ,
    "correct-finding": row(
        REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "organisations": EVERYONE_READS,
    "organisation": ORGANISATION_READ,
    "places": ORGANISATION_READ,
    "new-place": row(
        REFUSED, WRITES, HIDDEN, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN
    ),
    "contact": row(REFUSED, WRITES, HIDDEN, WRITES, REFUSED, HIDDEN, about_others=HIDDEN),
    "invite": ORGANISATION_RUN,
    "end-membership": ORGANISATION_RUN,
    "profile": EVERYONE_READS,
    "language": EVERYONE_WRITES,
    "password": EVERYONE_WRITES,
    "sign-out": row(*["wrong way/in"] * 6),
    "outbox": EVERYONE_READS,
}

PUBLIC: Mapping[str, Row] = {
    "front": public(),
    "search": public(),
    "municipalities": public(),
    "bank": public(),
    "about": public(),
    "open_data": public(),
    "accessibility": public(),
    "privacy": public(),
    "log": public(),
    "sitemap": public(),
    "robots": public(),
    "municipality": public(),
    "follow": public(),
    "feed": public(),
    "map": public(),
    "map-ground": public(),
    "map-squares": public(),
    "map-file": public(),
    "archive": public(),
    "set": public(),
    "promise": public(),
    "version": public(),
    "file": public(),
    "sign_in": public(WRITES),
    # Words that are no link: the page says so, whoever asks.
    "approve": public(HIDDEN),
    # Only somebody else's summary can be objected to, and this set is the parties' own.
    "correction": public(HIDDEN),
    # There is one publication of this set, so there is nothing to compare.
    "publications": public(HIDDEN_READ),
}

API: Mapping[str, Row] = {
    "municipalities": public(),
    "sets": public(),
    "one_set": public(),
    "version": public(),
    "promises": public(),
    "promises_csv": public(),
    "vocabulary": public(),
    "indicators": public(),
    "description": public(),
    # What is not there is not there, in JSON.
    "nothing": public(HIDDEN_READ),
    "api-root": public(HIDDEN),
}

ROWS: Mapping[str, Row] = {
    **{f"workspace:{name}": one for name, one in WORKSPACE.items()},
    **{f"public:{name}": one for name, one in PUBLIC.items()},
    **{f"api:{name}": one for name, one in API.items()},
    **{name: one for part in PARTS for name, one in part.rows.items()},
}
