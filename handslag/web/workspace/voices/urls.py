"""Every address of occasions and voices."""

from django.urls import path

from handslag.web.workspace.voices import (
    answering,
    coding,
    listing,
    overview,
    places,
    texts,
    words,
)

OCCASION = "roster/<uuid:key>/"
VOICE = f"{OCCASION}rost/<uuid:voice>/"

urlpatterns = [
    path("roster/", listing.listing, name="occasions"),
    path("roster/nytt/", texts.new, name="new-occasion"),
    path(OCCASION, overview.page, name="occasion"),
    path(f"{OCCASION}roster/", coding.listing, name="voices-of"),
    path(f"{OCCASION}koda/", coding.begin, name="code-next"),
    path(VOICE, coding.code, name="code-voice"),
    path(f"{OCCASION}andra/", texts.edit, name="edit-occasion"),
    path(f"{OCCASION}skriv/", texts.hear, name="hear-voices"),
    path(f"{OCCASION}visar/", texts.cite, name="cite-occasion"),
    path(f"{OCCASION}knyt/", texts.tie, name="tie-findings"),
    path(f"{OCCASION}platser/", places.page, name="places-of"),
    path(f"{OCCASION}granska/", words.queue, name="held-voices"),
    path(f"{OCCASION}svar/", answering.tell, name="tell-occasion"),
    path(f"{OCCASION}publicera/", answering.publish, name="publish-occasion"),
    path(f"{OCCASION}ta-tillbaka/", answering.take_back, name="take-back-occasion"),
    path(f"{OCCASION}avsluta/", answering.close, name="close-occasion"),
    path(f"{OCCASION}steg/", answering.step, name="step-occasion"),
    path(f"{VOICE}granska/", words.decide, name="decide-voice"),
    path(f"{VOICE}citera/", coding.quote, name="quote-voice"),
]
