"""The addresses of dialogues."""

from django.urls import path

from handslag.web.workspace.dialogues import listing, meetings, noting, one, releasing

DIALOGUES = "dialoger/"
DIALOGUE = f"{DIALOGUES}<uuid:key>/"
MEETING = f"{DIALOGUE}traff/<uuid:meeting>/"

urlpatterns = [
    path(DIALOGUES, listing.page, name="dialogues"),
    path(f"{DIALOGUES}ny/", listing.new, name="new-dialogue"),
    path(DIALOGUE, one.page, name="dialogue"),
    path(f"{DIALOGUE}ord/", one.words, name="dialogue-words"),
    path(f"{DIALOGUE}bjud-in/", one.invite, name="invite-to-dialogue"),
    path(f"{DIALOGUE}underlag/", one.cite, name="cite-dialogue"),
    path(f"{DIALOGUE}traff/ny/", meetings.new, name="new-dialogue-meeting"),
    path(MEETING, meetings.change, name="dialogue-meeting"),
    path(f"{MEETING}stall-in/", meetings.call_off, name="call-off-dialogue-meeting"),
    path(f"{DIALOGUE}anteckna/", noting.notes, name="dialogue-notes"),
    path(f"{DIALOGUE}genomford/", noting.held, name="dialogue-held"),
    path(f"{DIALOGUE}protokoll/", noting.minutes, name="dialogue-minutes"),
    path(f"{DIALOGUE}protokoll/fil/", noting.minutes_file, name="dialogue-minutes-file"),
    path(f"{DIALOGUE}slapp/", releasing.release, name="release-dialogue"),
    path(f"{DIALOGUE}ta-tillbaka/", releasing.withdraw, name="withdraw-dialogue"),
]
