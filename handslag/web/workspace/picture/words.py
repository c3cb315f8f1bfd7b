"""What a picture is called, its period, and who writes it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.periods import parse
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.organisations import queries as organisations
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Picture
from handslag.domain.picture.rules.drafts import PictureDraft
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.parties import OrganisationsField, home_first, offer
from handslag.web.workspace.picture.sight import the_picture, with_form
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done


class WordsForm(LockForm):
    """The name, the period, and in a joint picture the parties."""

    name = fields.line(
        gettext_lazy("Name"),
        required=gettext_lazy("Write what the picture is called."),
        max_length=200,
    )
    period_stated = fields.line(
        gettext_lazy("Period"),
        required=gettext_lazy("Write the time it speaks of, for example 2026."),
        help_text=gettext_lazy("The time the picture speaks of, for example 2026."),
        max_length=300,
    )
    parties = OrganisationsField(
        gettext_lazy("Who writes it and scores the problems?"),
        gettext_lazy("Choose at least one that writes the picture."),
    )

    def __init__(self, *args: Any, picture: Picture, around: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if picture.is_joint:
            offer(self, "parties", around)
        else:
            del self.fields["parties"]

    @property
    def draft(self) -> PictureDraft:
        given = self.cleaned_data
        return PictureDraft(given["name"], parse(given["period_stated"]))


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The words of the picture itself."""
    picture = the_picture(request, key, writing=True)
    present = queries.parties_of(picture)
    around = organisations.around(picture.home, today=request.today)
    form = WordsForm(
        request.POST or None,
        picture=picture,
        around=organisations.that_may_promise(around, also=present),
        initial={**_words(picture), "parties": [one.public_id for one in present]},
    )
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, picture, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:picture", picture.public_id)
        except ChangedMeanwhileError:
            now = the_picture(request, key)
            theirs = differences(form, _words(now))
            form.overtaken(now.revision)
    return with_form(
        request,
        picture,
        form,
        heading=_("Name, period and parties"),
        more={"theirs": theirs},
    )


def _words(picture: Picture) -> dict[str, object]:
    return {
        "name": picture.name,
        "period_stated": picture.period_stated,
        "revision": picture.revision,
    }


def _save(request: WorkRequest, picture: Picture, form: WordsForm) -> None:
    revision = form.cleaned_data["revision"]
    services.save_words(request.actor, picture, form.draft, revision=revision)
    if "parties" in form.fields:
        parties = home_first(form.cleaned_data["parties"], picture.home)
        if [one.pk for one in parties] != [one.pk for one in queries.parties_of(picture)]:
            services.set_parties(request.actor, picture, parties)
