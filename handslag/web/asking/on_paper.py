"""A questionnaire as a paper form: the numbers are those of the screen on which it is
typed in (rules/keying.py), and what is skipped is said in words.

The program's own sentences are in English on an English form and in Swedish on all
others: the rest is as somebody has written it.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from handslag.domain.surveys.rules import Question, QuestionKind, Questionnaire, Words
from handslag.domain.surveys.rules import said as in_language
from handslag.domain.surveys.rules.keying import NINE, letter, nine_declines
from handslag.domain.surveys.rules.languages import RIGHT_TO_LEFT
from handslag.domain.surveys.rules.skipping import next_after
from handslag.web.ui import pdf

Given = dict[str, Any]
TICKED = frozenset({QuestionKind.SINGLE, QuestionKind.SCALE, QuestionKind.MULTIPLE})
ONE = frozenset({QuestionKind.SINGLE, QuestionKind.SCALE})
FEW_ROWS = 8  # more of them, and the table may go on on the next page
LINE = 70  # signs on a written line
MOST_LINES, USUAL_LINES = 10, 5


def own_language(language: str) -> str:
    """The language of the program's own sentences on such a form."""
    return "en" if language == "en" else "sv"


def printable(asked: Questionnaire, language: str) -> bool:
    """Whether there is a typeface for all that the form says in this language."""
    return all(pdf.draws(in_language(one, language)) for one in _texts(asked))


def _texts(asked: Questionnaire) -> list[Words]:
    found = [asked.intro, asked.thanks]
    for section in asked.sections:
        found += [section.words, section.help]
    for one in asked.questions():
        found += [one.words, one.help, one.unit]
        found += [option.words for option in one.options]
        found += [row.words for row in one.rows]
    return found


def on_paper(asked: Questionnaire, language: str) -> Given:
    """What stands on the form whoever sent it: the questions, and the words around."""
    with override(own_language(language)):
        return _on_paper(asked, _Form(asked, language))


def _on_paper(asked: Questionnaire, form: "_Form") -> Given:
    return {
        "language": form.language,
        "is_rtl": form.language in RIGHT_TO_LEFT,
        "intro": [one for one in form.says(asked.intro).splitlines() if one],
        "thanks": form.says(asked.thanks),
        "sections": [
            {
                "title": form.says(one.words),
                "help": form.says(one.help),
                "questions": [form.question(question) for question in one.questions],
            }
            for one in asked.sections
        ],
        "words": {
            "lang": own_language(form.language),
            "collected": _("This is what is collected"),
            "code": _("Your code:"),
            "code_here": _("Write the code in your letter here:"),
            "year": pgettext("on paper", "Year"),
            "month": pgettext("on paper", "Month"),
            "day": pgettext("on paper", "Day"),
        },
    }


class _Form:
    """One form in one language: knows the numbers of the questions."""

    def __init__(self, asked: Questionnaire, language: str) -> None:
        self.asked, self.language = asked, language
        self.numbers = {one.key: nr for nr, one in enumerate(asked.questions(), 1)}

    def says(self, words: Words) -> str:
        return in_language(words, self.language)

    def question(self, one: Question) -> Given:
        return {
            "nr": str(self.numbers[one.key]),
            "kind": one.kind.value,
            "text": self.says(one.words),
            "help": self.says(one.help),
            "only": self.only(one),
            "how": _how(one),
            "options": [
                {
                    "nr": str(nr),
                    "letter": f"{self.numbers[one.key]}{letter(nr - 1)}",
                    "text": self.says(option.words),
                    "go": self.go(one, option.key),
                    "lang": own_language(self.language),
                }
                for nr, option in enumerate(one.options, 1)
            ],
            "rows": [
                {
                    "letter": f"{self.numbers[one.key]}{letter(at)}",
                    "text": self.says(row.words),
                }
                for at, row in enumerate(one.rows)
            ],
            "other": _("What else? Write it here:") if one.has_other else "",
            "unit": self.says(one.unit),
            "lines": _lines(one),
            "letters": self.letters(one),
            "declined": self.declined(one),
            "is_long": len(one.rows) > FEW_ROWS or len(one.options) > 2 * FEW_ROWS,
        }

    def letters(self, one: Question) -> list[str]:
        """What the lines of several places are called."""
        return [f"{self.numbers[one.key]}{letter(at)}" for at in range(_lines(one))]

    def declined(self, one: Question) -> list[Given]:
        if not one.is_required:
            return []
        nr = NINE if nine_declines(one) else "–"
        words = _("Prefer not to answer")
        lang = own_language(self.language)
        return [{"nr": nr, "letter": "", "text": words, "go": "", "lang": lang}]

    def go(self, one: Question, option: str) -> str:
        """Where whoever ticks this goes on, when it is not the next question."""
        if one.kind not in ONE:
            return ""
        after = next_after(self.asked, one, option)
        if after is None:
            is_last = self.numbers[one.key] == len(self.numbers)
            return "" if is_last else _("go to the end")
        nr = self.numbers[after.key]
        if nr == self.numbers[one.key] + 1:
            return ""
        return _("go to question %(nr)s") % {"nr": nr}

    def only(self, one: Question) -> str:
        """For whom it is, where it is not for everybody."""
        condition = one.shown_if
        before = self.asked.question(condition.question) if condition else None
        if condition is None or before is None:
            return ""
        said = [
            _("“%(answer)s”") % {"answer": self.says(option.words)}
            for option in before.options
            if option.key in condition.options
        ]
        return _("For you who answered %(answers)s to question %(nr)s.") % {
            "answers": _(" or ").join(said),
            "nr": self.numbers[before.key],
        }


def _how(one: Question) -> str:
    """What one does with the pen."""
    if one.kind is QuestionKind.MULTIPLE:
        if one.most is None:
            return _("Tick one or more squares.")
        said = ngettext("Tick %(n)s square.", "Tick at most %(n)s squares.", one.most)
        return said % {"n": one.most}
    if one.kind is QuestionKind.RANKING:
        most = min(one.most or len(one.options), len(one.options))
        return _(
            "Write 1 beside what comes first, 2 beside what comes next, and so on to %(n)s."
        ) % {"n": most}
    if one.kind is QuestionKind.PLACE:
        return _("Write the name of the place, the street, or the whole quarter.")
    return str(_HOW[one.kind]())


_HOW: Mapping[QuestionKind, Any] = {
    QuestionKind.SINGLE: lambda: _("Tick one square."),
    QuestionKind.SCALE: lambda: _("Tick one square."),
    QuestionKind.MATRIX: lambda: _("Tick one square on each line."),
    QuestionKind.NUMBER: lambda: _("Write a whole number."),
    QuestionKind.DATE: lambda: _("Write the day with digits."),
    QuestionKind.SHORT: lambda: _("Write a few words. Name nobody."),
    QuestionKind.LONG: lambda: _("Write on the lines. Name nobody."),
}


def _lines(one: Question) -> int:
    """How many lines there are to write on."""
    if one.kind is QuestionKind.PLACE:
        return one.most or 1
    if one.kind is QuestionKind.SHORT:
        return 2
    wanted = -(-one.most // LINE) if one.most else USUAL_LINES
    return max(3, min(MOST_LINES, wanted))
