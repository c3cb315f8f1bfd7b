"""One word of a text: how it is written, and how well it is known as a name."""

import re
from dataclasses import dataclass
from functools import cached_property

from handslag.core.guard.rules import words
from handslag.core.text import fold

LONGEST = 4  # words in a name
PARTICLES = frozenset(
    "von af de van der la el al bin ben ibn da di dos ter abu mac".split()  # noqa: SIM905
)
PLACE_END = re.compile(
    r"(?<=\w\w\w)(?:gatan|gata|vägen|väg|torget|torg|parken|park|gränden|gränd|stigen|stig|backen|"
    r"backe|skolan|skola|gymnasiet|plan|platsen|plats|kyrkan|kyrka|kvarteret|hagen|ängen|"
    r"gården|gård|bron|kajen|leden|allén|huset|holmen|udden|viken|berget|dalen|hamnen|"
    r"bostäder|centrum|hallen|arenan|vallen|badet|sjukhuset|stugan|slottet|tunneln|"
    r"rondellen|stan|kommun|kommunen|län|boden|hem|bolaget|stationen|terrassen|stranden|"
    r"sjön|ån|macken|ön|näs|köping|stad|hult|torp|bygd|hamn|borg|ås|field|town|street|road|"
    r"square)\Z"
)
# Endings that nearly all words that have them have as surnames.
STRONG_END = re.compile(
    r".{2,}(?:sson|[qk]vist|quist|stedt|ovi[cć]|evi[cć]|wicz|czyk|enko|escu|oglu|zadeh|"
    r"nejad|dottir|dóttir|dotter|poulos|shvili|ström|gren|löf|sköld|hjelm)\Z"
)


@dataclass(frozen=True)
class Word:
    """One word of the text, and how it is written."""

    text: str
    start: int
    end: int

    @cached_property
    def low(self) -> str:
        return self.text.casefold()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_shouted(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @cached_property
    def stem(self) -> str:
        """Without the s of a genitive, if the name is better known so."""
        for ending in ("'s", "s"):
            short = self.low.removesuffix(ending)
            is_ending = short != self.low and len(short) > 1 and short[-1] not in "sxz"
            if is_ending and _known(short) > _known(self.low):
                return short
        return self.low

    @cached_property
    def bearers(self) -> int:
        """How many bear it as a first name."""
        return _bearers(self.stem)

    @cached_property
    def is_surname(self) -> bool:
        return _is_surname(self.stem) or _is_surname(self.low)

    @property
    def has_strong_end(self) -> bool:
        return STRONG_END.match(self.stem) is not None

    @property
    def has_place_end(self) -> bool:
        return PLACE_END.search(self.low) is not None

    @property
    def is_word(self) -> bool:
        """Whether it means something else too."""
        return self.low in words.words() or self.stem in words.words()

    @property
    def is_common(self) -> bool:
        """Whether it is a word or a place rather than a name that we do not know."""
        return any(
            self.low in some()
            for some in (
                *(words.places, words.stop, words.clean, words.words, words.roles),
                *(words.after_place, words.after_business, words.before_place),
            )
        )

    @property
    def is_known(self) -> bool:
        """Whether it is a first name just as it stands."""
        return _bearers(self.low) > 0

    @property
    def name_end(self) -> int:
        """Where the name ends, before the s of a genitive."""
        return self.start + len(self.stem)


def _known(low: str) -> int:
    strong = 10 * (STRONG_END.match(low) is not None)
    return _bearers(low) + 50 * (low in words.surnames()) + strong


def _bearers(low: str) -> int:
    """How many bear a first name; of a double name the half that fewer bear."""
    known = words.given_names()
    if low in known:
        return known[low]
    halves = low.split("-")
    if len(halves) > 1 and all(half in known for half in halves):
        return min(known[half] for half in halves)
    return 0


def _is_surname(low: str) -> bool:
    if low in words.surnames() or fold(low) in words.surnames():
        return True
    return any(
        half in words.surnames() or STRONG_END.match(half) is not None
        for half in low.split("-")
        if not PLACE_END.search(low)
    )
