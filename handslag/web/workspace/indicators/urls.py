"""The addresses of indicators and series."""

from django.urls import path

from handslag.web.workspace.indicators import (
    catalogue,
    comparable,
    compared,
    listing,
    one,
    sharing,
    writing,
)

LIST = "indikatorer/"
ONE = f"{LIST}<uuid:key>/"
urlpatterns = [
    path(LIST, listing.page, name="indicators"),
    path(f"{LIST}ny/", writing.new, name="new-indicator"),
    path(f"{LIST}serier/", catalogue.page, name="series-held"),
    path(ONE, one.page, name="indicator"),
    path("analys/jamfor/", comparable.page, name="comparable"),
    path(f"{ONE}jamfort/", compared.page, name="indicator-compared"),
    path(f"{ONE}andra/", writing.edit, name="indicator-words"),
    path(f"{ONE}varde/", writing.value, name="indicator-value"),
    path(f"{ONE}dela/", sharing.offer, name="offer-indicator"),
    path(f"{ONE}visa-alla/", sharing.show, name="show-indicator"),
    path(f"{ONE}ta-i-bruk/", sharing.take, name="take-indicator"),
    path(f"{ONE}indikator.csv", one.file, {"kind": "csv"}, name="indicator-csv"),
    path(f"{ONE}indikator.xlsx", one.file, {"kind": "xlsx"}, name="indicator-xlsx"),
]
