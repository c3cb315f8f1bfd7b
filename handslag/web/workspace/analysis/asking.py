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
from handslag.domain.analysis.models import PointFile
from handslag.domain.analysis.queries import (
    Analysed,
    analysed_by,
    chosen,
    earliest_known,
    point_files_of,
)
from handslag.domain.analysis.rules import TROUBLES, YEARS, Question, Way
from handslag.domain.incidents.rules import Top
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number
from handslag.web.words.analysis import SHORT, WAYS
from handslag.web.words.incidents import TOPS
from handslag.web.workspace import fields
from handslag.web.workspace.reports.sight import sight_of_any

NAMES = ("within", "kalla", "vad", "fran", "ar")
HEAVIEST = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, of whom, and from which month on the answer is whole. `file`: it is asked
    of a file's points and not of reports."""

    analysed: Analysed
    question: Question
    known_from: date | None  # nothing has been reported
    today: date
    form: forms.Form
    query: str
    weights: Mapping[Top, float] = field(default_factory=dict)
    file: PointFile | None = None

    @property
    def source(self) -> str:
        """Who counted."""
        if self.file is None:
            return _("Reports to the municipality")
        return f"{self.file.name}, {self.file.counted_by}"

    @property
    def covers(self) -> str:
        """What a file holds and does not, in the words of who read it in; else nothing."""
        return self.file.covers if self.file else ""

    @property
    def kind(self) -> str:
        """What is counted, as one says it of many."""
        if self.file is not None:
            named = [self.file.kinds[nr - 1] for nr in self.question.labels]
            return ": ".join([self.file.name, *filter(None, named)])
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
    kalla = fields.choice(gettext_lazy("In what"), [])
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
        self,
        *,
        homes: list[Analysed],
        files: list[PointFile],
        initial: dict[str, str],
        is_weighed: bool,
    ) -> None:
        super().__init__(initial=initial)
        self._offer(files, initial["kalla"])
        if is_weighed:
            del self.fields["vad"]
            self.fields |= {_weight_of(top): _weight_field(top) for top in TROUBLES}
        named = [(str(one.home.key), one.home.name) for one in homes]
        within = self.fields["within"]
        assert isinstance(within, forms.ChoiceField)  # noqa: S101 - declared above
        within.choices = named
        if len(named) < 2:  # noqa: PLR2004 - one is no choice
            del self.fields["within"]

    def _offer(self, files: list[PointFile], chosen: str) -> None:
        """Files beside the reports, and the kinds of the one that is chosen."""
        if not files:
            del self.fields["kalla"]
            return
        keys = {str(one.public_id): one for one in files}
        where, what = self.fields["kalla"], self.fields["vad"]
        assert isinstance(where, forms.ChoiceField)  # noqa: S101 - declared above
        where.choices = [
            ("", gettext_lazy("Reports to the municipality")),
            *((key, one.name) for key, one in keys.items()),
        ]
        if chosen in keys:
            assert isinstance(what, forms.ChoiceField)  # noqa: S101 - declared above
            kinds = enumerate(keys[chosen].kinds, 1)
            what.choices = [
                ("", gettext_lazy("All kinds")),
                *((str(nr), name) for nr, name in kinds if name),
            ]
            del self.fields["fran"]


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


def asked_by(
    request: WorkRequest, *, is_weighed: bool = False, of_files: bool = False
) -> Asked | None:
    """What cannot be read is taken as not said. None: there is nothing one may count.
    `is_weighed`: kinds are weighed against each other, and none is chosen. `of_files`:
    files of points can be asked too."""
    sight = sight_of_any(request)
    homes = analysed_by(sight)
    home = chosen(homes, request.GET.get("within", ""), sight.own)
    if home is None:
        return None
    may = of_files and not home.shared_only
    files = list(point_files_of(home.home.pk)) if may else []
    key = request.GET.get("kalla", "")
    file = next((one for one in files if str(one.public_id) == key), None)
    if file is not None:
        return _asked_of_file(home, homes, files, file, request.GET)
    return asked_of(
        home,
        homes,
        request.GET,
        today=request.today,
        is_weighed=is_weighed,
        files=files,
    )


def _asked_of_file(
    home: Analysed,
    homes: list[Analysed],
    files: list[PointFile],
    file: PointFile,
    given: Mapping[str, str],
) -> Asked:
    """As of the day after the last that the file covers."""
    kind = _among([str(nr) for nr in range(1, len(file.kinds) + 1)], given.get("vad", ""))
    years = 2 if given.get("ar") == "2" else YEARS[0]
    question = Question(
        area=home.area,
        years=years,
        source=file.source,
        labels=(int(kind),) if kind else (),
    )
    said = _said(home, kalla=str(file.public_id), vad=kind, ar=str(years))
    first = file.covers_from
    return Asked(
        analysed=home,
        question=question,
        known_from=first if first.day == 1 else months_after(first.replace(day=1), 1),
        today=file.ends,
        form=AskForm(homes=homes, files=files, initial=said, is_weighed=False),
        query=urlencode({name: said[name] for name in NAMES if said[name]}),
        file=file,
    )


def asked_of(
    home: Analysed,
    homes: list[Analysed],
    given: Mapping[str, str],
    *,
    today: date,
    is_weighed: bool = False,
    files: Iterable[PointFile] = (),
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
    said = _said(home, vad=top, fran=way, ar=str(years))
    weights = _weights(given)
    heavy = {_weight_of(kind): number(weights.get(kind, 1)) for kind in TROUBLES}
    changed = {_weight_of(kind): heavy[_weight_of(kind)] for kind in weights}
    return Asked(
        analysed=home,
        question=question,
        known_from=earliest_known(home.home.pk, today=today),
        today=today,
        form=AskForm(
            homes=homes, files=list(files), initial=said | heavy, is_weighed=is_weighed
        ),
        query=urlencode({name: said[name] for name in NAMES if said[name]} | changed),
        weights=weights,
    )


def _said(home: Analysed, **words: str) -> dict[str, str]:
    """What is asked, as the address has it."""
    return dict.fromkeys(NAMES, "") | {"within": str(home.home.key)} | words


def _among(known: Iterable[str], word: str) -> str:
    return word if word in set(known) else ""
