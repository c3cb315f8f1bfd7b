"""The addresses of indicators and series."""

from django.urls import path

from handslag.web.workspace.indicators import catalogue, listing, one, writing

LIST = "indikatorer/"
ONE = f"{LIST}<uuid:key>/"
urlpatterns = [
    path(LIST, listing.page, name="indicators"),
    path(f"{LIST}ny/", writing.new, name="new-indicator"),
    path(f"{LIST}serier/", catalogue.page, name="series-held"),
    path(ONE, one.page, name="indicator"),
    path(f"{ONE}andra/", writing.edit, name="indicator-words"),
    path(f"{ONE}varde/", writing.value, name="indicator-value"),
]
