"""Addresses of GeoReport v2: each ends with its form, .json or .xml."""

from django.urls import path, register_converter

from handslag.web.api.open311 import views


class Form:
    """JSON or XML, as the ending of the address."""

    regex = "json|xml"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Form, "form")

app_name = "open311"
AT = "<slug:municipality>/"
urlpatterns = [
    path(f"{AT}discovery.<form:fmt>", views.discovery, name="discovery"),
    path(f"{AT}services.<form:fmt>", views.services, name="services"),
    path(f"{AT}services/<slug:code>.<form:fmt>", views.service, name="service"),
    path(f"{AT}requests.<form:fmt>", views.requests, name="requests"),
    path(f"{AT}requests/<uuid:number>.<form:fmt>", views.one, name="request"),
    path(f"{AT}tokens/<slug:token>.<form:fmt>", views.token, name="token"),
]
