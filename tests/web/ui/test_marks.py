"""Thirteen verdicts that nobody can mix up."""

from django.utils.translation import override

from handslag.web.ui.marks import HANDSHAKE, SURENESS, VERDICTS, WAYS

CODES = {
    *("kept", "exceeded", "partly", "ongoing", "not_kept", "with_reservation"),
    *("cancelled", "postponed", "not_triggered", "not_begun"),
    *("disputed", "not_reported", "unknown"),
}


def test_every_verdict_of_the_field_has_a_mark():
    assert set(VERDICTS) == CODES


def test_no_two_verdicts_share_a_word_or_a_shape():
    for language in ("sv", "en"):
        with override(language):
            assert len({str(one.word) for one in VERDICTS.values()}) == len(CODES)
    assert len({one.shape for one in VERDICTS.values()}) == len(CODES)


def test_the_words_are_those_of_the_field():
    with override("sv"):
        assert str(VERDICTS["kept"].word) == "Hållet"
        assert str(VERDICTS["disputed"].word) == "Parterna redovisar olika"
        assert str(VERDICTS["unknown"].word) == "Underlaget säger inget"


def test_the_stroke_of_whoever_promises_is_lit():
    assert 'class="k"' in HANDSHAKE["municipality"]
    assert 'class="p"' not in HANDSHAKE["municipality"]
    assert 'class="p"' in HANDSHAKE["police"]
    assert 'class="k"' not in HANDSHAKE["police"]
    assert "off" not in HANDSHAKE["together"]
    assert 'class="o"' in HANDSHAKE["others"]


def test_no_two_signs_share_a_shape():
    assert len({*WAYS.values(), *SURENESS.values()}) == len(WAYS) + len(SURENESS)


def test_the_surer_the_more_steps_are_filled():
    filled = [SURENESS[level].count('class="f"') for level in ("low", "medium", "high")]
    assert filled == [1, 2, 3]
