"""Which part answers which address.

What lies in `i18n_patterns` is also found under /en/. Each part lists its own
addresses on one page.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from handslag.web.api.interface import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("arbete/", include("handslag.web.workspace.urls")),
    path("api/v1/", api.urls),
    path("open311/v2/", include("handslag.web.api.open311.urls")),
    *i18n_patterns(
        path("", include("handslag.web.public.urls")), prefix_default_language=False
    ),
]
