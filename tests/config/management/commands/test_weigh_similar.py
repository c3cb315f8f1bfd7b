"""What makes municipalities similar, said by the installation."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from handslag.domain.series.models import PeerWeight
from handslag.domain.series.rules import SeriesDraft, Source
from handslag.domain.series.services import make_series
from tests.make.compared import TASK


def weigh(series: str, weight: str) -> None:
    call_command("weigh_similar", series, weight, stdout=StringIO())


def test_a_series_weighs_what_is_said_and_nought_takes_it_away(db):
    make_series(TASK, SeriesDraft(Source.KOLADA, "N03702", "BRP", "kronor"))
    weigh("kolada:N03702", "0.5")
    weigh("kolada:N03702", "0.25")
    assert [float(one.weight) for one in PeerWeight.objects.all()] == [0.25]
    for wrong in ("-1", "100", "nan", "tung"):
        with pytest.raises(CommandError):
            weigh("kolada:N03702", wrong)
    with pytest.raises(CommandError):
        weigh("kolada:N00000", "1")
    weigh("kolada:N03702", "0.001")
    assert not PeerWeight.objects.exists()
