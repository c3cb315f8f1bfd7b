"""Every address of fieldwork: the sample, the letters, paper, and what has come in."""

from django.urls import path

from handslag.web.workspace.fielding import forms_on_paper, keying, letters, live, sample

SURVEY = "enkater/<uuid:key>/"
SAMPLE = f"{SURVEY}urval/"

urlpatterns = [
    path(SAMPLE, sample.page, name="survey-sample"),
    path(f"{SAMPLE}omraden/", sample.save, name="survey-strata"),
    path(f"{SAMPLE}fil/", sample.draw_from_file, name="survey-draw"),
    path(f"{SAMPLE}papper/", sample.draw_on_paper, name="survey-draw-on-paper"),
    path(f"{SAMPLE}kasta/", sample.undo, name="survey-undo-draw"),
    path(f"{SAMPLE}rader.csv", sample.lines, name="survey-drawn-lines"),
    path(f"{SURVEY}utskick/", letters.page, name="survey-letters"),
    path(f"{SURVEY}utskick/plan/", letters.plan, name="survey-letter-plan"),
    path(f"{SURVEY}utskick/<slug:kind>/", letters.make, name="make-survey-letters"),
    path(f"{SURVEY}utskick/<slug:kind>/ivag/", letters.send, name="send-survey-letters"),
    path(f"{SURVEY}blankett/", forms_on_paper.page, name="survey-paper"),
    path(f"{SURVEY}blankett/<slug:language>.pdf", forms_on_paper.blank, name="paper-form"),
    path(f"{SURVEY}skriv-in/", keying.page, name="survey-type-in"),
    path(f"{SURVEY}svar-in/", live.page, name="survey-fielding"),
    path(f"{SURVEY}svar-in/returer/", live.returned, name="survey-returned"),
    path(f"{SURVEY}svar-in/forlorade/", live.give_up, name="survey-lost-answers"),
    path(f"{SURVEY}svar-in/ny-kod/", live.new_code, name="survey-new-code"),
]
