"""The addresses of analyses."""

from django.urls import path

from handslag.web.workspace.analysis import effects, pages

EFFECTS = "analys/fore-efter/"
urlpatterns = [
    path("analys/", pages.overview, name="analysis"),
    *(
        path(f"analys/{subject}/", pages.page, {"subject": subject}, name=one.name)
        for subject, one in pages.SUBJECTS.items()
    ),
    path(EFFECTS, effects.listing, name="effects"),
    path(f"{EFFECTS}ny/", effects.new, name="new-effect"),
    path(f"{EFFECTS}nytt-matt/", effects.new_measured, name="new-measured-effect"),
    path(f"{EFFECTS}<uuid:key>/", effects.page, name="effect"),
    path(f"{EFFECTS}<uuid:key>/andra/", effects.edit, name="effect-words"),
    path(f"{EFFECTS}<uuid:key>/blev-inte-av/", effects.call_off, name="effect-called-off"),
]
