"""The form of one question: only the fields that its kind has."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorList
from django.http import QueryDict
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.rules import (
    Background,
    Condition,
    Question,
    QuestionKind,
    Questionnaire,
    said,
)
from handslag.domain.surveys.rules.answers import LONGEST as LONGEST_ANSWER
from handslag.domain.surveys.rules.words import CHOOSES
from handslag.web.forms import OVERTAKEN
from handslag.web.words import refusal
from handslag.web.words.surveys import BACKGROUNDS
from handslag.web.workspace import fields
from handslag.web.workspace.fields import Text
from handslag.web.workspace.promises.editor_forms import Fault
from handslag.web.workspace.surveys.forms import (
    LONGEST_TEXT,
    LONGEST_WORDS,
    Worded,
    worded,
)
from handslag.web.workspace.surveys.lines import LONGEST, Lines, of_options, of_rows
from handslag.web.workspace.surveys.said import numbered, text_of

# Kinds whose answers are kept by option, so that a question can hang on one of them.
CAN_BE_HUNG_ON = frozenset({QuestionKind.SINGLE, QuestionKind.SCALE, QuestionKind.MULTIPLE})
BACKGROUND_KINDS = frozenset({QuestionKind.SINGLE, QuestionKind.NUMBER})
MOST: Mapping[QuestionKind, Text] = {
    QuestionKind.NUMBER: _("Largest number"),
    QuestionKind.MULTIPLE: _("How many may be chosen, at most?"),
    QuestionKind.RANKING: _("How many are put in order, at most?"),
    QuestionKind.SHORT: _("How many characters, at most?"),
    QuestionKind.LONG: _("How many characters, at most?"),
    QuestionKind.PLACE: _("How many places, at most?"),
}
MOST_PLACES, FARTHEST = 5, 1_000_000_000


class QuestionForm(Worded):
    """What is asked, and of whom; the options stand beside it, as lines."""

    key = forms.SlugField(widget=forms.HiddenInput, max_length=40)
    kind = forms.ChoiceField(
        widget=forms.HiddenInput, choices=[(one.value, one.value) for one in QuestionKind]
    )
    section = forms.SlugField(widget=forms.HiddenInput, max_length=40)
    # The revision that the writer saw; nothing of a new question.
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(
        self,
        *args: Any,
        asked: Questionnaire,
        kind: QuestionKind,
        hangs_on: str,
        earlier: Sequence[Question],
        **kwargs: Any,
    ) -> None:
        self.languages, self.question_kind = asked.languages, kind
        super().__init__(*args, **kwargs)
        wanted = _("Write the question.")
        self.add_words("words", _("The question"), required=wanted, most=LONGEST_TEXT)
        self.add_words("help", _("Help under the question"), rows=1, most=LONGEST_WORDS)
        self._add_bounds()
        self.fields["is_required"] = fields.tick(
            _("Must be answered"),
            help_text=_("“I prefer not to answer” is then always one of the answers."),
        )
        if kind in BACKGROUND_KINDS:
            self.fields["background"] = fields.choice(
                _("Used to weigh the answers"),
                [("", _("No")), *((one.value, BACKGROUNDS[one]) for one in Background)],
            )
        self._add_condition(asked, earlier, hangs_on)
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")

    def _add_bounds(self) -> None:
        kind = self.question_kind
        if kind is QuestionKind.NUMBER:
            self.fields["least"] = _whole(_("Smallest number"), -FARTHEST, FARTHEST)
        if kind in MOST:
            least = -FARTHEST if kind is QuestionKind.NUMBER else 1
            most = {QuestionKind.PLACE: MOST_PLACES, **LONGEST_ANSWER}.get(kind, FARTHEST)
            self.fields["most"] = _whole(MOST[kind], least, most)
        if kind is QuestionKind.NUMBER:
            self.add_words("unit", _("Unit"), rows=1, most=LONGEST)

    def _add_condition(
        self, asked: Questionnaire, earlier: Sequence[Question], hangs_on: str
    ) -> None:
        if not earlier:
            return
        numbers = numbered(asked)
        self.fields["hangs_on"] = fields.choice(
            _("Of whom is it asked?"),
            [
                ("", _("Of everyone")),
                *(
                    (
                        one.key,
                        now_("Some of those asked question %(nr)s: %(text)s")
                        % {"nr": numbers[one.key], "text": text_of(one)},
                    )
                    for one in earlier
                ),
            ],
        )
        chosen = next((one for one in earlier if one.key == hangs_on), None)
        if chosen is not None:
            self.fields["answered"] = forms.MultipleChoiceField(
                label=_("Those who answered"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                choices=[(one.key, said(one.words, "sv")) for one in chosen.options],
            )

    @property
    def bounds(self) -> list[forms.BoundField]:
        return [self[one] for one in ("least", "most") if one in self.fields]

    @property
    def units(self) -> list[forms.BoundField]:
        return self.fields_of("unit")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        least, most = given.get("least"), given.get("most")
        if least is not None and most is not None and least > most:
            self.add_error("most", now_("The largest must not be less than the smallest."))
        if given.get("hangs_on") and not given.get("answered"):
            where = "answered" if "answered" in self.fields else "hangs_on"
            self.add_error(where, now_("Choose which answers lead to this question."))
        return given

    @property
    def condition(self) -> Condition | None:
        hangs_on = self.cleaned_data.get("hangs_on", "")
        if not hangs_on:
            return None
        return Condition(hangs_on, tuple(self.cleaned_data["answered"]))


def _whole(label: Text, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={"invalid": fields.A_WHOLE_NUMBER},
    )


class QuestionEditor:
    """The form and its lines, as one. To the summary of errors it looks like a form."""

    def __init__(
        self,
        asked: Questionnaire,
        question: Question,
        section: str,
        posted: QueryDict | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        self.asked, self.question = asked, question
        self.options = Lines("option", asked.languages, of_options(question.options))
        self.rows = Lines("row", asked.languages, of_rows(question.rows))
        if posted is not None:
            self.options.take_in(posted)
            self.rows.take_in(posted)
        initial = _initial(question, section, asked, is_new=is_new)
        hangs_on = posted.get("hangs_on", "") if posted is not None else initial["hangs_on"]
        self.form = QuestionForm(
            posted,
            asked=asked,
            kind=question.kind,
            hangs_on=hangs_on,
            earlier=_earlier(asked, question.key, section),
            initial=initial,
        )

    @property
    def has_options(self) -> bool:
        return self.question.kind in CHOOSES

    @property
    def has_rows(self) -> bool:
        return self.question.kind is QuestionKind.MATRIX

    def is_valid(self) -> bool:
        is_right = self.form.is_valid()
        for lines in (self.options, self.rows):
            if lines.is_too_long:
                said_long = now_("A line may be at most %(most)s characters.")
                self.form.add_error(None, said_long % {"most": LONGEST})
                is_right = False
        if self.options.has_two_others:
            self.form.add_error(None, now_("Only one answer can have a line to write on."))
            is_right = False
        return is_right

    def step(self, sent: str) -> None:
        """One of the buttons that add, move or take out a line."""
        prefix, _colon, rest = sent.partition(":")
        what, _colon, nr = rest.partition(":")
        lines = {"option": self.options, "row": self.rows}.get(prefix)
        if lines is not None:
            lines.step(what, int(nr) if nr.isdecimal() else -1)

    def unbound(self, posted: QueryDict) -> None:
        """Show what was typed again, without saying what is wrong with it yet."""
        typed = {name: posted.get(name, "") for name in self.form.fields}
        if "answered" in self.form.fields:
            typed["answered"] = posted.getlist("answered")  # type: ignore[assignment]
        typed["is_required"] = "is_required" in posted  # type: ignore[assignment]
        self.form.initial = typed
        self.form.is_bound = False

    @property
    def seen(self) -> int | None:
        seen: int | None = self.form.cleaned_data["seen"]
        return seen

    @property
    def made(self) -> Question:
        """The question as it was typed."""
        form, stored = self.form, self.question
        given = form.cleaned_data
        background = given.get("background")
        return Question(
            key=given["key"],
            kind=stored.kind,
            words=form.words_of("words", stored.words),
            help=form.words_of("help", stored.help),
            options=self.options.options(stored.options) if self.has_options else (),
            rows=self.rows.rows(stored.rows) if self.has_rows else (),
            is_required=given["is_required"],
            least=given.get("least"),
            most=given.get("most"),
            unit=form.words_of("unit", stored.unit) if "unit_sv" in given else {},
            shown_if=form.condition,
            background=Background(background) if background else None,
            bank=stored.bank,
            theme=stored.theme,
        )

    def refuse(self, error: NotAllowedError) -> None:
        self.form.add_error(None, refusal(error))

    def overtaken(self, now: Question | None) -> None:
        """Somebody was faster: what was typed stays, on top of theirs."""
        newer = QueryDict(mutable=True)
        newer.update(self.form.data)
        newer["seen"] = "" if now is None else str(now.revision)
        self.form.data = newer
        gone = now_("Somebody has removed this question. Save to put it back.")
        self.form.add_error(None, str(OVERTAKEN) if now else gone)

    @property
    def errors(self) -> bool:
        return bool(self.form.errors)

    @property
    def non_field_errors(self) -> list[str]:
        return [str(one) for one in self.form.non_field_errors()]

    def __iter__(self) -> Iterator[Fault]:
        for field in self.form:
            yield Fault(str(field.label), field.auto_id, ErrorList(field.errors))


def _earlier(asked: Questionnaire, key: str, section: str) -> list[Question]:
    """Questions that stand before this one and have answers to hang on."""
    found: list[Question] = []
    for part in asked.sections:
        for one in part.questions:
            if one.key == key:
                return found
            if one.kind in CAN_BE_HUNG_ON:
                found.append(one)
        if part.key == section and asked.question(key) is None:
            return found
    return found


def _initial(
    question: Question, section: str, asked: Questionnaire, *, is_new: bool
) -> dict[str, Any]:
    condition = question.shown_if
    return {
        "key": question.key,
        "kind": question.kind.value,
        "section": section,
        "seen": None if is_new else question.revision,
        **worded("words", question.words, asked.languages),
        **worded("help", question.help, asked.languages),
        **worded("unit", question.unit, asked.languages),
        "least": question.least,
        "most": question.most,
        "is_required": question.is_required,
        "background": question.background.value if question.background else "",
        "hangs_on": condition.question if condition else "",
        "answered": list(condition.options) if condition else [],
    }
