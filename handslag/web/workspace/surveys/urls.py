"""Every address where a survey is written, opened and closed."""

from django.urls import path

from handslag.web.workspace.surveys import (
    banking,
    flow,
    frame,
    listing,
    ordering,
    overview,
    preview,
    questions,
    running,
    waves,
)

SURVEY = "enkater/<uuid:key>/"
QUESTION = f"{SURVEY}fraga/<slug:question>/"
SECTION = f"{SURVEY}avsnitt/<slug:section>/"

urlpatterns = [
    path("enkater/", listing.listing, name="surveys"),
    path("enkater/ny/", listing.new, name="new-survey"),
    path(SURVEY, overview.page, name="survey"),
    path(f"{SURVEY}om/", frame.days, name="survey-days"),
    path(f"{SURVEY}ord/", frame.words, name="survey-frame"),
    path(f"{SURVEY}ny-fraga/", questions.new, name="new-survey-question"),
    path(f"{SURVEY}fragebank/", banking.page, name="survey-bank"),
    path(f"{SURVEY}borja/", banking.begin, name="begin-survey"),
    path(QUESTION, questions.page, name="survey-question"),
    path(f"{QUESTION}flytta/", ordering.move_question, name="move-survey-question"),
    path(f"{QUESTION}ta-bort/", questions.remove, name="remove-survey-question"),
    path(f"{SURVEY}nytt-avsnitt/", ordering.new_section, name="new-survey-section"),
    path(SECTION, ordering.section, name="survey-section"),
    path(f"{SECTION}flytta/", ordering.move_section, name="move-survey-section"),
    path(f"{SECTION}ta-bort/", ordering.remove_section, name="remove-survey-section"),
    path(f"{SURVEY}visning/", preview.page, name="survey-preview"),
    path(f"{SURVEY}vagen/", flow.page, name="survey-flow"),
    path(f"{SURVEY}kvoter/", waves.quotas, name="survey-quotas"),
    path(f"{SURVEY}nasta/", waves.next_wave, name="next-survey-wave"),
    path(f"{SURVEY}oppna/", running.open_, name="open-survey"),
    path(f"{SURVEY}forlang/", running.prolong, name="prolong-survey"),
    path(f"{SURVEY}stang/", running.close, name="close-survey"),
]
