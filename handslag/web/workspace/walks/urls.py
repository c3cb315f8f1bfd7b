"""The addresses of safety walks."""

from django.urls import path

from handslag.web.workspace.walks import (
    comparing,
    field,
    findings,
    listing,
    one,
    photos,
    protocol,
    route,
    watching,
)

WALKS = "vandringar/"
WALK = f"{WALKS}<uuid:key>/"
STOP = f"{WALK}stopp/<uuid:stop>/"
FINDING = f"{WALK}iakttagelse/<uuid:finding>/"

urlpatterns = [
    path(WALKS, listing.page, name="walks"),
    path(f"{WALKS}ny/", listing.new, name="new-walk"),
    path(f"{WALKS}kvallsplatser/", watching.flags, name="evening-places"),
    path(f"{WALKS}kvallsplatser/ny/", watching.new_flag, name="new-evening-place"),
    path(f"{WALKS}kvallsplatser/<uuid:key>/", watching.flag, name="evening-place"),
    path(f"{WALKS}grannsamverkan/", watching.watches, name="watches"),
    path(f"{WALKS}grannsamverkan/nytt/", watching.new_watch, name="new-watch"),
    path(f"{WALKS}grannsamverkan/<uuid:key>/", watching.watch, name="watch"),
    path(f"{WALKS}falt/tjanst.js", field.worker, name="walk-worker"),
    path(f"{WALKS}falt/<uuid:key>/", field.page, name="walk-field"),
    path(f"{WALKS}falt/<uuid:key>/skicka/", field.send, name="send-walk-note"),
    path(WALK, one.page, name="walk"),
    path(f"{WALK}ord/", one.words, name="walk-words"),
    path(f"{WALK}stopp/", route.page, name="walk-route"),
    path(STOP, route.stop, name="walk-stop"),
    path(f"{STOP}flytta/", route.move, name="move-walk-stop"),
    path(f"{STOP}ta-bort/", route.remove, name="remove-walk-stop"),
    path(f"{WALK}bjud-in/", one.invite, name="invite-to-walk"),
    path(f"{WALK}gangen/", one.held, name="walk-held"),
    path(f"{WALK}fraga/", one.ask, name="ask-owners"),
    path(f"{WALK}svarat/", one.third, name="walk-told"),
    path(f"{WALK}underlag/", one.cite, name="cite-walk"),
    path(f"{WALK}igen/", one.again, name="walk-again"),
    path(f"{WALK}jamfor/", comparing.page, name="walk-compared"),
    path(f"{WALK}protokoll/", protocol.page, name="walk-protocol"),
    path(f"{WALK}protokoll.pdf", protocol.document, name="walk-document"),
    path(f"{WALK}iakttagelse/ny/", findings.new, name="new-walk-finding"),
    path(FINDING, findings.page, name="walk-finding"),
    path(f"{FINDING}ta-bort/", findings.remove, name="remove-walk-finding"),
    path(f"{FINDING}slapp-fram/", findings.let_through, name="let-through-walk-finding"),
    path(f"{FINDING}ansvarig/", findings.owner, name="walk-finding-owner"),
    path(f"{FINDING}svara/", findings.answer, name="answer-walk-finding"),
    path(f"{FINDING}igen/", findings.again, name="walk-finding-again"),
    path(f"{FINDING}bild/", photos.new, name="new-walk-photo"),
    path(f"{WALK}bild/<uuid:photo>/", photos.page, name="walk-photo"),
    path(f"{WALK}bild/<uuid:photo>/fil/", photos.file, name="walk-photo-file"),
]
