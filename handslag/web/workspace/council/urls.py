"""The addresses of the council and its meetings."""

from django.urls import path

from handslag.web.workspace.council import (
    adjusting,
    agenda,
    charter,
    councils,
    meetings,
    minutes,
    tasks,
)

COUNCIL = "radet/<uuid:key>/"
MEETING = "radet/mote/<uuid:key>/"

urlpatterns = [
    path("radet/", councils.listing, name="councils"),
    path("radet/nytt/", councils.new, name="new-council"),
    path(COUNCIL, councils.page, name="council"),
    path(f"{COUNCIL}ord/", councils.words, name="council-words"),
    path(f"{COUNCIL}reglemente/", charter.page, name="council-charter"),
    path(f"{COUNCIL}reglemente/fil/", charter.fetch, name="council-charter-file"),
    path(f"{COUNCIL}plats/ny/", councils.new_seat, name="new-seat"),
    path("radet/plats/<uuid:key>/", councils.seat, name="seat"),
    path("radet/plats/<uuid:key>/avsluta/", councils.end_seat, name="end-seat"),
    path(f"{COUNCIL}grupp/ny/", councils.new_group, name="new-group"),
    path(f"{COUNCIL}ga-med/", councils.join, name="join-council"),
    path(f"{COUNCIL}mote/nytt/", meetings.new, name="new-meeting"),
    path(MEETING, meetings.page, name="meeting"),
    path(f"{MEETING}tid/", meetings.words, name="meeting-words"),
    path(f"{MEETING}dagordning/", agenda.page, name="agenda"),
    path(f"{MEETING}dagordning/<uuid:item>/", agenda.item, name="agenda-item"),
    path(f"{MEETING}dagordning/<uuid:item>/flytta/", agenda.move, name="move-item"),
    path(f"{MEETING}dagordning/<uuid:item>/ta-bort/", agenda.remove, name="remove-item"),
    path(f"{MEETING}kalla/", meetings.call, name="call-meeting"),
    path(f"{MEETING}stall-in/", meetings.cancel, name="cancel-meeting"),
    path(f"{MEETING}borja/", meetings.begin, name="begin-meeting"),
    path(f"{MEETING}protokoll/", minutes.page, name="minutes"),
    path(
        f"{MEETING}protokoll/uppgift/<uuid:task>/ta-bort/",
        minutes.drop_task,
        name="drop-task",
    ),
    path(f"{MEETING}justera/", adjusting.freeze, name="freeze-minutes"),
    path(f"{MEETING}ta-tillbaka/", adjusting.take_back, name="take-back-minutes"),
    path(f"{MEETING}bekrafta/<uuid:adjuster>/", adjusting.confirm, name="confirm-minutes"),
    path(f"{MEETING}publicera/", adjusting.publish, name="publish-minutes"),
    path(f"{MEETING}rattelse/", adjusting.note, name="minutes-note"),
    path(f"{MEETING}kalender.ics", meetings.in_calendars, name="meeting-calendar"),
    path("radet/uppgift/<uuid:key>/", tasks.page, name="council-task"),
]
