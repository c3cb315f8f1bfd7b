"""Every address of exports."""

from django.urls import path

from handslag.web.workspace.exporting import pages

urlpatterns = [
    path("enkater/<uuid:key>/resultat/filer/", pages.page, name="survey-export"),
    path("enkater/<uuid:key>/resultat/filer/hamta/", pages.take, name="take-survey-export"),
]
