"""The pictures one may read, and how a new one is begun."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.deadlines import months_after
from handslag.core.periods import parse, stockholm_day
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture import queries, services
from handslag.domain.picture.models import Picture
from handslag.domain.picture.rules.drafts import PictureDraft
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.picture import GUIDES
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, home_of, shown

JOINT, OWN = "joint", "own"


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """Every picture the person may read: the joint ones, and what each party sees."""
    rows = [_line(picture, request.today) for picture in queries.listed(request.actor)]
    joint = [row for row in rows if row["picture"].is_joint]
    context = {
        "joint": joint,
        "own": [row for row in rows if not row["picture"].is_joint],
        "late": sum(bool(row["late"]) for row in joint),
        "may_write": bool(request.actor.where(Act.WRITE_PICTURE)),
    }
    return shown(request, "picture/listing", context)


def _line(picture: Any, today: date) -> dict[str, Any]:
    """What the list says of a picture: its latest version, and whether it is too old."""
    if picture.latest_frozen_at is None:
        return {"picture": picture, "stands": _("Not frozen yet."), "late": ""}
    frozen = stockholm_day(picture.latest_frozen_at)
    due = months_after(frozen, queries.UPDATE_MONTHS)
    said = _("Version %(number)s, frozen %(day)s.") % {
        "number": picture.latest_number,
        "day": swedish_date(frozen),
    }
    late = _("Should have been renewed by %(day)s.") if due < today else ""
    return {
        "picture": picture,
        "stands": said,
        "late": late and late % {"day": swedish_date(due)},
    }


class NewPictureForm(forms.Form):
    """Whose eyes it is seen with, and the time it speaks of. The rest is a template."""

    kind = fields.choice(
        gettext_lazy("Whose picture is it?"),
        [],
        required=gettext_lazy("Choose whose picture it is."),
        help_text=gettext_lazy(
            "Joint, when somebody in the police writes here too: both weigh the problems. "
            "You can take them in later."
        ),
        radio=True,
    )
    period = fields.line(
        gettext_lazy("Period"),
        required=gettext_lazy("Write the time it speaks of, for example 2026."),
        help_text=gettext_lazy("The time the picture speaks of, for example 2026."),
        max_length=300,
    )

    def __init__(
        self,
        *args: Any,
        home: Organisation,
        police: Organisation | None,
        writers: list[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.home, self.police = home, police
        self.writers = {str(one.public_id): one for one in writers}
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = list(self._kinds())

    def _kinds(self) -> Any:
        if queries.joint_of(self.home) is None:
            if self.police:
                said = _("The joint picture of %(home)s and %(police)s")
                names = {"home": self.home, "police": self.police}
                yield JOINT, said % names
            yield (
                "alone",
                _("The picture of %(home)s, written by the municipality")
                % {"home": self.home},
            )
        for key, one in self.writers.items():
            yield key, _("What %(party)s sees, to be merged later") % {"party": one}

    def begin(self, request: WorkRequest) -> Picture:
        given = self.cleaned_data
        common: dict[str, Any] = {
            "home": self.home,
            "now": request.now,
            "guides": _guides(),
        }
        party = self.writers.get(given["kind"])
        period = parse(given["period"])
        if party is not None:
            name = _("What %(party)s sees") % {"party": party.name}
            draft = PictureDraft(name, period)
            return services.begin_own(request.actor, draft, party=party, **common)
        name = _("Situational picture for %(home)s") % {"home": self.home.short_name}
        parties = [self.home]
        if given["kind"] == JOINT and self.police:
            parties.append(self.police)
        return services.begin_joint(
            request.actor, PictureDraft(name, period), parties=parties, **common
        )


def _guides() -> dict[Any, str]:
    return {part: str(text) for part, text in GUIDES.items()}


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest) -> HttpResponse:
    """Begin a picture from the template. Who writes for several says for which."""
    writing = request.actor.where(Act.WRITE_PICTURE)
    require(request.actor, Act.WRITE_PICTURE, in_any_of=request.actor.organisation_ids)
    homes = organisations.municipalities_of(writing, today=request.today)
    home = home_of(request, homes)
    if home is None:
        return shown(request, "picture/new_for", {"homes": homes})
    form = _form(request, home, writing)
    made: list[Picture] = []
    if form.is_valid() and done(form, lambda: made.append(form.begin(request))):
        messages.success(
            request, _("The picture is begun from the template. Write over what it says.")
        )
        return redirect("workspace:picture", made[0].public_id)
    return shown(request, "picture/new", {"form": form, "home": home}, form)


def _writes_too(police: Organisation | None, today: date) -> bool:
    """Two weigh the problems together: then somebody must be there to do it."""
    if police is None:
        return False
    return organisations.people_who(Act.WRITE_PICTURE, police, today=today).exists()


def _form(
    request: WorkRequest, home: Organisation, writing: frozenset[int]
) -> NewPictureForm:
    """What can be begun here: the joint picture, and what each own party sees."""
    police = organisations.police_for(home)
    there = set(
        queries.visible_to(request.actor)
        .filter(home=home, party__isnull=False)
        .values_list("party", flat=True)
    )
    return NewPictureForm(
        request.POST or None,
        home=home,
        police=police,
        writers=[
            one
            for one in (home, police)
            if one and one.pk in writing and one.pk not in there
        ],
        initial={
            "kind": JOINT if _writes_too(police, request.today) else "alone",
            "period": str(request.today.year),
        },
    )
