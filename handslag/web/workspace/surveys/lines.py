"""Lines that are typed: the options of a question, or the rows of a matrix.

They can be added, moved and taken out by buttons of the form itself, so that it works
without a script: the form comes back with everything that was typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from handslag.domain.surveys.rules import OTHER, Option, Row
from handslag.domain.surveys.rules.checking import MOST_OPTIONS
from handslag.domain.surveys.rules.languages import direction
from handslag.domain.surveys.services import new_key

LONGEST = 200
APART = "apart"


@dataclass(frozen=True, slots=True)
class Line:
    """One option or row as it is typed. `kind`: nothing, apart or other."""

    key: str
    words: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(text.strip() for text in self.words.values())


@dataclass(frozen=True, slots=True)
class Typed:
    """One text of a line, as its field stands in the form."""

    name: str
    value: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One line with its fields, and where it stands among the others."""

    nr: int
    line: Line
    texts: Sequence[Typed]
    key_name: str
    kind_name: str
    is_first: bool
    is_last: bool


class Lines:
    """All lines of one kind, `prefix` telling them from the others on the page."""

    def __init__(
        self, prefix: str, languages: Sequence[str], lines: Iterable[Line] = ()
    ) -> None:
        self.prefix, self.languages = prefix, languages
        self.lines = list(lines)

    def take_in(self, posted: Mapping[str, str]) -> None:
        """What was sent, in the order in which it stood there."""
        sent = posted.get(f"{self.prefix}-n", "")
        n = min(int(sent), MOST_OPTIONS + 1) if sent.isdecimal() else 0
        self.lines = [self._sent(posted, nr) for nr in range(n)]

    def _sent(self, posted: Mapping[str, str], nr: int) -> Line:
        at = f"{self.prefix}-{nr}"
        key = posted.get(f"{at}-key", "")[:40]
        kind = posted.get(f"{at}-kind", "")
        words = {one: posted.get(f"{at}-{one}", "") for one in self.languages}
        # Texts of languages that are not on the page stay with the stored line.
        return Line(key or new_key(), words, kind if kind in (APART, OTHER) else "")

    def step(self, what: str, nr: int) -> None:
        """Add one, or move or take out the one with this number."""
        if what == "add" and len(self.lines) < MOST_OPTIONS:
            self.lines.append(Line(new_key()))
        elif what == "out" and 0 <= nr < len(self.lines):
            del self.lines[nr]
        elif what in ("up", "down"):
            other = nr - 1 if what == "up" else nr + 1
            if 0 <= nr < len(self.lines) and 0 <= other < len(self.lines):
                both = self.lines
                both[nr], both[other] = both[other], both[nr]

    @property
    def shown(self) -> list[Shown]:
        last = len(self.lines) - 1
        return [
            Shown(
                nr,
                line,
                [
                    Typed(
                        f"{self.prefix}-{nr}-{one}",
                        line.words.get(one, ""),
                        one,
                        direction(one),
                    )
                    for one in self.languages
                ],
                f"{self.prefix}-{nr}-key",
                f"{self.prefix}-{nr}-kind",
                nr == 0,
                nr == last,
            )
            for nr, line in enumerate(self.lines)
        ]

    @property
    def filled(self) -> list[Line]:
        """Those in which something is written."""
        return [one for one in self.lines if not one.is_empty]

    @property
    def is_too_long(self) -> bool:
        return any(len(text) > LONGEST for one in self.lines for text in one.words.values())

    @property
    def has_two_others(self) -> bool:
        return sum(one.kind == OTHER for one in self.filled) > 1

    def options(self, stored: Sequence[Option]) -> tuple[Option, ...]:
        """As options; the one with a line to write on has a key of its own."""
        known = {one.key: one.words for one in stored}
        return tuple(
            Option(_key(one), _kept(one, known), one.kind == APART) for one in self.filled
        )

    def rows(self, stored: Sequence[Row]) -> tuple[Row, ...]:
        known = {one.key: one.words for one in stored}
        return tuple(Row(one.key, _kept(one, known)) for one in self.filled)


def _key(line: Line) -> str:
    if line.kind == OTHER:
        return OTHER
    return new_key() if line.key == OTHER else line.key


def _kept(line: Line, known: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    whole = {**known.get(line.key, {}), **line.words}
    return {language: text.strip() for language, text in whole.items() if text.strip()}


def of_options(options: Sequence[Option]) -> list[Line]:
    """Stored options as lines to type in."""
    return [Line(one.key, one.words, _kind(one)) for one in options]


def of_rows(rows: Sequence[Row]) -> list[Line]:
    return [Line(one.key, one.words) for one in rows]


def _kind(option: Option) -> str:
    if option.key == OTHER:
        return OTHER
    return APART if option.is_apart else ""
