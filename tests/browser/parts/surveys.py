"""Surveys: the list, what is asked, who is drawn, how it goes, typing in paper."""

from handslag.domain.surveys.models import Release, Survey
from handslag.domain.surveys.rules import SurveyState
from handslag.domain.surveys.rules.documents import read

SURVEYS = "/arbete/enkater/"
DRAFT, DONE, GOES_ON = (
    f"{SURVEYS}{{survey_{one}}}/" for one in ("draft", "done", "goes_on")
)
PUBLIC = (
    "/osthammar/ni-sa/{survey_slug}/resultat/",
    "/osthammar/ni-sa/",
    "/osthammar/delta/",
)
AT_WORK = {
    "samordnare": (
        SURVEYS,
        f"{SURVEYS}ny/",
        GOES_ON,
        f"{GOES_ON}svar-in/",
        f"{GOES_ON}skriv-in/",
        f"{GOES_ON}forlang/",
        f"{GOES_ON}stang/",
    ),
    "osthammar": (
        DRAFT,
        f"{DRAFT}om/",
        f"{DRAFT}ord/",
        f"{DRAFT}ny-fraga/?avsnitt={{survey_section}}&typ=multiple",
        f"{DRAFT}fragebank/",
        DRAFT + "fraga/{survey_question}/",
        DRAFT + "fraga/{survey_question}/ta-bort/",
        f"{DRAFT}nytt-avsnitt/",
        DRAFT + "avsnitt/{survey_section}/",
        f"{DRAFT}visning/",
        f"{DRAFT}vagen/",
        f"{DRAFT}kvoter/",
        f"{DRAFT}oppna/",
        f"{DRAFT}urval/",
        f"{DRAFT}blankett/",
        DONE,
        f"{DONE}nasta/",
        f"{DONE}svar-in/",
        f"{DONE}utskick/",
        f"{DONE}resultat/",
        f"{DONE}resultat/?grupp=area",
        f"{DONE}resultat/filer/",
        f"{DONE}resultat/invanare/",
        f"{DONE}resultat/publicera/",
        DONE + "resultat/publicera/{survey_release}/",
    ),
}
NOT_PAGES = frozenset(
    {
        "public:survey-results-file",
        "public:try-survey",
        "workspace:publish-survey-release",
        "workspace:take-back-survey-release",
        "workspace:begin-survey",
        "workspace:make-survey-letters",
        "workspace:paper-form",
        "workspace:survey-lost-answers",
        "workspace:take-survey-export",
        "workspace:move-survey-question",
        "workspace:move-survey-section",
        "workspace:remove-survey-section",
        "workspace:send-survey-letters",
        "workspace:survey-draw",
        "workspace:survey-draw-on-paper",
        "workspace:survey-drawn-lines",
        "workspace:survey-letter-plan",
        "workspace:survey-new-code",
        "workspace:survey-returned",
        "workspace:survey-strata",
        "workspace:survey-undo-draw",
    }
)


def words() -> dict[str, str]:
    """The surveys of the demonstration: a draft, one that is over, one that goes on."""
    draft = Survey.objects.get(state=SurveyState.DRAFT)
    asked = read(draft.document)
    return {
        "survey_draft": str(draft.public_id),
        "survey_done": str(draft.follows.public_id) if draft.follows else "",
        "survey_slug": draft.follows.occasion.slug if draft.follows else "",
        "survey_release": str(Release.objects.get(survey=draft.follows).public_id),
        "survey_goes_on": str(Survey.objects.get(state=SurveyState.OPEN).public_id),
        "survey_section": asked.sections[0].key,
        "survey_question": next(asked.questions()).key,
    }
