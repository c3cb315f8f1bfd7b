"""Names of people, judged by lists and by the words around them."""

import re
from collections.abc import Iterator

from handslag.core.guard.rules import words
from handslag.core.guard.rules.sentence import Sentence
from handslag.core.guard.rules.wording import LONGEST, PARTICLES, Word

_INITIALS = re.compile(r"(?<![\w.])[A-ZÅÄÖ]\.[ ]?[A-ZÅÄÖ]\.?(?!\w)")
_KNOWN, _COMMON, _VERY_COMMON = 100, 1000, 5000  # bearers of a first name
_LONGEST_JOIN = 2
_INITIAL_BEFORE = re.compile(r"(?<!\w)(?P<initial>[A-ZÅÄÖ]\.[ ]?)\Z")
_SHORTEST_CARELESS, _SURNAME_LENGTH = 4, 6
_NOBLE = frozenset({"af", "von"})


def names(plain: str) -> Iterator[tuple[int, int, bool]]:
    """Where names stand, and whether they are whole names of known parts.

    The s of a genitive does not belong to the name, nor does the point after an initial.
    """
    text = Sentence(plain)
    at, named = 0, -_LONGEST_JOIN
    while at < len(text.words):
        skipped = text.place_phrase(at)
        length = 0 if skipped else _name(text, at) or _joined(text, at, named)
        if length:
            named = at + length
            yield (*_span(text, at, named - 1), _is_sure(text, at, length))
        at += skipped or length or 1
    for initials in _INITIALS.finditer(plain):
        before = text.word_before(initials.start())
        if text.is_introduced(initials.start()) or before in words.roles():
            yield initials.start(), initials.end(), False


def _span(text: Sentence, at: int, last: int) -> tuple[int, int]:
    """From the initial before a surname to the initial after a first name."""
    word = text.words[last]
    start = text.words[at].start
    initial = _INITIAL_BEFORE.search(text.plain[max(0, start - 4) : start])
    if initial:
        start -= len(initial["initial"])
    end = text.initial_after(last) if last - at < LONGEST - 2 else 0
    is_whole = text.following(last) is None and word.is_known
    return start, max(end, word.end if is_whole else word.name_end)


def _joined(text: Sentence, at: int, named: int) -> int:
    """ "Abbe och Shorty": the second is a name because the first is."""
    word, before = text.words[at], text.before(at)
    is_joined = named == at - 1 and before is not None and before.low in ("och", "and", "&")
    if not is_joined or not text.is_named_like(at) or word.is_common or word.has_place_end:
        return 0
    return _chain(text, at)


def _name(text: Sentence, at: int) -> int:
    """How many words a name takes from here; 0 if there is none."""
    word = text.words[at]
    is_clean = word.low in words.clean() or _owner(word) in words.clean()
    if is_clean or word.low in words.stop() or word.low in words.roles():
        return 0
    if len(word.text) == 1:
        return 0
    if word.low in _NOBLE:
        length = _noble(text, at)
    elif text.is_named_like(at):
        length = _written(text, at)
    else:
        length = _careless(text, at)
    return 0 if length and text.is_place(at, length) else length


def _owner(word: Word) -> str:
    """Without an s at its end, if the word is long enough to have one."""
    return word.low.removesuffix("s") if len(word.low) > _SURNAME_LENGTH else word.low


def _written(text: Sentence, at: int) -> int:
    """A name with a capital letter."""
    word, chain = text.words[at], _chain(text, at)
    is_told = text.follows_role(at) or text.is_introduced(word.start)
    if word.bearers and not text.is_month(at):
        return chain if chain > 1 or is_told or _stands_alone(text, at) else 0
    if word.is_surname and not word.has_place_end:
        return chain if is_told or _is_surname_alone(text, at) else 0
    if is_told and not word.is_common:
        return chain
    return chain if _is_believed(text, at) else 0


def _noble(text: Sentence, at: int) -> int:
    """ "af Geijerstam" without a first name."""
    following = text.following(at)
    return 2 if following and following.is_capital and not following.is_common else 0


def _is_surname_alone(text: Sentence, at: int) -> bool:
    """A surname without a first name: by its form, or by what its bearer does."""
    word = text.words[at]
    if word.has_strong_end and word.low not in words.places():
        return not word.is_shouted or text.does(at)
    return text.does(at) and not text.begins(at) and not word.is_word


