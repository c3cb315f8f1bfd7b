"""Writing a survey: everything that is done before the first answer."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import (
    ChangedMeanwhileError,
    NotAllowedError,
    same_revision,
)
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.queries import draft_of
from handslag.domain.surveys.rules import (
    Question,
    Questionnaire,
    Section,
    Selection,
    SurveyState,
    Words,
)
from handslag.domain.surveys.rules.documents import read, written
from handslag.domain.voices import services as voices
from handslag.domain.voices.rules import OccasionDraft, Way


@dataclass(frozen=True, slots=True)
class SurveyDraft:
    """What one says of a survey before its questions."""

    title: str
    opens_on: date
    closes_on: date
    selection: Selection
    is_example: bool = False  # made up for a demonstration

    @property
    def occasion(self) -> OccasionDraft:
        return OccasionDraft(
            Way.SURVEY,
            self.title,
            self.opens_on,
            self.closes_on,
            is_example=self.is_example,
        )


def new_key() -> str:
    """The identity of a new question, option, row or section."""
    return secrets.token_hex(4)


@transaction.atomic
def plan_survey(
    actor: Actor, home: Organisation, draft: SurveyDraft, *, now: datetime
) -> Survey:
    """Begin a survey with no questions."""
    require(actor, Act.LISTEN, in_any_of=frozenset({home.pk}))
    empty = Questionnaire(sections=(Section(new_key(), {}),))
    return _begun(actor, home, draft, empty, now=now)


@transaction.atomic
def next_wave(actor: Actor, survey: Survey, draft: SurveyDraft, *, now: datetime) -> Survey:
    """Begin the wave after this one: the same questions, with the same identity."""
    require(actor, Act.LISTEN, in_any_of=frozenset({survey.home_id}))
    if survey.state == SurveyState.DRAFT:
        raise NotAllowedError("surveys.not_opened_yet")
    asked = read(survey.document)
    return _begun(actor, survey.home, draft, asked, now=now, follows=survey)


def _begun(
    actor: Actor,
    home: Organisation,
    draft: SurveyDraft,
    asked: Questionnaire,
    *,
    now: datetime,
    follows: Survey | None = None,
) -> Survey:
    occasion = voices.plan_occasion(actor, home, draft.occasion, now=now)
    row = Survey.objects.create(
        occasion=occasion,
        home=home,
        follows=follows,
        selection=draft.selection,
        opens_on=draft.opens_on,
        closes_on=draft.closes_on,
        document=written(asked),
    )
    record(actor, "surveys.planned", row, on_behalf=home.pk)
    return row


@transaction.atomic
def change_survey(
    actor: Actor, survey: Survey, draft: SurveyDraft, *, revision: int, now: datetime
) -> Survey:
    """Another title, other days, another way of choosing people."""
    row = draft_of(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    same_revision(revision, row.revision)
    occasion = row.occasion
    voices.change_occasion(
        actor, occasion, draft.occasion, revision=occasion.revision, now=now
    )
    row.selection = draft.selection
    row.opens_on, row.closes_on = draft.opens_on, draft.closes_on
    row.revision += 1
    row.save(update_fields=["selection", "opens_on", "closes_on", "revision"])
    record(actor, "surveys.changed", row, on_behalf=row.home_id)
    return row


@transaction.atomic
def save_frame(
    actor: Actor,
    survey: Survey,
    *,
    languages: Sequence[str],
    intro: Words,
    thanks: Words,
    revision: int,
) -> Survey:
    """What is said before and after the questions, and in which languages."""

    def framed(asked: Questionnaire) -> Questionnaire:
        return replace(
            asked, languages=tuple(languages) or ("sv",), intro=intro, thanks=thanks
        )

    return rewritten(actor, survey, framed, "surveys.framed", revision=revision)


@transaction.atomic
def save_question(
    actor: Actor, survey: Survey, section: str, question: Question, *, seen: int | None
) -> Survey:
    """Add a question, or put it in the place of the one with its key.

    `seen`: the revision of the question the writer saw; None for a new one. Two people
    may write different questions at the same time.
    """

    def put(asked: Questionnaire) -> Questionnaire:
        there = asked.question(question.key)
        same_revision(-1 if seen is None else seen, there.revision if there else -1)
        kept = replace(question, revision=there.revision + 1 if there else 0)
        return _with(asked, section, kept, is_new=there is None)

    return rewritten(actor, survey, put, "surveys.question_saved")


@transaction.atomic
def remove_question(actor: Actor, survey: Survey, key: str) -> Survey:
    """Ask no longer. What hangs on its answer must be mended first."""

    def without(asked: Questionnaire) -> Questionnaire:
        hanging = [
            one
            for one in asked.questions()
            if one.shown_if is not None and one.shown_if.question == key
        ]
        if hanging:
            raise NotAllowedError("surveys.others_hang_on_it")
        return _sections(asked, lambda one: None if one.key == key else one)

    return rewritten(actor, survey, without, "surveys.question_removed")


@transaction.atomic
def order(
    actor: Actor,
    survey: Survey,
    layout: Sequence[tuple[str, Sequence[str]]],
    *,
    revision: int,
) -> Survey:
    """Put them in this order: keys of sections, each with those of its questions."""

    def ordered(asked: Questionnaire) -> Questionnaire:
        known = {one.key: one for one in asked.questions()}
        sections = {one.key: one for one in asked.sections}
        keys = [key for _, questions in layout for key in questions]
        named = [key for key, _ in layout]
        if sorted(keys) != sorted(known) or sorted(named) != sorted(sections):
            raise NotAllowedError("surveys.order_leaves_something_out")
        return replace(
            asked,
            sections=tuple(
                replace(sections[key], questions=tuple(known[one] for one in questions))
                for key, questions in layout
            ),
        )

    return rewritten(actor, survey, ordered, "surveys.ordered", revision=revision)


@transaction.atomic
def save_section(
    actor: Actor,
    survey: Survey,
    key: str,
    *,
    words: Words,
    help_: Words,
    seen: str | None = None,
) -> Survey:
    """Name a section, or add one at the end. `seen`: the mark of the one the writer saw."""

    def put(asked: Questionnaire) -> Questionnaire:
        there = next((one for one in asked.sections if one.key == key), None)
        if seen is not None and (there is None or there.mark != seen):
            raise ChangedMeanwhileError
        if there is None:
            return replace(asked, sections=(*asked.sections, Section(key, words, help_)))
        return replace(
            asked,
            sections=tuple(
                replace(one, words=words, help=help_) if one.key == key else one
                for one in asked.sections
            ),
        )

    return rewritten(actor, survey, put, "surveys.section_saved")


@transaction.atomic
def remove_section(actor: Actor, survey: Survey, key: str) -> Survey:
    """Take away a section that has no questions left. One always remains."""

    def without(asked: Questionnaire) -> Questionnaire:
        left = tuple(one for one in asked.sections if one.key != key or one.questions)
        if len(left) in (0, len(asked.sections)):
            raise NotAllowedError("surveys.section_is_needed")
        return replace(asked, sections=left)

    return rewritten(actor, survey, without, "surveys.section_removed")


@transaction.atomic
def set_quotas(
    actor: Actor, survey: Survey, quotas: Sequence[dict[str, Any]], *, revision: int
) -> Survey:
    """How many of each kind are wanted: question, option, most. Counted when answers are
    opened and never before, so that a number says nothing of the last who answered."""
    row = draft_of(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    same_revision(revision, row.revision)
    asked = read(row.document)
    for one in quotas:
        question = asked.question(str(one["question"]))
        if question is None or one["option"] not in {o.key for o in question.options}:
            raise NotAllowedError("surveys.unknown_option")
    row.quotas = list(quotas)
    row.revision += 1
    row.save(update_fields=["quotas", "revision"])
    record(actor, "surveys.quotas_set", row, on_behalf=row.home_id, quotas=len(row.quotas))
    return row


def rewritten(
    actor: Actor,
    survey: Survey,
    change: Callable[[Questionnaire], Questionnaire],
    action: str,
    *,
    revision: int | None = None,
) -> Survey:
    """The survey with its questionnaire changed under a lock."""
    row = draft_of(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    if revision is not None:
        same_revision(revision, row.revision)
    row.document = written(change(read(row.document)))
    row.revision += 1
    row.save(update_fields=["document", "revision"])
    record(actor, action, row, on_behalf=row.home_id)
    return row


def _with(
    asked: Questionnaire, section: str, question: Question, *, is_new: bool
) -> Questionnaire:
    if not is_new:
        return _sections(asked, lambda one: question if one.key == question.key else one)
    if all(one.key != section for one in asked.sections):
        raise NotAllowedError("surveys.unknown_section")
    return replace(
        asked,
        sections=tuple(
            replace(one, questions=(*one.questions, question))
            if one.key == section
            else one
            for one in asked.sections
        ),
    )


def _sections(
    asked: Questionnaire, change: Callable[[Question], Question | None]
) -> Questionnaire:
    return replace(
        asked,
        sections=tuple(
            replace(
                section,
                questions=tuple(
                    kept for one in section.questions if (kept := change(one)) is not None
                ),
            )
            for section in asked.sections
        ),
    )
