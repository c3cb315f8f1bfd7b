"""How an address answers each of the cast, in words: the row of a matrix."""

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


def row(*answers: str, about_others: str = "") -> Row:
    """A row of the workspace: everyone but the stranger, in the order of the cast."""
    return Row((LOGIN, *answers), about_others)


def public(answer: str = READS) -> Row:
    return Row((answer,) * len(CAST), about_others=answer)


EVERYONE_READS = row(*[READS] * 6)
EVERYONE_WRITES = row(*[WRITES] * 6)
WRITERS_ANYWHERE = row(REFUSED, WRITES, WRITES, REFUSED, REFUSED, WRITES)
SET_READ = row(*[READS] * 5, HIDDEN_READ, about_others=HIDDEN_READ)
SET_WRITE = row(REFUSED, WRITES, WRITES, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
SET_SHOWN_AND_WRITTEN = row(
    "in/refused", WRITES, WRITES, "in/refused", "in/refused", HIDDEN, about_others=HIDDEN
)
ORGANISATION_READ = row(
    READS, READS, HIDDEN_READ, READS, READS, HIDDEN_READ, about_others=HIDDEN_READ
)
ORGANISATION_RUN = row(
    REFUSED, REFUSED, HIDDEN, WRITES, REFUSED, HIDDEN, about_others=HIDDEN
)
