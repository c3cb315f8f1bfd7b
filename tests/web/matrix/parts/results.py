"""The addresses of results. A survey is there for those who listen alone."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.figures import Figures
from handslag.domain.surveys.figures.released import Released, written_release
from handslag.domain.surveys.models import Release, Survey
from handslag.domain.surveys.rules import Selection
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import ReleaseState
from handslag.domain.surveys.services import ask_release, publish_release
from handslag.domain.surveys.tasks import prepare_releases
from tests.make import counted
from tests.make import surveys as make
from tests.make.surveys import SAFE
from tests.web.matrix.parts.fielding import HEARD, SENT
from tests.web.matrix.row import HIDDEN, WRITES, public, row

TYPED = row(HIDDEN, WRITES, HIDDEN, HIDDEN, HIDDEN, HIDDEN, about_others=HIDDEN)

ROWS = {
    "workspace:survey-results": HEARD,
    "workspace:survey-inhabitants": TYPED,
    "workspace:survey-releases": TYPED,
    "workspace:survey-release": HEARD,
    "workspace:publish-survey-release": SENT,
    "workspace:take-back-survey-release": SENT,
    "workspace:survey-export": HEARD,
    "workspace:take-survey-export": SENT,
}
PUBLIC_ROWS = {
    "public:survey-results": public(),
    "public:survey-results-file": public(),
}

Words = Mapping[str, object]


def build(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """A survey of a sample that nobody has answered yet."""
    drawn = Survey.objects.filter(home=municipality, selection=Selection.DRAWN).first()
    if drawn is None:
        drawn = make.survey(writer, municipality, (SAFE,), selection=Selection.DRAWN)
        make.stratum(drawn, 1, 1)
    release = drawn.releases.first() or _release(drawn, ReleaseState.READY)
    return {"key": drawn.public_id, "release": release.public_id}


def build_public(writer: Actor, municipality: Organisation, police: Organisation) -> Words:
    """A survey whose results anyone may read."""
    title = "Trygghet för alla"
    found = Survey.objects.filter(home=municipality, occasion__title=title).first()
    if found is None:
        found = make.opened(writer, municipality, (SAFE,), title=title)
        counted.answered(found, counted.many((40, counted.chose(safe="a"))))
        counted.closed(found)
        release = ask_release(writer, found, ["safe"])
        prepare_releases(counted.TIMER)
        release.refresh_from_db()
        publish_release(writer, release, now=make.NOW)
    return {"slug": found.occasion.slug}


def _release(survey: Survey, state: ReleaseState) -> Release:
    asked = read(survey.document)
    figures = Figures(0, 0, 0, False, "unweighted", 0, 1, (), (), ())
    content = written_release(Released(asked, figures, {}))
    return Release.objects.create(
        survey=survey, number=1, state=state, questions=[], content=content
    )
