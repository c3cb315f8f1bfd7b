"""What a municipality's latest survey says of safety."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.evidence.rules import Confidence
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.figures import Line, Part
from handslag.domain.surveys.published.results import PublishedResults, latest_results
from handslag.domain.surveys.rules import Question, said
from handslag.web.ui import charts
from handslag.web.ui.numbers import percent
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.methods import Counted
from handslag.web.words.results import METHODS
from handslag.web.workspace.analysis.answers import Answer

THEME = "safety"  # of the bank of questions


def surveyed(home: Organisation) -> Answer | None:
    """The first question about safety whose answers anyone may read; nothing without a
    survey. What is hidden from others is not told here either."""
    results = latest_results(home.pk)
    if results is None:
        return None
    for part in results.released.figures.parts:
        question = results.released.asked.question(part.question)
        whole = part.whole
        if question is None or whole is None or not question.options:
            continue
        is_hidden = results.released.hidden.get((part.question, part.row))
        if question.theme == THEME and not is_hidden:
            return _answer(results, question, part, whole)
    return None


def _answer(
    results: PublishedResults, question: Question, part: Part, whole: Line
) -> Answer:
    language = (get_language() or "sv")[:2]
    rows = {one.key: said(one.words, language) for one in question.rows}
    words = (said(question.words, language), rows.get(part.row, ""))
    asks = " – ".join(one for one in words if one)
    dots = _dots(question, part, whole, language)
    first = max(dots, key=lambda one: one.estimate or 0.0)
    sentence = _("%(question)s Most answer “%(answer)s”: %(share)s.") % {
        "question": asks,
        "answer": first.label,
        "share": _share(first, language),
    }
    figures = results.released.figures
    open_to_all = _("Whoever wanted to has answered: no sample, and no interval.")
    return Answer(
        title=asks,
        sentence=sentence,
        chart=charts.dot_plot(
            "enkat", asks, sentence, dots, said=lambda one: percent(one, language=language)
        ),
        counted=Counted(
            method=str(METHODS.get(figures.method, "")),
            n=whole.n,
            period=f"{swedish_date(results.asked_from)}–{swedish_date(results.asked_until)}",
            source=results.title,
        ),
        limits="" if figures.is_sample else open_to_all,
        sure=Confidence.HIGH if figures.is_sample else Confidence.LOW,
    )


def _dots(question: Question, part: Part, whole: Line, language: str) -> list[charts.Dot]:
    """A dot for each answer, with its interval where they are a sample."""
    names = {one.key: said(one.words, language) for one in question.options}
    lower = whole.lower or [None] * len(part.answers)
    upper = whole.upper or [None] * len(part.answers)
    return [
        charts.Dot(names.get(key, key), whole.values[at], lower[at], upper[at])
        for at, key in enumerate(part.answers)
    ]


def _share(dot: charts.Dot, language: str) -> str:
    estimate = percent(dot.estimate or 0.0, language=language)
    if dot.lower is None or dot.upper is None:
        return estimate
    return _("%(share)s, between %(low)s and %(high)s") % {
        "share": estimate,
        "low": percent(dot.lower, language=language),
        "high": percent(dot.upper, language=language),
    }
