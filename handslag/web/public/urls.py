"""Every public address, on one page: the whole exposed surface.

The addresses are kept for decades. A municipality lies directly under the
first slash, so everything with a name of its own must come before it.
"""

from django.urls import URLPattern, URLResolver

app_name = "public"

# Pages of the site itself: the front page, the list, the bank.
of_the_site: list[URLPattern | URLResolver] = []

# Where people write to us: sign-in, an approver's answer, a correction.
with_a_form: list[URLPattern | URLResolver] = []

# Pages of one municipality. Any first word that is not taken above ends up here.
of_a_municipality: list[URLPattern | URLResolver] = []

urlpatterns = [*of_the_site, *with_a_form, *of_a_municipality]
