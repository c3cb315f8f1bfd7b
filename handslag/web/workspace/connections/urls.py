"""The addresses of connections and their runs."""

from django.urls import path

from handslag.core.connections.rules import ASKED, Connector
from handslag.web.workspace.connections import listing, runs, turning

LIST = "anslutningar/"
urlpatterns = [
    path(LIST, listing.page, name="connections"),
    path(f"{LIST}korningar/<uuid:key>/", runs.page, name="run"),
    path(f"{LIST}polisen/fil/", turning.file, name="police-events-file"),
    *(
        path(f"{LIST}{one}/", turning.page, {"one": one}, name=f"connection-{one}")
        for one in Connector
        if one in ASKED
    ),
]
