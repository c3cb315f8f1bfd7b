"""What is compared: year, per how many, how many similar ones and by what, all of it in the
address, so that nobody has to guess what stands behind a comparison."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from handslag.domain.series.figures import Comparison, Feature, Wanted
from handslag.domain.series.models import Series
from handslag.domain.series.rules import PER
from handslag.domain.series.rules.peers import FEWEST_PEERS, HEAVIEST, MOST_PEERS, PEERS
from handslag.web.ui.templatetags.ui import number
from handslag.web.workspace import fields

_WEIGHT = "vikt-"


def wanted_by(given: Mapping[str, str]) -> Wanted:
    """What cannot be read is taken as not said."""
    weights = {
        key: weight
        for name, said in given.items()
        if name.startswith(_WEIGHT)
        for key in _key(name.removeprefix(_WEIGHT))
        for weight in _weight(said)
    }
    weights |= dict.fromkeys(_key(given.get("med", "")), 1.0)
    peers = _whole(given.get("antal", "")) or PEERS
    return Wanted(
        year=_whole(given.get("ar", "")),
        per=_whole(given.get("per", "")),
        peers=min(max(peers, FEWEST_PEERS), MOST_PEERS),
        weights=weights,
    )


def _key(said: str) -> list[UUID]:
    try:
        return [UUID(said)]
    except ValueError:
        return []


def _weight(said: str) -> list[float]:
    try:
        weight = round(float(said.replace(",", ".")), 2)
    except ValueError:
        return []
    return [weight] if 0 <= weight <= HEAVIEST else []


def _whole(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0  # noqa: PLR2004


class CompareForm(forms.Form):
    """What is compared."""

    ar = fields.choice(_("Year"), [])
    per = fields.choice(
        _("Per how many inhabitants"), [(str(one), number(one)) for one in PER[1:]]
    )
    antal = forms.CharField(
        label=_("How many similar municipalities"),
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )

    def __init__(self, found: Comparison, wanted: Wanted) -> None:
        said = {"ar": found.year, "per": found.per, "antal": wanted.peers}
        super().__init__(initial=said)
        self._choose("ar", [(str(one), str(one)) for one in found.years])
        if not found.per:
            del self.fields["per"]
        for feature in found.features:
            self._weigh(feature)
        if found.alike.addable:
            self._add(found.alike.addable)

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices

    def _weigh(self, feature: Feature) -> None:
        name = f"{_WEIGHT}{feature.series.public_id}"
        attrs = {"class": "short", "inputmode": "decimal"}
        label = _("Weight of %(what)s") % {"what": feature.series.name}
        widget = forms.TextInput(attrs=attrs)
        self.fields[name] = forms.CharField(label=label, widget=widget)
        self.initial[name] = number(feature.weight)

    def _add(self, addable: Sequence[Series]) -> None:
        choices = [(str(one.public_id), one.name) for one in addable]
        self.fields["med"] = fields.choice(
            _("Look at one thing more"), [("", _("Nothing more")), *choices]
        )
