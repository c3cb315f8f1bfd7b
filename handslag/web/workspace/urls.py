"""Every address of the workspace, on one page."""

from django.urls import path

from handslag.web.workspace import style

app_name = "workspace"
urlpatterns = [
    path("stil/", style.page, name="style"),
]
