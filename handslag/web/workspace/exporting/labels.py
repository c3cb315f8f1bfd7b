"""What each variable and each code is called, in one language at a time."""

from dataclasses import dataclass

from django.utils.translation import override

from handslag.domain.surveys.figures.exports import Variable, VariableKind
from handslag.domain.surveys.rules.questionnaire import Words
from handslag.web.words.exporting import CHOSEN, MISSING, NO_PLACE, WEIGHT
from handslag.web.words.results import GROUPINGS


@dataclass(frozen=True, slots=True)
class Code:
    """One number, and what it says."""

    code: int
    words: str
    is_missing: bool = False


def question(one: Variable, language: str) -> str:
    """What was asked; empty when it was not asked in this language."""
    with override(language):
        if one.what:
            return str(GROUPINGS[one.what])
        if one.kind is VariableKind.WEIGHT:
            return str(WEIGHT)
    return one.words.get(language, "")


def label(one: Variable, language: str) -> str:
    """What was asked, and of what; in Swedish where nobody has translated it."""
    asked = question(one, language) or question(one, "sv")
    part = _said(one.part, language)
    return " – ".join(words for words in (asked, part) if words)


def codes(one: Variable, language: str) -> list[Code]:
    """Every number that has a meaning of its own: the answers, and why there is none."""
    found = [Code(nr, _said(words, language)) for nr, words in one.values]
    with override(language):
        if one.kind is VariableKind.CHOSEN:
            found += [Code(nr, str(said)) for nr, said in CHOSEN.items()]
        if one.kind is VariableKind.RANK:
            found.append(Code(0, str(NO_PLACE)))
        if one.kind is not VariableKind.WEIGHT:
            low = one.withheld - min(MISSING)
            found += [
                Code(low + nr, str(said), is_missing=True) for nr, said in MISSING.items()
            ]
    return found


def _said(words: Words, language: str) -> str:
    return words.get(language) or words.get("sv", "")
