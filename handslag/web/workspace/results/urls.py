"""Every address of results."""

from django.urls import path

from handslag.web.workspace.results import inhabitants, pages, releasing

RESULTS = "enkater/<uuid:key>/resultat/"
RELEASE = f"{RESULTS}publicera/<uuid:release>/"

urlpatterns = [
    path(RESULTS, pages.page, name="survey-results"),
    path(f"{RESULTS}invanare/", inhabitants.page, name="survey-inhabitants"),
    path(f"{RESULTS}publicera/", releasing.page, name="survey-releases"),
    path(RELEASE, releasing.preview, name="survey-release"),
    path(f"{RELEASE}publicera/", releasing.publish, name="publish-survey-release"),
    path(f"{RELEASE}ta-tillbaka/", releasing.take_back, name="take-back-survey-release"),
]
