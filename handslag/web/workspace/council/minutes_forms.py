"""The page that minutes are written on: who came, and a sheet for each item, as one form.

Each sheet carries its own revision: two people write on the same page, and lose nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.council import queries
from handslag.domain.council.models import Attendance, Meeting
from handslag.domain.council.queries import Sheet
from handslag.domain.council.rules.drafts import Came, MinuteDraft, TaskDraft
from handslag.domain.council.rules.words import Presence
from handslag.domain.organisations.models import Organisation
from handslag.web.forms import LockForm
from handslag.web.words.council import PRESENCES
from handslag.web.workspace import fields
from handslag.web.workspace.council.council_forms import offer, organisation


class SheetForm(LockForm):
    """What was said of an item, and what was decided."""

    text = fields.words(_("What was said"), rows=3)
    decision = fields.words(
        _("Decision"),
        help_text=_("Leave it empty if nothing was decided. It gets its number by itself."),
        rows=2,
    )

    def draft(self) -> MinuteDraft:
        return MinuteDraft(**self.cleaned_data)


class TaskForm(forms.Form):
    """One more task. Left empty it is none."""

    text = fields.words(_("What is to be done?"), rows=2)
    owner = organisation(_("Who does it?"))
    function = fields.line(_("Function"), max_length=120)
    due_on = fields.day(_("By when?"))

    def __init__(self, *args: Any, among: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "owner", among)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if self.has_changed():
            for name, sentence in (
                ("text", now_("Write what is to be done.")),
                ("owner", now_("Choose who does it.")),
                ("due_on", now_("Write by which day.")),
            ):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, sentence)
        return given

    def draft(self) -> TaskDraft | None:
        """The task, if there is one."""
        given = self.cleaned_data
        if not given.get("text"):
            return None
        return TaskDraft(
            text=given["text"],
            owner=given["owner"].pk,
            function=given["function"],
            due_on=given["due_on"],
        )


class CameForm(forms.Form):
    """Whether one seat was taken."""

    presence = fields.choice(
        _("Came"), [(one.value, name) for one, name in PRESENCES.items()]
    )
    replaced_by = fields.line(_("Replaced by, function"), max_length=120)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("presence") == Presence.REPLACED and not given.get("replaced_by"):
            self.add_error("replaced_by", now_("Write in which function they came."))
        return given


class GuestForm(forms.Form):
    """Somebody without a seat who came. Left empty it is nobody."""

    organisation = organisation(_("Organisation"))
    function = fields.line(_("Function"), max_length=120)

    def __init__(self, *args: Any, among: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "organisation", among)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("function") and not given.get("organisation"):
            self.add_error("organisation", now_("Choose where they come from."))
        if given.get("organisation") and not given.get("function"):
            self.add_error("function", now_("Write in which function they came."))
        return given


@dataclass(frozen=True, slots=True)
class Line:
    """An item on the page: its sheet, its tasks, and room for one more."""

    sheet: Sheet
    form: SheetForm
    task: TaskForm


@dataclass(frozen=True, slots=True)
class Fault:
    """One field with something wrong in it, for the summary at the top."""

    label: str
    auto_id: str
    errors: list[str]


class Book:
    """The whole page. To the summary of errors it looks like a form."""

    def __init__(
        self,
        meeting: Meeting,
        among: QuerySet[Organisation],
        typed: QueryDict | None = None,
    ) -> None:
        self.meeting = meeting
        self.lock = LockForm(typed, prefix="came", initial={"revision": meeting.revision})
        rows = meeting.attendances.select_related("seat", "organisation")
        self.came = [(row, _came(row, typed)) for row in rows]
        self.guest = GuestForm(typed, prefix="guest", among=among)
        self.lines = [_line(sheet, among, typed) for sheet in queries.sheets(meeting)]
        self.refusals: list[str] = []

    def is_valid(self) -> bool:
        # All of them are asked, so that each says what is wrong with it.
        return {form.is_valid() for _name, form in self._forms()} == {True}

    @property
    def is_bound(self) -> bool:
        return self.lock.is_bound

    @property
    def non_field_errors(self) -> list[str]:
        found = [
            f"{name}: {said}" if name else str(said)
            for name, form in self._forms()
            for said in form.non_field_errors()
        ]
        return [*self.refusals, *found]

    @property
    def errors(self) -> bool:
        return self.is_bound and (not self.is_valid() or bool(self.refusals))

    def _forms(self) -> Iterator[tuple[str, forms.Form]]:
        yield "", self.lock
        for row, form in self.came:
            yield row.function, form
        yield "", self.guest
        for line in self.lines:
            yield line.sheet.item.title, line.form
            yield line.sheet.item.title, line.task

    def __iter__(self) -> Iterator[Fault]:
        """Every field, named so that one finds it."""
        for name, form in self._forms():
            for field in form:
                label = f"{name}: {field.label}" if name else str(field.label)
                yield Fault(label, field.auto_id, list(map(str, field.errors)))

    @property
    def sentences(self) -> list[str]:
        """What is wrong, for a script that saves while someone types."""
        found = [f"{one.label}: {said}" for one in self for said in one.errors]
        return [*self.non_field_errors, *found]

    def attendance(self) -> list[Came]:
        """Who came, with the guest who was added."""
        found = [
            Came(
                row.seat_id,
                row.organisation_id,
                row.function,
                Presence(form.cleaned_data["presence"]),
                form.cleaned_data["replaced_by"],
            )
            for row, form in self.came
        ]
        guest = self.guest.cleaned_data
        if guest.get("organisation"):
            found.append(
                Came(None, guest["organisation"].pk, guest["function"], Presence.PRESENT)
            )
        return found

    @property
    def attendance_changed(self) -> bool:
        return any(form.has_changed() for _row, form in self.came) or self.has_guest

    @property
    def has_guest(self) -> bool:
        return bool(self.guest.cleaned_data.get("organisation"))

    def minutes(self) -> Mapping[int, MinuteDraft]:
        """What is written of each item, by its key."""
        return {line.sheet.item.pk: line.form.draft() for line in self.lines}

    def revisions(self, held: Mapping[int, int]) -> dict[str, int]:
        """The revisions that hold now, by the names of their fields."""
        return {
            line.form.add_prefix("revision"): held[line.sheet.item.pk]
            for line in self.lines
            if line.sheet.item.pk in held
        }


def _came(row: Attendance, typed: QueryDict | None) -> CameForm:
    of = row.seat.public_id.hex if row.seat else f"guest{row.position}"
    stands = {"presence": row.presence, "replaced_by": row.replaced_by}
    return CameForm(typed, prefix=f"c{of}", initial=stands)


def _line(sheet: Sheet, among: QuerySet[Organisation], typed: QueryDict | None) -> Line:
    key = sheet.item.public_id.hex
    minute = sheet.minute
    stands = {name: getattr(minute, name) for name in ("text", "decision", "revision")}
    return Line(
        sheet,
        SheetForm(typed, prefix=f"i{key}", initial=stands),
        TaskForm(typed, prefix=f"t{key}", among=among),
    )
