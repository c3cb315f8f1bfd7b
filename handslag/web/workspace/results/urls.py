"""Every address of results."""

from django.urls import path

from handslag.web.workspace.results import inhabitants, pages

RESULTS = "enkater/<uuid:key>/resultat/"

urlpatterns = [
    path(RESULTS, pages.page, name="survey-results"),
    path(f"{RESULTS}invanare/", inhabitants.page, name="survey-inhabitants"),
]
