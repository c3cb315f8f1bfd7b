"""The lists that come with the guard, read once and only when they are needed."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from handslag.core.text import fold

_SHIPPED = Path(__file__).parents[1] / "shipped"
_FOLDED_FROM, _NICKNAMED = 500, 2000
_SHORT = 3


@cache
def given_names() -> Mapping[str, int]:
    """First names in lower case, with how many bear them; the common also without dots."""
    bearers: dict[str, int] = {}
    for line in (_SHIPPED / "given_names.txt").read_text("utf-8").splitlines():
        name, _, borne = line.partition("\t")
        if name.casefold() not in clean():
            bearers[name.casefold()] = int(borne)
    for name in _context()["nicknames"]:
        bearers[name] = max(_NICKNAMED, bearers.get(name, 0))
    for name, number in list(bearers.items()):
        folded = fold(name)
        if number >= _FOLDED_FROM and len(name) > _SHORT and folded not in words():
            bearers.setdefault(folded, number)
    return bearers


@cache
def surnames() -> frozenset[str]:
    """Surnames in lower case, also without their dots."""
    listed = _lines("surnames.txt") | set(_lines("more_surnames.txt"))
    found = {name for line in listed for name in line.casefold().split()}
    return frozenset(found | {fold(name) for name in found if len(name) > _SHORT + 1})


@cache
def places() -> frozenset[str]:
    """Towns and villages in lower case."""
    return frozenset(line.casefold() for line in _lines("places.txt"))


def words() -> frozenset[str]:
    """Names that are words too, in lower case."""
    return _context()["words"] | _context()["words_first"]


def first_words() -> frozenset[str]:
    """Of these, those that also begin a sentence."""
    return _context()["words_first"]


def clean() -> frozenset[str]:
    """What is never taken for a name, whatever the lists say."""
    return _context()["clean_given"]


def after_place() -> frozenset[str]:
    """What follows a name that a street or a house is called after."""
    return _context()["place_after"]


def named_plainly() -> frozenset[str]:
    """Of these, those that follow a name without the s of a genitive."""
    return _context()["place_after_plain"]


def counted() -> frozenset[str]:
    """What stands after "per" when it is no name."""
    return _context()["counted"]


def after_business() -> frozenset[str]:
    """What follows a name that a shop is called after."""
    return _context()["business_after"]


def before_place() -> frozenset[str]:
    """What stands before a name that is no person's."""
    return _context()["place_before"]


@cache
def historic() -> frozenset[str]:
    """Whole names of those whom streets, statues and books are about."""
    return frozenset(name.replace("_", " ") for name in _context()["historic"])


def roles() -> frozenset[str]:
    """Words for a person, before a name."""
    return _context()["role"]


def introduces() -> frozenset[str]:
    """Words after which a name comes."""
    return _context()["introduces"]


def says() -> frozenset[str]:
    """What only a person does."""
    return _context()["says"]


def says_strictly() -> frozenset[str]:
    """Of this, what no firm and no authority does."""
    return _context()["says_strictly"]


def meets() -> frozenset[str]:
    """What one does to a person, before a name."""
    return _context()["meets"]


def relatives() -> frozenset[str]:
    """Who is somebody's, after a name in the genitive."""
    return _context()["relatives"]


def kin() -> frozenset[str]:
    """What belongs to a person, after a name in the genitive."""
    return _context()["kin"]


def stop() -> frozenset[str]:
    """What is no name wherever it stands."""
    return _context()["stop"]


def lookalikes() -> frozenset[str]:
    """Three letters that make no plate."""
    return _context()["lookalikes"]


def abbreviations() -> frozenset[str]:
    """Three letters that make no plate when a space is after them."""
    return _context()["abbreviations"]


def spelled_words() -> frozenset[str]:
    """Three letters that are a word."""
    return _context()["short_words"]


@cache
def short_words() -> frozenset[str]:
    """Three letters that are a word or a name in lower case."""
    every = _context()["short_words"] | stop() | words() | clean() | set(given_names())
    return frozenset(word for word in every if len(word) == _SHORT)


@cache
def _context() -> Mapping[str, frozenset[str]]:
    """The lists of words around names, by their headings; a sentence explains each."""
    found: dict[str, frozenset[str]] = {}
    text = (_SHIPPED / "context.txt").read_text("utf-8")
    for section in text.split("# ")[1:]:
        heading, _sentence, *lines = section.splitlines()
        found[heading] = found.get(heading, frozenset()) | {
            word for line in lines for word in line.split()
        }
    return found


@cache
def _lines(file: str) -> frozenset[str]:
    return frozenset((_SHIPPED / file).read_text("utf-8").splitlines())
