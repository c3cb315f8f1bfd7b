from django.utils.translation import override

from handslag.statistics.effects.displacement import wdd
from handslag.statistics.effects.ratios import ratio_of_ratios
from handslag.web.words.methods import counted


def test_the_box_says_how_in_the_language_of_the_page():
    with override("sv"):
        box = counted(ratio_of_ratios(9, 9, 9, 9).method, n=36, period="2025")
        assert str(box.method).startswith("Förändringen där något gjordes")
        assert (box.n, box.period, box.source) == (36, "2025", "")
        assert counted(wdd((9, 9), (9, 9)).method).method
        assert counted("no such way").method == ""
