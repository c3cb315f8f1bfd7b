"""What is asked: in the address bar, chosen in a form that works without a script."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag.core.deadlines import months_after
from handslag.domain.analysis.queries import Analysed, analysed_by, chosen, earliest_known
from handslag.domain.analysis.rules import TROUBLES, YEARS, Question, Way
from handslag.domain.incidents.rules import Top
from handslag.web.requests import WorkRequest
from handslag.web.words.analysis import WAYS
from handslag.web.words.incidents import TOPS
from handslag.web.workspace import fields
from handslag.web.workspace.reports.sight import sight_of_any

NAMES = ("within", "vad", "fran", "ar")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, of whom, and from which month on the answer is whole."""

    analysed: Analysed
    question: Question
    known_from: date | None  # nothing has been reported
    today: date
    form: forms.Form
    query: str

    @property
    def kind(self) -> str:
        """What is counted, as one says it of many."""
        if len(self.question.tops) > 1:
            return _("reports of trouble")
        return _("reports of %(what)s") % {"what": str(TOPS[self.question.tops[0]]).lower()}

    @property
    def first(self) -> date:
        """The first day that is asked for and known."""
        asked = self.question.span(today=self.today)[0]
        return max(asked, self.known_from) if self.known_from else asked

    @property
    def period(self) -> str:
        """The whole months, in words."""
        last = months_after(self.today.replace(day=1), -1)
        return f"{date_words(self.first, 'F Y')}–{date_words(last, 'F Y')}"


class AskForm(forms.Form):
    """What is counted."""

    within = fields.choice(gettext_lazy("Municipality"), [])
    vad = fields.choice(
        gettext_lazy("What"),
        [
            ("", gettext_lazy("All that is trouble")),
            *((top.value, TOPS[top]) for top in TROUBLES),
        ],
    )
    fran = fields.choice(
        gettext_lazy("From whom"),
        [
            ("", gettext_lazy("From everyone")),
            *((way.value, word) for way, word in WAYS.items()),
        ],
    )
    ar = fields.choice(
        gettext_lazy("How long back"),
        [
            ("1", gettext_lazy("The last twelve months")),
            ("2", gettext_lazy("The last two years")),
        ],
    )

    def __init__(self, *, homes: list[Analysed], initial: dict[str, str]) -> None:
        super().__init__(initial=initial)
        named = [(str(one.home.key), one.home.name) for one in homes]
        field = self.fields["within"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = named
        if len(named) < 2:  # noqa: PLR2004 - one is no choice
            del self.fields["within"]


def asked_by(request: WorkRequest) -> Asked | None:
    """What cannot be read is taken as not said. None: there is nothing one may count."""
    sight = sight_of_any(request)
    homes = analysed_by(sight)
    home = chosen(homes, request.GET.get("within", ""), sight.own)
    if home is None:
        return None
    return asked_of(home, homes, request.GET, today=request.today)


def asked_of(
    home: Analysed, homes: list[Analysed], given: Mapping[str, str], *, today: date
) -> Asked:
    """The question that was asked of one municipality, among those one may choose."""
    top = given.get("vad", "") if given.get("vad", "") in set(TROUBLES) else ""
    way = given.get("fran", "") if given.get("fran", "") in set(Way) else ""
    years = 2 if given.get("ar") == "2" else YEARS[0]
    question = Question(
        area=home.area,
        tops=(Top(top),) if top else TROUBLES,
        ways=(Way(way),) if way else tuple(Way),
        years=years,
        shared_only=home.shared_only,
    )
    said = {"within": str(home.home.key), "vad": top, "fran": way, "ar": str(years)}
    return Asked(
        analysed=home,
        question=question,
        known_from=earliest_known(home.home.pk, today=today),
        today=today,
        form=AskForm(homes=homes, initial=said),
        query=urlencode({name: said[name] for name in NAMES if said[name]}),
    )
