"""The address of what the police tell of."""

from django.urls import path

from handslag.web.workspace.police_events import listing

urlpatterns = [path("handelsenotiser/", listing.page, name="police-events")]
