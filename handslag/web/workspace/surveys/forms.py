"""The forms around the questions: its days, and words in many languages."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Selection, Words
from handslag.domain.surveys.rules.languages import FIRST, LANGUAGES, direction, in_order
from handslag.domain.surveys.services import SurveyDraft
from handslag.domain.voices.rules.drafts import LONGEST_TITLE
from handslag.web.forms import LockForm
from handslag.web.words.surveys import SELECTIONS
from handslag.web.workspace import fields
from handslag.web.workspace.fields import Text

LONGEST_TEXT, LONGEST_WORDS = 500, 4000


class PlanForm(forms.Form):
    """What one says of a survey before its questions."""

    title = fields.line(
        _("Title"),
        required=_("Write what the survey is called."),
        help_text=_("As those who answer will read it, for example: Safety survey 2026."),
        max_length=LONGEST_TITLE,
    )
    opens_on = fields.day(_("First day"), required=_("Choose the first day."))
    closes_on = fields.day(_("Last day"), required=_("Choose the last day."))
    selection = fields.choice(
        _("Who is asked?"),
        [(one.value, SELECTIONS[one]) for one in Selection],
        required=_("Choose who is asked."),
        radio=True,
        help_text=_("Only a random sample says anything about those who did not answer."),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("opens_on"), given.get("closes_on")
        if first and last and last < first:
            self.add_error(
                "closes_on", now_("The last day must not come before the first.")
            )
        return given

    @property
    def draft(self) -> SurveyDraft:
        given = self.cleaned_data
        return SurveyDraft(
            given["title"],
            given["opens_on"],
            given["closes_on"],
            Selection(given["selection"]),
        )


class ChangeForm(LockForm, PlanForm):
    """The same, of a survey that is there already."""


def initial_of(survey: Survey) -> dict[str, object]:
    """What a survey says now, as the form shows it."""
    return {
        "title": survey.occasion.title,
        "opens_on": survey.opens_on,
        "closes_on": survey.closes_on,
        "selection": survey.selection,
        "revision": survey.revision,
    }


class Worded(forms.Form):
    """A form with texts that are written in each language of the survey."""

    languages: tuple[str, ...]

    def add_words(
        self, name: str, label: Text, *, required: Text = "", rows: int = 2, most: int
    ) -> None:
        """One field for each language, the first one being Swedish."""
        for language in self.languages:
            field = fields.words(
                _named(label, language, self.languages),
                required=required if language == FIRST else "",
                rows=rows,
                max_length=most,
            )
            field.widget.attrs |= {"lang": language, "dir": direction(language)}
            self.fields[f"{name}_{language}"] = field

    def words_of(self, name: str, stored: Words | None = None) -> dict[str, str]:
        """What was written, by language; what is not in the form stays as it was."""
        typed = {
            one: self.cleaned_data.get(f"{name}_{one}", "").strip()
            for one in self.languages
        }
        kept = {**(stored or {}), **typed}
        return {language: text for language, text in kept.items() if text}

    def fields_of(self, name: str) -> list[forms.BoundField]:
        """The fields of one text, a language each."""
        names = [f"{name}_{language}" for language in self.languages]
        return [self[one] for one in names if one in self.fields]

    @property
    def wordings(self) -> list[forms.BoundField]:
        return self.fields_of("words")

    @property
    def helps(self) -> list[forms.BoundField]:
        return self.fields_of("help")


def _named(label: Text, language: str, languages: tuple[str, ...]) -> Text:
    if len(languages) == 1:
        return label
    return f"{label} – {LANGUAGES[language]}"


def worded(name: str, words: Words, languages: Iterable[str]) -> dict[str, str]:
    """A text in several languages, as the initial values of its fields."""
    return {f"{name}_{one}": words.get(one, "") for one in languages}


class FrameForm(LockForm, Worded):
    """What is said before and after the questions, and in which languages."""

    chosen = forms.MultipleChoiceField(
        label=_("Languages"),
        help_text=_(
            "Swedish is always one. Texts of a language that you take away are kept,"
            " in case you want it back."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(code, name) for code, name in LANGUAGES.items() if code != FIRST],
    )

    def __init__(self, *args: Any, languages: tuple[str, ...], **kwargs: Any) -> None:
        self.languages = languages
        super().__init__(*args, **kwargs)
        self.add_words("intro", _("Before the questions"), rows=6, most=LONGEST_WORDS)
        self.add_words("thanks", _("After the answer"), rows=3, most=LONGEST_WORDS)
        for field in self.fields.values():
            field.widget.attrs.setdefault("autocomplete", "off")

    @property
    def intros(self) -> list[forms.BoundField]:
        return self.fields_of("intro")

    @property
    def endings(self) -> list[forms.BoundField]:
        return self.fields_of("thanks")

    @property
    def wanted(self) -> tuple[str, ...]:
        return in_order([FIRST, *self.cleaned_data["chosen"]])


class SectionForm(Worded):
    """What stands above the questions of one page. `seen`: what the writer saw there."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    def __init__(self, *args: Any, languages: tuple[str, ...], **kwargs: Any) -> None:
        self.languages = languages
        super().__init__(*args, **kwargs)
        said = _("Write what the section is about.")
        self.add_words("words", _("Heading"), required=said, rows=1, most=LONGEST_TEXT)
        self.add_words("help", _("A few words below it"), rows=3, most=LONGEST_WORDS)


class UntilForm(forms.Form):
    """A later last day."""

    closes_on = fields.day(
        _("New last day"), required=_("Choose a day after the one that was said.")
    )


def stored_words(words: Mapping[str, Words]) -> dict[str, str]:
    """Texts with their languages as one flat table: name_language → text."""
    return {
        f"{name}_{language}": text
        for name, texts in words.items()
        for language, text in texts.items()
    }
