"""The sentences of a first plan, in the writer's language."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.plans.rules.template import Sentences
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind


def sentences() -> Sentences:
    """What a first goal and a first measure say. One query."""
    return Sentences(
        reach=_("Less of this: %(problem)s"),
        hold=_("No more than now of this: %(problem)s"),
        indicator=_("Reported events: %(problem)s"),
        unit=_("events a year"),
        level=_("as in the picture"),
        why_down=_("Fewer events mean that fewer are exposed."),
        without_cause=_("Measure against: %(problem)s"),
        activities=terms(Kind.ACTIVITY, get_language() or "sv"),
    )
