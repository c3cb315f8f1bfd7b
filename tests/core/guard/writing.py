"""Texts such as residents and reporters write, with what they should not hold marked.

Texts by hand lie in `texts/`, one a line, as `Ring [[phone 070-174 06 05]]`. Others are
put together here, from sentences with a gap and things to fill it with. The tuning set is
what the rules were made with; the held-out set has sentences and names of its own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

HERE = Path(__file__).parent / "texts"
_MARK = re.compile(r"\[\[(?P<kind>\w+) (?P<piece>.*?)\]\]", re.DOTALL)
_GAP = re.compile(r"\{(?P<kind>\w+)\}")
TUNING, HELD_OUT = "tuning", "held_out"


@dataclass(frozen=True)
class Mark:
    """What should be found, and where."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Text:
    """A text, and what should be found in it: nothing, for half of them."""

    text: str
    marks: tuple[Mark, ...]


def marked(line: str) -> Text:
    """A line of a file, read."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for found in _MARK.finditer(line):
        pieces += line[at : found.start()], found["piece"]
        length += found.start() - at
        marks.append(Mark(length, length + len(found["piece"]), found["kind"]))
        length += len(found["piece"])
        at = found.end()
    return Text("".join((*pieces, line[at:])), tuple(marks))


@cache
def lines(name: str) -> list[str]:
    """The lines of a file that are not about the file."""
    every = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in every if line and line[0] != "#"]


def by_hand(which: str) -> list[Text]:
    """The texts written by hand."""
    return [marked(line) for line in lines(which)]


def put_together(which: str, seed: int, rounds: int) -> Iterator[Text]:
    """Each sentence with a gap, filled in several ways."""
    chance = Random(seed)
    names = lines(f"{which}_names")
    for _ in range(rounds):
        for sentence in lines(f"{which}_sentences"):
            yield marked(
                _GAP.sub(lambda gap: _filled(gap["kind"], chance, names), sentence)
            )


def _filled(kind: str, chance: Random, names: list[str]) -> str:
    if kind in ("name", "first"):
        name = chance.choice(names)
        return f"[[name {name if kind == 'name' else name.split()[0]}]]"
    if kind == "careless":
        return f"[[name {chance.choice(names).lower()}]]"
    return f"[[{kind} {_THINGS[kind](chance)}]]"


@cache
def _forms(kind: str) -> list[str]:
    """The ways in which one kind of thing is written."""
    every = (line.split(" ", 1) for line in lines("forms"))
    return [form for name, form in every if name == kind]


def _digits(chance: Random, first: str, low: int, high: int, width: int) -> str:
    return f"{first}{chance.randint(low, high):0{width}}"


def mobile(chance: Random) -> str:
    """A mobile number of those reserved for fiction."""
    digits = _digits(chance, "0701740", 605, 699, 3)
    return chance.choice(_forms("mobile")).format(
        digits[0],
        digits[1],
        digits[2],
        digits[3:6],
        digits[6:8],
        digits[8:],
        a=digits,
        b=digits[3:],
        c=digits[1:],
        d=digits[1:3],
        e=digits[3:7],
        f=digits[7:],
        spaced=" ".join(digits),
        pairs=" ".join(digits[at : at + 2] for at in range(0, 10, 2)),
        early=digits[:4],
        late=digits[4:],
    )


def landline(chance: Random) -> str:
    """A number of a house, of those reserved for fiction."""
    area, digits = chance.choice(
        [
            ("031", _digits(chance, "3900", 600, 699, 3)),
            ("040", _digits(chance, "6280", 400, 499, 3)),
            ("08", _digits(chance, "465004", 0, 99, 2)),
            ("0980", _digits(chance, "319", 200, 299, 3)),
        ]
    )
    groups = {
        6: ("{0} {1} {2}", digits[:2], digits[2:4], digits[4:]),
        7: ("{0} {1} {2}", digits[:3], digits[3:5], digits[5:]),
        8: ("{0} {1} {2}", digits[:3], digits[3:6], digits[6:]),
    }[len(digits)]
    rest = chance.choice([groups[0].format(*groups[1:]), digits])
    return chance.choice(_forms("landline")).format(area, rest, area[1:], digits)


def phone(chance: Random) -> str:
    """A number, mostly mobile."""
    return (mobile if chance.random() < 0.7 else landline)(chance)


def personnummer(chance: Random) -> str:
    """An official test number, which belongs to nobody."""
    digits = chance.choice(lines("personnummer"))
    century, day, last = digits[:2], digits[2:8], digits[8:]
    return chance.choice(_forms("personnummer")).format(
        century, day, last, century + day[:2], day[2:4], day[4:], day[:2]
    )


def email(chance: Random) -> str:
    """An address in a domain for examples."""
    user = chance.choice(
        [
            "anna.svensson",
            "kalle_p",
            "info-lisa",
            "m.karlsson77",
            "nisse",
            "k",
            "lisa+post",
            "åsa.berg",
            "x1999",
        ]
    )
    host, top = chance.choice(
        [
            ("example", "com"),
            ("example", "org"),
            ("exempel.example", "net"),
            ("mail", "example"),
            ("gmail", "com"),
        ]
    )
    return chance.choice(_forms("email")).format(
        user, host, "se" if top == "example" else top
    )


def plate(chance: Random) -> str:
    """Letters and digits as the authority hands them out."""
    letters = "".join(chance.choice("ABCDEFGHJKLMNOPRSTUWXYZ") for _ in range(3))
    if (
        letters in {"SOS", "TPL", "BMW", "CLA", "HUS", "SAL", "RUM"}
        or chance.random() < 0.2
    ):
        letters = chance.choice(["XKD", "RLB", "PZN", "WGH", "JTX", "DKR"])
    digits = (
        f"{chance.randint(0, 999):03}"
        if chance.random() < 0.6
        else f"{chance.randint(0, 99):02}{chance.choice('ABCDEFGHJKLMNPRSTUWXYZ')}"
    )
    return chance.choice(_forms("plate")).format(
        letters, digits, letters.lower(), digits.lower()
    )


def apartment(chance: Random) -> str:
    """An apartment with its word before it."""
    number = (
        f"{chance.randint(9, 18):02}{chance.randint(1, 12):02}"
        if chance.random() < 0.6
        else str(chance.randint(1, 180))
    )
    word = chance.choice(
        [
            "lgh",
            "Lgh",
            "LGH",
            "lgh.",
            "lägenhet",
            "Lägenhet",
            "lägenhet nr",
            "lgh nr",
            "lghnr",
            "LGH-nr",
            "lägenhetsnummer",
            "lagenhet",
            "lght",
        ]
    )
    return f"{word} {number}"


def handle(chance: Random) -> str:
    """A name on a network."""
    name = chance.choice(
        [
            "anna_99",
            "kalle.k",
            "x_ninja_x",
            "lisaaa07",
            "degerfors_kings",
            "sara-b",
            "therealmax",
        ]
    )
    return chance.choice(_forms("handle")).format(name)


def case_number(chance: Random) -> str:
    """A case of the police."""
    unit, number, year = (
        chance.choice(["5000", "0201", "0105"]),
        chance.randint(1000, 1999999),
        chance.randint(20, 26),
    )
    return chance.choice(_forms("case_number")).format(unit, number, year)


_THINGS: dict[str, Callable[[Random], str]] = {
    "phone": phone,
    "personnummer": personnummer,
    "email": email,
    "plate": plate,
    "apartment": apartment,
    "handle": handle,
    "case_number": case_number,
}
