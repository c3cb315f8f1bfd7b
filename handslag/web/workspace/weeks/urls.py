"""Every address of the week of a group."""

from django.urls import path

from handslag.web.workspace.weeks import board, meetings, orders, projector
from handslag.web.workspace.weeks.est.urls import urlpatterns as est

GROUP = "veckan/<uuid:key>/"
MEETING = f"{GROUP}mote/<uuid:meeting>/"
PRIORITY = f"{MEETING}prioritering/<uuid:priority>/"
TARGET = f"{MEETING}mal/<uuid:target>/"
DECISION = f"{MEETING}beslut/<uuid:decision>/"

urlpatterns = [
    *est,
    path("veckan/", board.listing, name="weeks"),
    path(GROUP, board.page, name="week-board"),
    path(f"{GROUP}motet/", projector.page, name="week-projector"),
    path(f"{GROUP}mote/nytt/", meetings.new, name="new-week-meeting"),
    path(MEETING, meetings.page, name="week-meeting"),
    path(f"{MEETING}ord/", meetings.words, name="week-meeting-words"),
    path(f"{MEETING}avsluta/", meetings.hold, name="hold-week-meeting"),
    path(f"{MEETING}prioritering/ny/", orders.new_priority, name="new-week-priority"),
    path(PRIORITY, orders.priority, name="week-priority"),
    path(f"{PRIORITY}flytta/", orders.move, name="move-week-priority"),
    path(f"{PRIORITY}ta-bort/", orders.remove_priority, name="remove-week-priority"),
    path(f"{PRIORITY}mal/nytt/", orders.new_target, name="new-week-target"),
    path(TARGET, orders.target, name="week-target"),
    path(f"{TARGET}ta-bort/", orders.remove_target, name="remove-week-target"),
    path(f"{TARGET}uppfoljning/", orders.follow_up, name="follow-up-week-target"),
    path(f"{MEETING}beslut/nytt/", orders.new_decision, name="new-week-decision"),
    path(DECISION, orders.decision, name="week-decision"),
    path(f"{DECISION}ta-bort/", orders.remove_decision, name="remove-week-decision"),
]
