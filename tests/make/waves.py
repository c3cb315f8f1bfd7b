"""A question that is asked again and again, and made public."""

from datetime import date

from handslag.domain.surveys import services, tasks
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Question, QuestionKind
from handslag.domain.surveys.services.drafting import SurveyDraft
from tests.make import counted, surveys
from tests.make.counted import TIMER, chose, many
from tests.make.surveys import NOW, SAFE

KNOWS = Question(
    "knows",
    QuestionKind.SINGLE,
    {"sv": "Känner du till löftet?"},
    options=surveys.options("Ja", "Nej", "Vet inte", apart=["Vet inte"]),
    bank="knows_promise",
)


def wave(actor, home, knowing, before=None, *, is_drawn=True, question=KNOWS):
    """600 who answered, of 6,000; so many of them know it."""
    title = f"Enkät {Survey.objects.count()}"
    if before is None:
        strata = (600,) if is_drawn else ()
        row = surveys.opened(actor, home, (question, SAFE), strata=strata, title=title)
    else:
        draft = SurveyDraft(title, date(2026, 3, 1), date(2026, 3, 31), before.selection)
        row = services.next_wave(actor, before, draft, now=NOW)
        surveys.stratum(row, 0, 600)
        row = services.open_survey(actor, row, now=NOW)
    answers = many((knowing, chose(knows="a")), (600 - knowing, chose(knows="b")))
    counted.answered(row, answers, stratum=row.strata.first())
    return counted.closed(row)


def publish(actor, row, *keys):
    release = services.ask_release(actor, row, keys or ["knows"])
    tasks.prepare_releases(TIMER)
    release.refresh_from_db()
    return services.publish_release(actor, release, now=NOW)