def _is_believed(text: Sentence, at: int) -> bool:
    """A word in no list is believed when an age or a surname follows."""
    word, following = text.words[at], text.following(at)
    if word.is_common or word.is_shouted or word.has_place_end:
        return False
    if text.is_related(at) or (not text.begins(at) and _is_met(text, at)):
        return True
    if text.is_with_people(at):
        return following is None or not (following.is_capital and following.is_common)
    if following is None:
        return text.is_aged(at) and not text.begins(at)
    is_surname = following.is_capital and following.is_surname and not following.is_shouted
    return is_surname and following.low not in words.places()


def _is_met(text: Sentence, at: int) -> bool:
    """Whether one can only meet a person so, or only a person does what follows."""
    before, following = text.before(at), text.following(at)
    if before is not None and before.low in words.meets():
        return True
    if following is None:
        return False
    if text.words[at].low.endswith("s") and following.low in words.relatives():
        return True
    return following.low in words.says_strictly() and not text.is_near(at)


def _stands_alone(text: Sentence, at: int) -> bool:
    """Whether a single first name is one, and not a word or a town."""
    word, following = text.words[at], text.following(at)
    owns = word.low != word.stem and following is not None and following.low in words.kin()
    if owns or text.initial_after(at) or text.is_aged(at):
        return True
    if word.is_shouted:
        return word.bearers >= _COMMON and not word.is_word
    if word.low == "per" and following and following.low in words.counted():
        return False
    if word.low in words.first_words() and text.begins(at):
        return text.acts(at) and word.bearers >= _COMMON
    return word.low not in words.places() or text.does(at)


def _chain(text: Sentence, at: int) -> int:
    """How many words in a row belong to the name that begins here."""
    length = 1
    while length < LONGEST:
        following = text.following(at + length - 1)
        if following is None or text.words[at + length - 1].low.endswith("'s"):
            break
        step = _step(text, at + length, following)
        if not step:
            break
        length += step
    return length


def _step(text: Sentence, at: int, word: Word) -> int:
    """Whether this word goes on with the name: 1, or 2 with a particle before it."""
    if word.low in PARTICLES:
        beyond = text.following(at)
        return 2 if beyond and beyond.is_capital and len(beyond.text) > 1 else 0
    if not word.is_capital or len(word.text) == 1:
        return 0
    if word.is_surname or (word.bearers and not word.is_common):
        return 1
    return 0 if word.is_common or word.has_place_end or word.is_shouted else 1


def _careless(text: Sentence, at: int) -> int:
    """A name in lower case, or in a text that is all capitals."""
    word = text.words[at]
    is_introduced = text.is_introduced(word.start)
    if word.bearers:
        surnames = _careless_surnames(text, at)
        if surnames:
            return 1 + surnames
        is_heard = text.follows_role(at) and word.bearers >= (
            _COMMON if word.is_word else 5 * _KNOWN
        )
        if is_introduced or is_heard:
            return 1
    if is_introduced and not word.is_common and text.is_somebody_called(at):
        return 1
    if _is_careless_surname(word):
        return 1
    if word.is_word or word.low in words.places():
        return 0
    is_long = len(word.stem) >= _SHORTEST_CARELESS or word.bearers >= _VERY_COMMON
    return 1 if word.bearers >= _COMMON and is_long else 0


def _is_careless_surname(word: Word) -> bool:
    """A surname in lower case that hardly can be anything else."""
    if word.has_strong_end and word.stem.endswith("sson"):
        return True
    is_listed = word.stem in words.surnames() and len(word.stem) >= _SURNAME_LENGTH
    is_other = (
        word.is_common
        or word.stem in words.roles()
        or word.stem in words.places()
        or word.stem in words.words()
    )
    return is_listed and not is_other and not word.has_place_end


def _careless_surnames(text: Sentence, at: int) -> int:
    """How many words of surname follow a first name in lower case."""
    word, following = text.words[at], text.following(at)
    if following is None:
        return 0
    if following.low in PARTICLES:
        beyond = text.following(at + 1)
        return 2 if beyond and beyond.is_surname and not word.is_word else 0
    is_plain = following.low in words.stop() or (
        following.low in words.words()
        and (word.is_word or following.low not in words.surnames())
    )
    return int(following.is_surname and not is_plain)


def _is_sure(text: Sentence, at: int, length: int) -> bool:
    """A first name and a surname that are both known, as one writes them."""
    first, last = text.words[at], text.words[at + length - 1]
    if length == 1 or not text.is_named_like(at) or first.is_word or last.is_word:
        return False
    return first.bearers >= _KNOWN and last.is_surname and last.low not in words.places()
