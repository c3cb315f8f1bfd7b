"""What the list is narrowed to: in the address bar, chosen in a form without a script."""

from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from handslag.domain.incidents.queries.lists import NOBODY, TROUBLE, Choices, Home, Sought
from handslag.domain.incidents.rules import Top
from handslag.domain.incidents.rules.sight import Sight
from handslag.domain.incidents.rules.squares import box_in
from handslag.web.requests import WorkRequest
from handslag.web.words.incidents import CHANNELS, PHASES, TOPS
from handslag.web.words.text import Text
from handslag.web.workspace import fields

ALL = "all"
OPEN = "open"
NAMES = (
    *("within", "phase", "kind", "place", "channel", "owner"),
    *("late", "mine", "since", "until", "ruta"),
)


class SoughtForm(forms.Form):
    """What the list is narrowed to."""

    phase = fields.choice(
        _("How far it has come"),
        [
            ("", _("All")),
            (OPEN, _("Not closed")),
            *((one.value, name) for one, name in PHASES.items()),
        ],
    )
    kind = fields.choice(_("Kind"), [])
    place = fields.line(_("Place, or part of its name"), max_length=100)
    owner = fields.choice(_("Whose task"), [])
    channel = fields.choice(
        _("How it came in"),
        [("", _("All")), *((one.value, name) for one, name in CHANNELS.items())],
    )
    since = fields.day(_("From day"))
    until = fields.day(_("To day"))
    within = fields.choice(_("Municipality"), [])
    late = fields.tick(_("Only late ones"))
    mine = fields.tick(_("Only our own tasks"))
    # A square of the map: chosen there, and kept while more is asked for.
    ruta = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, choices: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        every = [("", _("All"))]
        self.fields["kind"].choices = [*every, *kinds_among(choices)]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            *every,
            (NOBODY, _("Nobody's yet")),
            *choices.owners,
        ]
        self.fields["within"].choices = [  # type: ignore[attr-defined]
            (ALL, _("All")),
            *((one.key, one.name) for one in choices.homes),
        ]
        if len(choices.homes) < 2:  # noqa: PLR2004 - nothing to choose between
            del self.fields["within"]
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"


def kinds_among(choices: Choices) -> list[tuple[Text, list[tuple[str, Text]]]]:
    """The categories all share, then the kinds of the municipality by name."""
    english = get_language() == "en"
    named: dict[str, Text] = {
        code: (english and en) or sv for code, sv, en in choices.kinds
    }
    return [
        (
            _("Categories"),
            [
                (TROUBLE, _("All that troubles")),
                *((one.value, TOPS[one]) for one in Top),
            ],
        ),
        (_("Kinds"), list(named.items())),
    ]


def sought_in(
    request: WorkRequest, choices: Choices, sight: Sight
) -> tuple[SafeString, Sought]:
    """The form's fields as they were filled in, and what they ask for. What is wrong in
    them is said, and does not narrow. Whoever acts for one municipality begins with its
    own reports."""
    home = _home(request.GET.get("within", ""), choices, sight)
    said = {name: value for name in NAMES if (value := request.GET.get(name))}
    said["within"] = home.key if home else ALL
    written, sought = _judged(choices, tuple(said.items()), get_language())
    return written, replace(sought, within=home.pk if home else None)


@lru_cache(maxsize=128)
def _judged(
    choices: Choices, said: tuple[tuple[str, str], ...], _language: str
) -> tuple[SafeString, Sought]:
    """The same list is asked for again and again: its form is written once."""
    form = SoughtForm(dict(said), choices=choices)
    form.is_valid()
    asked = form.cleaned_data
    hidden = [str(field) for field in form.hidden_fields()]
    shown = [field.as_field_group() for field in form.visible_fields()]
    written = mark_safe("".join([*hidden, *shown]))  # noqa: S308 - Django wrote them
    return written, Sought(
        phase=asked.get("phase", ""),
        kind=asked.get("kind", ""),
        place=asked.get("place", ""),
        channel=asked.get("channel", ""),
        owner=asked.get("owner", ""),
        late=asked.get("late", False),
        mine=asked.get("mine", False),
        since=asked.get("since"),
        until=asked.get("until"),
        box=box_in(asked.get("ruta", "")),
    )


def _home(asked: str, choices: Choices, sight: Sight) -> Home | None:
    for one in choices.homes:
        if one.key == asked:
            return one
    own = [one for one in choices.homes if one.pk in sight.own]
    return own[0] if not asked and len(own) == 1 else None


def kept(request: WorkRequest, **turn: UUID) -> str:
    """The address bar: what was asked for and, on the way to another page, where."""
    said = {name: value for name in NAMES if (value := request.GET.get(name))}
    return urlencode({**said, **{name: str(key) for name, key in turn.items()}})


def on_map(request: WorkRequest) -> str:
    """The same asked of the map, which knows months and not days."""
    said = {name: request.GET.get(name, "") for name in ("within", "kind", "ruta")}
    months = {name: request.GET.get(name, "")[:7] for name in ("since", "until")}
    found = {name: value for name, value in (said | months).items() if value}
    return f"{reverse('workspace:map')}?{urlencode({'kind': 'all', **found})}"
