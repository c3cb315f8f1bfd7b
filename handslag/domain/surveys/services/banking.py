"""Questions are taken from the bank, many at once."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from handslag.core.access import Actor
from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.queries.sampling import areas_of
from handslag.domain.surveys.rules import Questionnaire
from handslag.domain.surveys.rules.bank import bank, begun_from, taken, with_areas
from handslag.domain.surveys.services.drafting import rewritten


@transaction.atomic
def take_from_bank(
    actor: Actor, survey: Survey, section: str, codes: Sequence[str]
) -> Survey:
    """Ask these questions of the bank as well, last in a section. Those that are asked
    already are not asked twice."""

    def more(asked: Questionnaire) -> Questionnaire:
        if all(one.key != section for one in asked.sections):
            raise NotAllowedError("surveys.unknown_section")
        areas = areas_of(survey)
        found = tuple(with_areas(one, areas) for one in taken(asked, codes))
        if not found:
            raise NotAllowedError("surveys.nothing_taken")
        return replace(
            asked,
            sections=tuple(
                replace(one, questions=one.questions + found) if one.key == section else one
                for one in asked.sections
            ),
        )

    return rewritten(actor, survey, more, "surveys.taken_from_bank")


@transaction.atomic
def begin_from(actor: Actor, survey: Survey, ready: str) -> Survey:
    """Begin with a whole questionnaire, in a survey that asks nothing yet."""

    def whole(asked: Questionnaire) -> Questionnaire:
        chosen = next((one for one in bank().ready if one.code == ready), None)
        if chosen is None or any(asked.questions()):
            raise NotAllowedError("surveys.asks_something_already")
        areas = areas_of(survey)
        begun = begun_from(chosen, asked)
        return replace(
            begun,
            sections=tuple(
                replace(
                    one, questions=tuple(with_areas(each, areas) for each in one.questions)
                )
                for one in begun.sections
            ),
        )

    return rewritten(actor, survey, whole, "surveys.begun_from_bank")
