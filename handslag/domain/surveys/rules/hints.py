"""What would make a question easier to answer truly. Hints: nothing is ever stopped. Pure.

In Swedish and English, the languages whose words we know; other languages are passed over.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from handslag.domain.surveys.rules.questionnaire import Option, Question
from handslag.domain.surveys.rules.words import QuestionKind

MOST_WORDS = 25  # in one sentence
MOST_SHOWN = 12  # answers that are taken in at a glance on a phone
SHORT_ANSWER = 4  # words of an answer that is a step of a scale

# One answer to one thing: here two things in one question cannot be told apart.
JUDGES = frozenset({QuestionKind.SINGLE, QuestionKind.SCALE, QuestionKind.MATRIX})

LEADING = {
    "sv": re.compile(
        r"\b(håller du inte med|tycker du inte|visst (är|tycker|känner)|är det inte så"
        r"|som du vet|alla vet|självklart|naturligtvis|hur mycket bättre"
        r"|hur (stor|stort|mycket) (hjälp|nytta|glädje))\b"
    ),
    "en": re.compile(
        r"\b(do(n't| not) you (agree|think|feel)|do you not (agree|think|feel)|isn't it"
        r"|wouldn't you|as you know|everyone knows|of course|obviously|how much better"
        r"|how (helpful|useful) (is|was|were|has|have))\b"
    ),
}
# "och" between two that belong together asks about one thing.
TOGETHER = {
    "sv": re.compile(
        r"till och med|då och då|mer och mer|av och till|här och där"
        r"|kommun\w* och \w*polis\w*|polis\w* och \w*kommun\w*"
    ),
    "en": re.compile(
        r"now and then|more and more|here and there|municipality\W+and (the )?police"
        r"|police and (the )?municipality"
    ),
}
DOUBLE = {
    "sv": re.compile(r"\boch/eller\b|\boch\b|\bsamt\b|\brespektive\b"),
    "en": re.compile(r"\band/or\b|\band\b|\bas well as\b"),
}
NEGATION = {
    "sv": re.compile(r"\b(inte|ej|icke|aldrig|ingen|inget|inga)\b"),
    "en": re.compile(r"\b(not|never|no|none|without)\b|n't\b"),
}
ABSOLUTE = {
    "sv": re.compile(r"\b(alltid|samtliga|överallt|absolut|fullständigt|totalt)\b"),
    "en": re.compile(r"\b(always|everywhere|absolutely|completely|totally|all of)\b"),
}
# A word of offices → what one says.
OFFICIALESE: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "angående": "om",
        "avseende": "om",
        "beträffande": "om",
        "bostadsbestånd": "bostäder",
        "ej": "inte",
        "erhålla": "få",
        "erhållit": "fått",
        "förekomst": "hur ofta",
        "föreligger": "finns",
        "gällande": "om",
        "huruvida": "om",
        "implementera": "införa",
        "inkomma": "komma in",
        "respondent": "den som svarar",
        "tillse": "se till",
        "trygghetsskapande": "som gör tryggare",
        "utsatthet": "att råka ut för brott",
        "vidta": "göra",
    },
    "en": {
        "commence": "begin",
        "implement": "do",
        "in order to": "to",
        "perceive": "feel",
        "prior to": "before",
        "regarding": "about",
        "respondent": "you",
        "utilise": "use",
        "victimisation": "being exposed to crime",
        "with respect to": "about",
    },
}
# Two sides of a scale: as many steps are wanted on the one as on the other.
SIDES = (
    (r"\b(trygg|safe)", r"\b(otrygg|unsafe)"),
    (r"\b(bra|good|väl|well)\b", r"\b(dålig|bad|badly)"),
    (r"\b(nöjd|satisfied)", r"\b(missnöjd|dissatisfied)"),
    (r"\b(stor|hög|high|big)", r"\b(liten|litet|låg|low|small|inget|no)\b"),
)
INTERVAL = re.compile(r"(\d+)\s*(?:[-–]|till|to)\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Hint:
    """What could be better. `facts` fill in the sentence."""

    code: str
    language: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


def hints(question: Question, languages: tuple[str, ...] = ("sv", "en")) -> list[Hint]:
    """All hints about one question, those about its words first."""
    found: list[Hint] = []
    for language in languages:
        if language in LEADING and question.words.get(language, "").strip():
            found += _words(question, language)
    return [*found, *_answers(question)]


def _words(question: Question, language: str) -> Iterator[Hint]:
    text = question.words[language].lower()
    if LEADING[language].search(text):
        yield Hint("leading", language)
    if question.kind in JUDGES:
        yield from _judged(text, language)
    if absolute := ABSOLUTE[language].search(text):
        yield Hint("absolute", language, {"word": absolute.group()})
    for word, better in OFFICIALESE[language].items():
        if re.search(rf"\b{word}\b", text):
            yield Hint("officialese", language, {"word": word, "better": better})
    if any(len(one.split()) > MOST_WORDS for one in re.split(r"[.?!:]", text)):
        yield Hint("long", language, {"most": str(MOST_WORDS)})


def _judged(text: str, language: str) -> Iterator[Hint]:
    """Where one answer is given: to one thing, and with no "not" to answer no to."""
    if DOUBLE[language].search(TOGETHER[language].sub("", text)):
        yield Hint("double", language)
    said_no = NEGATION[language].search(LEADING[language].sub("", text))
    if said_no:
        yield Hint("negation", language, {"word": said_no.group()})


def _answers(question: Question) -> Iterator[Hint]:
    steps = [one for one in question.options if not one.is_apart]
    if len(steps) > MOST_SHOWN:
        yield Hint("many_answers", "", {"most": str(MOST_SHOWN)})
    if question.kind not in JUDGES or not steps:
        return
    if _has_no_way_out(question):
        yield Hint("no_way_out")
    words = [_said(one) for one in steps]
    if question.kind is not QuestionKind.SINGLE:
        if any(one.strip().isdecimal() for one in words):
            yield Hint("numbers")
        if _leans(words):
            yield Hint("unbalanced")
    yield from _intervals(words)


def _has_no_way_out(question: Question) -> bool:
    """Nothing for who does not know: then they guess, or leave."""
    return (
        not question.is_required
        and question.background is None
        and not any(one.is_apart for one in question.options)
    )


def _said(option: Option) -> str:
    return (option.words.get("sv") or option.words.get("en") or "").lower()


def _leans(words: list[str]) -> bool:
    short = [one for one in words if len(one.split()) <= SHORT_ANSWER]
    for good, bad in SIDES:
        left = sum(1 for one in short if re.search(good, one))
        right = sum(1 for one in short if re.search(bad, one))
        if left and right and left != right:
            return True
    return False


def _intervals(words: list[str]) -> Iterator[Hint]:
    """Ages or numbers from–to: each in one interval only, and none between two."""
    found = sorted(
        (int(match.group(1)), int(match.group(2)))
        for match in map(INTERVAL.search, words)
        if match
    )
    for (_low, high), (low, _high) in pairwise(found):
        if low <= high:
            yield Hint("overlapping", "", {"number": str(low)})
        elif low > high + 1:
            yield Hint("gap", "", {"number": str(high + 1)})
