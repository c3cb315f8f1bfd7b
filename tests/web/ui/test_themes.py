"""Everyone can read what we show, in light and in dark."""

import re

import pytest

from handslag.web.ui.themes import (
    DARK,
    LIGHT,
    TOKENS_FILE,
    Theme,
    contrast,
    shortcomings,
    stylesheet,
    tokens,
)

STYLES = sorted(TOKENS_FILE.parent.glob("*.css"))
OURS = Theme(light={}, dark={})


def test_black_on_white_is_21_and_a_colour_on_itself_is_1():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#1c5a49", "#1c5a49") == 1


def test_contrast_is_that_of_the_guidelines():
    """WCAG's own example of a grey that just passes on white."""
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_every_pair_of_ours_can_be_read_in_both_schemes():
    assert shortcomings(OURS) == ()


def test_each_colour_has_its_dark_twin():
    bright, dark = TOKENS_FILE.read_text().split("(prefers-color-scheme: dark)")
    colour = re.compile(r"--([\w-]+): #")
    assert set(colour.findall(dark)) == set(colour.findall(bright))


def test_a_link_too_pale_to_read_is_named():
    pale = Theme(light={"link": "#9fc3f0"}, dark={})
    found = [(one.scheme, one.what, one.ground) for one in shortcomings(pale)]
    assert (LIGHT, "link", "paper") in found
    assert all(one.ratio < one.needed for one in shortcomings(pale))


def test_a_paper_too_dark_for_the_words_is_named():
    assert {one.ground for one in shortcomings(Theme({"paper": "#777777"}, {}))} == {
        "paper"
    }


def test_a_theme_for_the_dark_is_judged_in_the_dark():
    murky = Theme(light={}, dark={"kommun": "#1c5a49"})
    assert {one.scheme for one in shortcomings(murky)} == {DARK}


def test_a_theme_may_change_a_few_colours_only():
    with pytest.raises(ValueError, match="may not change ink"):
        Theme(light={"ink": "#ffffff"}, dark={})


@pytest.mark.parametrize("colour", ["red", "#12", "#1c5a49; } body { display: none"])
def test_what_is_not_a_colour_never_reaches_a_style_sheet(colour):
    with pytest.raises(ValueError, match="Not a colour"):
        Theme(light={"link": colour}, dark={})


def test_a_theme_becomes_a_style_sheet_with_its_colours():
    css = stylesheet(Theme(light={"kommun": "#7a1f3d"}, dark={"kommun": "#f0a8bf"}))
    light, dark = css.split("prefers-color-scheme: dark")
    assert "--kommun: #7a1f3d" in light
    assert "--kommun: #f0a8bf" in dark


def test_colours_are_stated_among_the_tokens_only():
    literal = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(")
    stated = {
        path.name: literal.findall(path.read_text())
        for path in STYLES
        if path != TOKENS_FILE
    }
    assert len(stated) >= 5
    assert {name: found for name, found in stated.items() if found} == {}


def test_no_style_shouts_and_none_hangs_on_an_id():
    shouting = re.compile(r"!important|(?:^|[\s,}])#[a-zA-Z][\w-]*\s*[{,]", re.MULTILINE)
    assert [path.name for path in STYLES if shouting.search(path.read_text())] == []


def test_every_token_that_is_used_is_declared():
    declared = set(re.findall(r"--([\w-]+):", "".join(p.read_text() for p in STYLES)))
    used = set(re.findall(r"var\(--([\w-]+)", "".join(p.read_text() for p in STYLES)))
    assert used - declared == set()
    assert set(tokens()[LIGHT]) - used == set()


def test_every_style_sheet_knows_the_order_of_the_layers():
    order = "@layer tokens, base, components, workspace, print;"
    assert [path.name for path in STYLES if order not in path.read_text()] == []
