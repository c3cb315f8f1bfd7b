"""How a survey is told of: how far it has come, what it asks, what is missing."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import (
    Lack,
    Question,
    Questionnaire,
    Selection,
    SurveyState,
    lacks,
    said,
)
from handslag.domain.surveys.rules.bank import is_as_shipped, is_same
from handslag.domain.surveys.rules.hints import hints
from handslag.domain.surveys.rules.languages import LANGUAGES
from handslag.domain.surveys.rules.lasting import minutes
from handslag.web.answers import capital, number
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.surveys import HINTS, LACKS, SELECTIONS, STATES
from handslag.web.workspace.waiting import Thing


def answer(rows: list[Survey]) -> str:
    """How many are open, and how many are being written, in one sentence."""
    if not rows:
        return _("No survey is planned yet.")
    is_open = sum(one.state == SurveyState.OPEN for one in rows)
    drafts = sum(one.state == SurveyState.DRAFT for one in rows)
    parts = []
    if is_open:
        said_open = ngettext(
            "%(n)s survey is open for answers",
            "%(n)s surveys are open for answers",
            is_open,
        )
        parts.append(said_open % {"n": number(is_open)})
    if drafts:
        said_drafts = ngettext("%(n)s is being written", "%(n)s are being written", drafts)
        parts.append(said_drafts % {"n": number(drafts)})
    if not parts:
        return _("No survey is open for answers today.")
    return capital(_(" and ").join(parts)) + "."


def when(survey: Survey) -> str:
    """The first day and the last."""
    return f"{swedish_date(survey.opens_on)}–{swedish_date(survey.closes_on)}"


def line_of(survey: Survey) -> Thing:
    """A survey as a line of a list, with what waits."""
    waits = _("not opened yet") if survey.state == SurveyState.DRAFT else ""
    parts = [str(STATES[SurveyState(survey.state)]), when(survey), survey.home.name]
    return Thing(
        reverse("workspace:survey", args=[survey.public_id]),
        survey.occasion.title,
        hint=" · ".join(parts),
        late=capital(waits),
    )


def stands(survey: Survey, asked: Questionnaire) -> str:
    """How it stands with one survey: how long it is, and what keeps it from opening."""
    if survey.state == SurveyState.OPEN:
        return _("People can answer until %(day)s. Nothing in it is changed any more.") % {
            "day": swedish_date(survey.closes_on)
        }
    if survey.state == SurveyState.CLOSED:
        return _("It was closed on %(day)s.") % {"day": swedish_date(survey.closes_on)}
    return f"{length(asked)} {missing(asked)}"


def length(asked: Questionnaire) -> str:
    """How many questions, and about how many minutes."""
    n = sum(1 for _one in asked.questions())
    if not n:
        return _("It asks nothing yet.")
    many = ngettext("%(n)s question", "%(n)s questions", n) % {"n": number(n)}
    lasts = minutes(asked)
    long = ngettext("about %(n)s minute", "about %(n)s minutes", lasts)
    return capital(f"{many}, {long % {'n': number(lasts)}}.")


def missing(asked: Questionnaire) -> str:
    """How many things keep it from being opened."""
    n = len(lacks(asked))
    if not n:
        return _("Nothing is missing in the questions.")
    words = ngettext(
        "%(n)s thing is missing before it can be opened.",
        "%(n)s things are missing before it can be opened.",
        n,
    )
    return capital(words % {"n": number(n)})


def lack_lines(survey: Survey, asked: Questionnaire) -> list[Thing]:
    """What is missing, each with the way to where it is mended."""
    numbers = numbered(asked)
    return [_lack(survey, asked, one, numbers) for one in lacks(asked)]


def _lack(
    survey: Survey, asked: Questionnaire, lack: Lack, numbers: dict[str, int]
) -> Thing:
    hint = LANGUAGES.get(lack.language, "")
    if question := asked.question(lack.question):
        where = reverse("workspace:survey-question", args=[survey.public_id, question.key])
        text = _("Question %(nr)s: %(text)s") % {
            "nr": numbers[question.key],
            "text": text_of(question),
        }
    elif lack.question:
        where = reverse("workspace:survey-section", args=[survey.public_id, lack.question])
        text = _("The heading of a section")
    elif lack.language:
        where = reverse("workspace:survey-frame", args=[survey.public_id])
        text = _("The words before and after the questions")
    else:
        where, text = reverse("workspace:survey", args=[survey.public_id]), ""
    why = str(LACKS[lack.code])
    return Thing(where, text or why, hint=hint, late=why if text else "")


def numbered(asked: Questionnaire) -> dict[str, int]:
    """The number of each question, as those who answer see it."""
    return {one.key: nr for nr, one in enumerate(asked.questions(), start=1)}


def text_of(question: Question) -> str:
    """Its words, or that there are none."""
    return said(question.words, "sv") or _("A question without words")


def condition(question: Question, asked: Questionnaire) -> str:
    """Of whom it is asked, if not of all."""
    if question.shown_if is None:
        return ""
    earlier = asked.question(question.shown_if.question)
    if earlier is None:
        return str(LACKS["surveys.hangs_on_nothing"])
    words = [
        said(one.words, "sv")
        for one in earlier.options
        if one.key in question.shown_if.options
    ]
    return _("Asked of those who answered %(options)s to question %(nr)s") % {
        "options": _(" or ").join(f"”{one}”" for one in words),
        "nr": numbered(asked)[earlier.key],
    }


def hints_of(question: Question, languages: tuple[str, ...]) -> list[str]:
    """What would make it easier to answer truly, in sentences."""
    return [str(HINTS[one.code]) % one.facts for one in hints(question, languages)]


def origin(question: Question, before: Questionnaire | None) -> str:
    """Whether its answers can be compared: with the last wave, with others who ask it."""
    earlier = before.question(question.key) if before else None
    if earlier is not None and not is_same(earlier, question):
        return _("changed since the last wave, so it cannot be compared with it")
    if earlier is not None:
        return _("as in the last wave")
    if question.bank:
        same = is_as_shipped(question)
        return _("from the question bank") if same else _("own version of a bank question")
    return ""


def facts(survey: Survey) -> list[tuple[str, str]]:
    """What is decided about it, name and words."""
    found = [
        (_("Open"), when(survey)),
        (_("Who is asked"), str(SELECTIONS[Selection(survey.selection)])),
    ]
    if survey.follows_id:
        found.append((_("The wave before"), _("The same questions as then")))
    return found
