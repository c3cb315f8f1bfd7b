"""The addresses of files of figures."""

from django.urls import path

from handslag.web.workspace.importing import listing, one

LIST = "indikatorer/hamta-in/"
ONE = f"{LIST}<uuid:key>/"
urlpatterns = [
    path(LIST, listing.page, name="figure-files"),
    path(ONE, one.page, name="figure-file"),
    path(f"{ONE}kolumner/", one.columns, name="figure-file-columns"),
    path(f"{ONE}las-in/", one.read, name="read-figure-file"),
    path(f"{ONE}ta-tillbaka/", one.back, name="undo-figure-file"),
    path(f"{ONE}slang/", one.remove, name="remove-figure-file"),
]
