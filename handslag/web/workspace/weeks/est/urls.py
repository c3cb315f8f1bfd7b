"""Every address of a group's EST pictures."""

from django.urls import path

from handslag.web.workspace.weeks.est import views, writing

LIST = "veckan/<uuid:key>/lagesbild/"
PICTURE = f"{LIST}<uuid:picture>/"

urlpatterns = [
    path(LIST, views.listing, name="est-pictures"),
    path(f"{LIST}ny/", writing.new, name="new-est-picture"),
    path(PICTURE, views.page, name="est-picture"),
    path(f"{PICTURE}projektor/", views.projector, name="est-projector"),
    path(f"{PICTURE}text/<str:heading>/", writing.passage, name="est-passage"),
    path(f"{PICTURE}rakna-om/", writing.count, name="count-est-picture"),
    path(f"{PICTURE}frys/", writing.freeze, name="freeze-est-picture"),
    path(f"{PICTURE}ny-version/", writing.again, name="new-est-version"),
    path(f"{PICTURE}publicera/", writing.publish, name="publish-est-summary"),
    path(f"{PICTURE}ta-tillbaka/", writing.withdraw, name="withdraw-est-summary"),
]
