"""The addresses of reports for those who deal with them."""

from django.urls import path

from handslag.web.workspace.feedback import pages as feedback
from handslag.web.workspace.reports import (
    asking,
    deeds,
    export,
    listing,
    moderation,
    one,
    reading_log,
    same,
)

REPORT = "rapporter/<uuid:key>/"
FEEDBACK = "rapporter/aterkoppling/"

urlpatterns = [
    path("rapporter/", listing.page, name="reports"),
    path("rapporter/rapporter.csv", export.page, name="reports-file"),
    path("rapporter/granska/", moderation.queue, name="moderation"),
    path("rapporter/granska/<uuid:key>/", moderation.decide, name="moderate"),
    path("rapporter/laslogg/", reading_log.page, name="readings"),
    path(FEEDBACK, feedback.own, name="feedback"),
    path(f"{FEEDBACK}brev/", feedback.letters, name="feedback-letters"),
    path(f"{FEEDBACK}<uuid:key>/", feedback.of_organisation, name="feedback-of"),
    path(f"{FEEDBACK}<uuid:key>/kommun/", feedback.of_municipality, name="feedback-in"),
    path(REPORT, one.page, name="report-page"),
    path(f"{REPORT}fraga/", asking.page, name="ask-reporter"),
    path(f"{REPORT}ord/", moderation.take_out, name="take-out-words"),
    path(f"{REPORT}samma/<uuid:other>/", same.merge, name="merge-reports"),
    path(f"{REPORT}isar/", same.separate, name="separate-reports"),
    path(f"{REPORT}<slug:deed>/", deeds.page, name="report-deed"),
]
