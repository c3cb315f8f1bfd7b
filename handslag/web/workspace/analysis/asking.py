"""What is asked: in the address bar, chosen in a form that works without a script."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.analysis import SHORT, WAYS
from handslag.web.words.incidents import TOPS
from handslag.web.workspace import fields
from handslag.web.workspace.reports.sight import sight_of_any

NAMES = ("within", "vad", "fran", "ar")
HEAVIEST = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, of whom, and from which month on the answer is whole."""

    analysed: Analysed
    question: Question
    known_from: date | None  # nothing has been reported
    today: date
    form: forms.Form
    query: str
    weights: Mapping[Top, float] = field(default_factory=dict)

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

    def __init__(
        self, *, homes: list[Analysed], initial: dict[str, str], is_weighed: bool
    ) -> None:
        super().__init__(initial=initial)
        if is_weighed:
            del self.fields["vad"]
            self.fields |= {_weight_of(top): _weight_field(top) for top in TROUBLES}
        named = [(str(one.home.key), one.home.name) for one in homes]
        within = self.fields["within"]
        assert isinstance(within, forms.ChoiceField)  # noqa: S101 - declared above
        within.choices = named
        if len(named) < 2:  # noqa: PLR2004 - one is no choice
            del self.fields["within"]


def _weight_of(top: Top) -> str:
    """How the weight of a kind is called in the address."""
    return f"vikt-{top.value}"


def _weight_field(top: Top) -> forms.Field:
    attrs = {"class": "short", "inputmode": "decimal"}
    name = gettext_lazy("Weight of %(what)s") % {"what": SHORT[top]}
    return forms.CharField(label=name, widget=forms.TextInput(attrs=attrs))


def _weights(given: Mapping[str, str]) -> dict[Top, float]:
    """Those that are said and not one."""
    found = {}
    for top in TROUBLES:
        try:
            said = given.get(_weight_of(top), "1").replace(",", ".")
            weight = round(float(said), 2)
        except ValueError:
            continue
        if 0 <= weight <= HEAVIEST and weight != 1:
            found[top] = weight
    return found


def asked_by(request: WorkRequest, *, is_weighed: bool = False) -> Asked | None:
    """What cannot be read is taken as not said. None: there is nothing one may count.
    `is_weighed`: kinds are weighed against each other, and none is chosen."""
    sight = sight_of_any(request)
    homes = analysed_by(sight)
    home = chosen(homes, request.GET.get("within", ""), sight.own)
    if home is None:
        return None
    return asked_of(home, homes, request.GET, today=request.today, is_weighed=is_weighed)


def asked_of(
    home: Analysed,
    homes: list[Analysed],
    given: Mapping[str, str],
    *,
    today: date,
    is_weighed: bool = False,
) -> Asked:
    """The question that was asked of one municipality, among those one may choose."""
    top = "" if is_weighed else _among(TROUBLES, given.get("vad", ""))
    way = _among(Way, given.get("fran", ""))
    years = 2 if given.get("ar") == "2" else YEARS[0]
    question = Question(
        area=home.area,
        tops=(Top(top),) if top else TROUBLES,
        ways=(Way(way),) if way else tuple(Way),
        years=years,
        shared_only=home.shared_only,
    )
    said = {"within": str(home.home.key), "vad": top, "fran": way, "ar": str(years)}
    weights = _weights(given)
    heavy = {_weight_of(kind): number(weights.get(kind, 1)) for kind in TROUBLES}
    changed = {_weight_of(kind): heavy[_weight_of(kind)] for kind in weights}
    return Asked(
        analysed=home,
        question=question,
        known_from=earliest_known(home.home.pk, today=today),
        today=today,
        form=AskForm(homes=homes, initial=said | heavy, is_weighed=is_weighed),
        query=urlencode({name: said[name] for name in NAMES if said[name]} | changed),
        weights=weights,
    )


def _among(known: Iterable[str], word: str) -> str:
    return word if word in set(known) else ""
