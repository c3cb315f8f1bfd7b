"""The coding desk: one voice at a time, and all of them in a list."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.organisations.models import Place
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.domain.voices import queries, services
from handslag.domain.voices.models import Voice
from handslag.domain.voices.queries import NONE_OF_THEM, Sought
from handslag.domain.voices.rules import VoiceState, named, suggested
from handslag.web.answers import capital, number
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.workspace import fields
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.voices.sight import the_occasion, the_voice

BOTH = ["GET", "HEAD", "POST"]
ON_A_PAGE = 50
# A key for each theme, in the order of the list: 1–9, then a–o.
KEYS = "123456789abcdefghijklmno"


class CodingForm(LockForm):
    """What one voice is about, and where."""

    themes = forms.MultipleChoiceField(
        label=_("What is it about?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    place = fields.choice(_("Which place?"), [])

    def __init__(
        self,
        *args: Any,
        names: Mapping[str, str],
        places: Sequence[Place],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "themes", list(names.items()))
        named_places = [(str(one.public_id), one.name) for one in places]
        _offer(self, "place", [("", _("No named place")), *named_places])

    @property
    def chosen_place(self) -> UUID | None:
        key = self.cleaned_data["place"]
        return UUID(key) if key else None


def _offer(form: forms.Form, name: str, choices: list[tuple[Any, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(  # noqa: S101 - declared above
        field, forms.ChoiceField | forms.MultipleChoiceField
    )
    field.choices = choices


@require_safe
def begin(request: WorkRequest, key: UUID) -> HttpResponse:
    """On to the next voice that waits; `?efter=` passes one over."""
    at = the_occasion(request, key, to_listen=True)
    voice = queries.next_to_code(at.occasion, after=_key(request.GET.get("efter", "")))
    if voice is None:
        messages.success(request, now_("Nothing waits to be coded here."))
        return redirect("workspace:occasion", key)
    address = reverse("workspace:code-voice", args=[key, voice.public_id])
    return redirect(f"{address}?i-rad=1")


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


@require_http_methods(BOTH)
def code(request: WorkRequest, key: UUID, voice: UUID) -> HttpResponse:
    """One voice: its words, the themes with what is suggested, and the place."""
    row = the_voice(request, key, voice)
    names = terms(Kind.THEME, get_language() or "sv")
    places = queries.places_near(row.occasion, today=request.today)
    hints = _hints(row, places)
    form = CodingForm(
        request.POST or None, names=names, places=places, initial=_initial(row, hints)
    )
    in_a_row = bool(request.GET.get("i-rad"))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, row, form)):
                return redirect(_onward(key, in_a_row=in_a_row))
        except ChangedMeanwhileError:
            theirs = _overtaken(request, form, key, voice)
    context = {
        "occasion": row.occasion,
        "voice": row,
        "form": form,
        "choices": _choices(form, names, hints["themes"]),
        "place_is_suggested": bool(hints["place"]) and not row.is_coded,
        "theirs": theirs,
        "left": queries.to_code(row.occasion).count(),
        "in_a_row": in_a_row,
        "is_held": row.state == VoiceState.HELD,
    }
    return shown(request, "voices/code", context, form)


def _hints(row: Voice, places: Sequence[Place]) -> dict[str, Any]:
    """What the words suggest: themes, and a place when just one is named."""
    found = named(row.text, [one.name for one in places])
    keys = {one.name: str(one.public_id) for one in places}
    return {
        "themes": suggested(row.text),
        "place": keys[found[0]] if len(found) == 1 else "",
    }


def _initial(row: Voice, hints: Mapping[str, Any]) -> dict[str, Any]:
    """What somebody has said or, before that, what is suggested."""
    if row.is_coded:
        return {**_stored(row), "revision": row.revision}
    place = str(row.place.public_id) if row.place else hints["place"]
    return {"themes": hints["themes"], "place": place, "revision": row.revision}


def _stored(row: Voice) -> dict[str, Any]:
    return {
        "themes": [one.theme for one in row.themes.all()],
        "place": str(row.place.public_id) if row.place else "",
    }


def _save(request: WorkRequest, row: Voice, form: CodingForm) -> None:
    services.code_voice(
        request.actor,
        row,
        themes=form.cleaned_data["themes"],
        place=form.chosen_place,
        revision=form.cleaned_data["revision"],
        now=request.now,
    )


def _overtaken(
    request: WorkRequest, form: CodingForm, key: UUID, voice: UUID
) -> list[Difference]:
    """Somebody else was faster: theirs in words beside what this person chose."""
    row = the_voice(request, key, voice)
    found = differences(form, _stored(row))
    form.overtaken(row.revision)
    return [_in_words(form, one) for one in found]


def _in_words(form: CodingForm, one: Difference) -> Difference:
    """Codes and keys as they are called in the form."""
    called = {
        str(value): str(name)
        for field in ("themes", "place")
        for value, name in form.fields[field].choices  # type: ignore[attr-defined]
    }

    def words(text: str) -> str:
        return ", ".join(called.get(part, part) for part in text.split(", ") if part)

    return Difference(one.label, words(one.theirs), words(one.mine))


def _onward(key: UUID, *, in_a_row: bool) -> str:
    name = "workspace:code-next" if in_a_row else "workspace:voices-of"
    return reverse(name, args=[key])


def _choices(
    form: CodingForm, names: Mapping[str, str], hints: Sequence[str]
) -> list[dict[str, object]]:
    """The themes with their keys, which are chosen, and which were suggested."""
    value = form["themes"].value() or []
    chosen = set(value)
    keys = f"{KEYS}{' ' * len(names)}"
    return [
        {
            "code": code,
            "name": name,
            "key": key.strip(),
            "is_chosen": code in chosen,
            "is_suggested": code in hints,
        }
        for (code, name), key in zip(names.items(), keys, strict=False)
    ]


class SoughtForm(forms.Form):
    """What the list is narrowed to."""

    text = fields.line(_("Words"), max_length=100)
    theme = fields.choice(_("Theme"), [])
    which = fields.choice(
        _("Which"),
        [("", _("All")), ("waits", _("Waits to be coded")), ("quotes", _("Quotes"))],
    )

    def __init__(self, *args: Any, names: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        none = (NONE_OF_THEM, _("About none of them"))
        _offer(self, "theme", [("", _("All")), *names.items(), none])
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"

    def sought(self) -> Sought:
        given = self.cleaned_data if self.is_valid() else {}
        which = given.get("which", "")
        return Sought(
            theme=given.get("theme", ""),
            text=given.get("text", ""),
            waits=which == "waits",
            quotes=which == "quotes",
        )


@require_safe
def listing(request: WorkRequest, key: UUID) -> HttpResponse:
    """All voices of an occasion: what waits first."""
    at = the_occasion(request, key, to_listen=True)
    names = terms(Kind.THEME, get_language() or "sv")
    form = SoughtForm(request.GET, names=names)
    found = queries.sought(queries.voices_of(at.occasion), form.sought())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("sida"))
    kept = {name: request.GET.get(name) for name in form.fields if request.GET.get(name)}
    context = {
        "at": at,
        "occasion": at.occasion,
        "answer": _answer(at.uncoded),
        "form": form,
        "rows": [_row(one, names) for one in page],
        "page": page,
        "query": f"{urlencode(kept)}&" if kept else "",
        "is_narrowed": bool(kept),
    }
    return shown(request, "voices/voices", context)


def _answer(uncoded: int) -> str:
    if not uncoded:
        return now_("All that can be read has been coded.")
    said = ngettext("%(n)s voice to code", "%(n)s voices to code", uncoded)
    return f"{capital(said % {'n': number(uncoded)})}."


def _row(voice: Voice, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "voice": voice,
        "themes": [names.get(one.theme, one.theme) for one in voice.themes.all()],
        "is_held": voice.state == VoiceState.HELD,
        "is_removed": voice.state == VoiceState.REMOVED,
        "is_open": voice.state == VoiceState.OPEN,
    }


@require_POST
def quote(request: WorkRequest, key: UUID, voice: UUID) -> HttpResponse:
    """Let everyone read these words as they stand, or no longer."""
    row = the_voice(request, key, voice)
    wanted = request.POST.get("quote") == "yes"
    try:
        services.quote(request.actor, row, is_quote=wanted, now=request.now)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    else:
        told = now_("It is a quote now.") if wanted else now_("It is no quote any more.")
        messages.success(request, told)
    return redirect("workspace:voices-of", key)
