"""Where somebody is in a report, and all that was typed so far.

Nothing is kept on the server between the steps: the page carries it. So there is no
cookie, two reports can be written side by side, and going back loses nothing.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from handslag.domain.incidents.published import Named, ReportingDesk
from handslag.domain.incidents.rules import IncidentDraft, ReportDraft, Where, Worry
from handslag.web.public.reporting.forms import (
    FIELDS,
    FORMS,
    ORDER,
    Step,
    StepForm,
    occurrence,
)
from handslag.web.public.reporting.places import listed

# Signed, so that nobody can send under a key that another person's report may have.
_KEYS = Signer(salt="handslag.report.key")


@dataclass(slots=True)
class Walk:
    """One report on its way, as the page that was sent holds it."""

    slug: str
    desk: ReportingDesk
    places: list[Named]
    now: datetime
    posted: QueryDict
    key: UUID = field(default_factory=uuid4)

    @property
    def signed_key(self) -> str:
        return _KEYS.sign(str(self.key))

    def said(self, name: str) -> str:
        return str(self.posted.get(name, ""))

    def point(self) -> tuple[float | None, float | None]:
        """The chosen point, if there is one that can be read."""
        form = self.sent(Step.WHERE)
        form.is_valid()
        return form.cleaned_data.get("lon"), form.cleaned_data.get("lat")

    def kept(self, step: Step) -> list[tuple[str, str]]:
        """What was typed in other steps: hidden in the page of this one."""
        shown = FORMS[step].base_fields
        return [
            (name, str(value))
            for name in FIELDS
            if name not in shown
            for value in self.posted.getlist(name)
            if value
        ]

    def blank(self, step: Step) -> StepForm:
        """The form of a step with what was typed in it before, and no complaints."""
        names = FORMS[step].base_fields
        typed: dict[str, Any] = {
            name: self.posted.getlist(name) if name == "dayparts" else self.posted[name]
            for name in names
            if name in self.posted and name != "token"
        }
        return self._form(step, initial=typed)

    def sent(self, step: Step) -> StepForm:
        """The form of a step, judged."""
        return self._form(step, data=self.posted)

    def _form(self, step: Step, **given: Any) -> StepForm:
        among = listed(
            self.places, words=self.said("place_words"), chosen=self.said("place")
        )
        return FORMS[step](desk=self.desk, listed=among, now=self.now, **given)

    def wrong(self) -> tuple[Step, StepForm] | None:
        """The first step in which something is wrong, judged, or nothing."""
        for step in ORDER:
            form = self.sent(step)
            if not form.is_valid():
                return step, form
        return None

    def draft(self, language: str) -> ReportDraft:
        """What is sent. Only for a walk in which nothing is wrong."""
        said: dict[str, Any] = {}
        for step in ORDER:
            form = self.sent(step)
            form.is_valid()
            said |= form.cleaned_data
        where = Where(
            lon=said["lon"],
            lat=said["lat"],
            place=UUID(said["place"]) if said["place"] else None,
            words=said["where_words"],
            inside=said["inside"] or Where().inside,
        )
        incident = IncidentDraft(
            category=said["kind"],
            where=where,
            when=occurrence(said),
            text=said["text"],
            worry=Worry(said["worry"]) if said["worry"] else None,
        )
        return ReportDraft(self.key, [incident], email=said["email"], language=language)


def key_in(posted: QueryDict) -> UUID:
    """The key under which the form was begun; a new one for what is not ours."""
    try:
        return UUID(_KEYS.unsign(posted.get("key", "")))
    except (BadSignature, ValueError):
        return uuid4()


def after(step: Step) -> Step:
    """The step that follows."""
    if step is Step.SAME:
        return Step.WHAT
    return ORDER[min(ORDER.index(step) + 1, len(ORDER) - 1)]


def before(step: Step) -> Step:
    """The step that goes before."""
    if step is Step.SAME:
        return Step.WHERE
    return ORDER[max(ORDER.index(step) - 1, 0)]
