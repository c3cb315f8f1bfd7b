"""Every address of occasions and voices."""

from django.urls import path

from handslag.web.workspace.voices import coding, listing, overview

OCCASION = "roster/<uuid:key>/"
VOICE = f"{OCCASION}rost/<uuid:voice>/"

urlpatterns = [
    path("roster/", listing.listing, name="occasions"),
    path(OCCASION, overview.page, name="occasion"),
    path(f"{OCCASION}roster/", coding.listing, name="voices-of"),
    path(f"{OCCASION}koda/", coding.begin, name="code-next"),
    path(VOICE, coding.code, name="code-voice"),
    path(f"{VOICE}citera/", coding.quote, name="quote-voice"),
]
