"""How wide words are, so that a drawing can break its lines before it is seen.

The widths are those of the typeface (hundredths of the size of the letters), with
room for another typeface where ours cannot be loaded.
"""

from collections.abc import Iterator

_WIDTHS = {
    25: "' !,il|’().:;[]j·I1",
    36: '"ft{}r*/\\',
    54: "-_`sz–”$7?FJLacgkvxyåä",
    61: "02345689ESZbdehnopquöéÉü§",
    68: "#+<=>BPRTXY^~&ACDGKUVÅÄÜ",
    76: "HNOQÖ…",
    92: "%w@MmW—",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 61
_ROOM = 1.06
_BOLD = 1.07
_VOWELS = frozenset("aeiouyåäö")
_LOOK_BACK = 6


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is at this size, at most."""
    hundredths = sum(_WIDTH.get(letter, _OTHER) for letter in text)
    return hundredths / 100 * size * _ROOM * (_BOLD if bold else 1)


def lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit. A word too long for a line is broken with a hyphen."""
    found: list[str] = []
    for word in _words(text, room, size, bold=bold):
        longer = f"{found[-1]} {word}" if found else word
        if found and width(longer, size, bold=bold) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return found or [""]


def _words(text: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    for word in text.split():
        rest = word
        while width(rest, size, bold=bold) > room and len(rest) > 1:
            at = _fits(rest, room, size, bold=bold)
            yield f"{rest[:at]}-"
            rest = rest[at:]
        yield rest


def _fits(word: str, room: float, size: float, *, bold: bool) -> int:
    """How many letters fit with a hyphen after them, at best whole syllables."""
    at = len(word) - 1
    while at > 1 and width(f"{word[:at]}-", size, bold=bold) > room:
        at -= 1
    for earlier in range(at, max(at - _LOOK_BACK, 2), -1):
        if _begins_syllable(word, earlier):
            return earlier
    return at


def _begins_syllable(word: str, at: int) -> bool:
    """A consonant with a vowel after it, two letters or more before the end."""
    here, after = word[at].casefold(), word[at + 1 : at + 2].casefold()
    return here.isalpha() and here not in _VOWELS and bool(after) and after in _VOWELS
