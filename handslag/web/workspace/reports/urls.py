"""The addresses of reports for those who deal with them."""

from django.urls import path

from handslag.web.workspace.reports import listing

urlpatterns = [
    path("rapporter/", listing.page, name="reports"),
]
