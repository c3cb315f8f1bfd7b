"""The addresses of the map of staff."""

from django.urls import path

from handslag.web.workspace.map import marks, page

urlpatterns = [
    path("karta/", page.page, name="map"),
    path("karta/handelser.geojson", marks.file, name="map-marks"),
]
