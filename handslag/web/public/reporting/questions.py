"""What each step asks, and the kinds to choose among."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from handslag.domain.incidents.published import ReportKind
from handslag.domain.incidents.rules import Top
from handslag.web.public.reporting.forms import Step
from handslag.web.public.reporting.walk import Walk
from handslag.web.words.incidents import TOPS

# Places first, safe ones too: that is what residents know best.
_ORDER = (Top.UNSAFE_PLACE, Top.SAFE_PLACE, Top.DAMAGE, Top.GATHERING, Top.DISORDER)


@dataclass(frozen=True, slots=True)
class Option:
    """One kind to choose."""

    code: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds that belong together."""

    name: str
    options: tuple[Option, ...]


def question_of(step: Step, walk: Walk) -> str:
    """The heading of a step."""
    return {
        Step.WHERE: _("Where is it?"),
        Step.SAME: _("Is it something of this?"),
        Step.WHAT: _("What is it about?"),
        Step.WHY: _why(walk),
        Step.WHEN: _("When is it so?"),
        Step.CONTACT: _("Do you want to hear by e-mail what happens?"),
        Step.PREVIEW: _("This is what will be stored"),
    }[step]


def kind_of(walk: Walk) -> ReportKind | None:
    """The kind that was chosen."""
    return next((one for one in walk.desk.kinds if one.code == walk.said("kind")), None)


def name_of(kind: ReportKind, language: str) -> str:
    return kind.en if language == "en" else kind.sv


def groups_of(walk: Walk, language: str) -> list[Group]:
    """The kinds in their groups; one that stands alone is a group of its own."""
    chosen = walk.said("kind")
    tops = [one.top for one in walk.desk.kinds]
    order = [*_ORDER, *(top for top in dict.fromkeys(tops) if top not in _ORDER)]
    return [
        Group(
            str(TOPS[top]),
            tuple(
                Option(one.code, name_of(one, language), one.code == chosen)
                for one in walk.desk.kinds
                if one.top == top
            ),
        )
        for top in order
        if top in tops
    ]


def _why(walk: Walk) -> str:
    kind = kind_of(walk)
    if kind is not None and kind.top is Top.SAFE_PLACE:
        return _("What makes the place safe?")
    if kind is not None and kind.top is Top.UNSAFE_PLACE:
        return _("What makes the place unsafe?")
    return _("What happens, or has happened?")
