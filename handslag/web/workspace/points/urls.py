"""The addresses of files of points."""

from django.urls import path

from handslag.web.workspace.points import listing, one

LIST = "analys/punkter/"
ONE = f"{LIST}<uuid:key>/"
urlpatterns = [
    path(LIST, listing.page, name="point-files"),
    path(ONE, one.page, name="point-file"),
    path(f"{ONE}las-in/", one.read, name="read-point-file"),
    path(f"{ONE}ta-tillbaka/", one.back, name="undo-point-file"),
    path(f"{ONE}slang/", one.remove, name="remove-point-file"),
]
