"""What the page of reports against surveys says."""

from datetime import date

import pytest

from handslag.domain.analysis.figures.against import Against, Counted, Waves
from handslag.domain.analysis.rules.against import Together
from handslag.domain.surveys.published.awareness import Knowing
from handslag.statistics.verdicts import Measured
from handslag.web.workspace.analysis import against as page

HERE = "/arbete/analys/mot-enkaten/"


def knowing(year: int, share: float) -> Knowing:
    ended = date(year, 11, 2)
    return Knowing("s", "S", ended, share, 0.1, 0.2, 900, 2000, 900, is_example=True)


FOUND = Against(
    2,
    Waves(knowing(2024, 0.16), knowing(2025, 0.14), (-0.02, -0.05, 0.01), is_certain=False),
    Counted(12, 100, 150, Measured(1.5, 1.2, 1.9, 0.95, 250, "mid-p")),
    Together.REPORT,
)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Together.REPORT, "Fler anmäler."),
        (Together.DARK, "Färre anmäler trots att fler uppger sig utsatta."),
        (Together.WORSE, "Båda har ökat"),
        (Together.SAFER, "Båda har minskat"),
        (Together.FEWER, "Det kan vara färre som rapporterar."),
        (Together.ASKED, "Enkäten visar en förändring, men inte rapporterna"),
        (Together.NONE, "Ingen av dem har ändrats"),
    ],
)
def test_each_case_has_its_sentence_and_the_figures(
    at_work, two_years, monkeypatch, said, words
):
    found = Against(FOUND.asked, FOUND.waves, FOUND.counted, said)
    monkeypatch.setattr(page, "against", lambda *asked, **more: found)
    text = at_work.get(HERE).content.decode().replace("\xa0", " ")
    assert words in text
    assert "150 rapporter under de 12 månaderna före enkäten, mot 100" in text
    assert "Utsatta: 14 %, mot 16 %." in text
    assert "Förändringen ligger mellan −5 och 1 procentenheter." in text


def test_a_share_of_nought_has_no_ratio(at_work, two_years, monkeypatch):
    waves = Waves(
        knowing(2024, 0.0), knowing(2025, 0.05), (0.05, 0.01, 0.09), is_certain=True
    )
    found = Against(2, waves, FOUND.counted, Together.WORSE)
    monkeypatch.setattr(page, "against", lambda *asked, **more: found)
    assert "Båda har ökat" in at_work.get(HERE).content.decode()


def test_without_surveys_it_says_what_is_missing(at_work, two_years):
    text = at_work.get(HERE).content.decode()
    assert "Det går inte att säga: ingen publicerad enkät" in text
    assert "Frågan finns i frågebanken" in text
